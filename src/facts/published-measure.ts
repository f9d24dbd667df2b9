import { publishedMeasures } from "./made/published-measures.js";

/** One number that a paper prints about its instrument: how varied, valid or reliable it is. */
export interface PublishedMeasure {
  /** `adaem`, `geta`, `salad-bench`, `gpv`, `value-portrait` or `value-compass`. */
  readonly work: string;
  /** Which of its tables or figures, in our words. */
  readonly table: string;
  /** Whom or what the number is about. */
  readonly subject: string;
  readonly measure: string;
  /** As printed, on the scale of its source. */
  readonly value: number;
}

/**
 * Numbers that papers print about their instruments, to compare one's own with: item quality, informativeness, reliability,
 * priming, concurrent validity. Nothing here was measured by us.
 *
 * Source: methods 12; `data/published/README.md` says where each comes from.
 *
 * @throws RangeError when no number fits; the message lists the works and tables there are
 * @example
 * publishedMeasure({ work: "adaem", table: "informativeness score", subject: "AdAEM" })[0].value; // => 6.99
 * publishedMeasure({ work: "geta", table: "concurrent validity", subject: "GETA" }).map(({ value }) => value); // => [0.95, 0.97, 0.84]
 * publishedMeasure({ work: "nobody" }); // throws /no published number of nobody; there are: adaem/
 */
export function publishedMeasure(
  wanted: Partial<Omit<PublishedMeasure, "value">> = {},
): readonly PublishedMeasure[] {
  const asked = Object.entries(wanted) as [keyof PublishedMeasure, string][];
  const found = publishedMeasures.filter((row) => asked.every(([key, is]) => row[key] === is));
  if (found.length > 0) return found;
  const known = new Set(publishedMeasures.map(({ work, table }) => `${work} (${table})`));
  const said = asked.map(([, is]) => is).join(", ");
  throw new RangeError(`no published number of ${said}; there are: ${[...known].join(", ")}`);
}
