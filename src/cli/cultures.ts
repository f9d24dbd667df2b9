import { type AlignmentEntry, alignment } from "../catalogue/alignments.js";
import { alignWithCultures, type CulturalAlignment } from "../culture/align-with-cultures.js";
import { type CircleFit, circleFit, schwartzWedges } from "../culture/circle-fit.js";
import type { Culture, ValueProfile } from "../culture/culture.js";
import {
  type ClosestUnder,
  type CultureSensitivity,
  type CultureSource,
  cultureSensitivity,
} from "../culture/culture-sensitivity.js";
import { type ParsedCultures, parseCultures } from "../culture/parse-cultures.js";
import type { ItemReadings } from "../culture/resampled-profiles.js";
import { cultureRounds } from "../facts/culture-rounds.js";
import { platformCultures, cultures as surveyed } from "../facts/cultures.js";
import { InputError } from "../ports/input-error.js";
import { stream } from "../random/stream.js";
import { readTextFile } from "../run/read-text-file.js";
import { EXIT } from "./exit-code.js";
import {
  asInput,
  type ReadingSource,
  type ReadingSourceFlags,
  readingSource,
} from "./reading-source.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `cultures`. */
export interface CulturesFlags extends Omit<ReadingSourceFlags, "system"> {
  readonly json?: boolean;
  readonly model?: string;
  readonly cultures?: string;
  readonly measure: string;
  readonly seed: number;
  readonly show: number;
}

/** Which cultures a model's order of values is like, how sure that is, and what would change it. */
export async function cultures(
  name: string,
  flags: CulturesFlags,
  { out }: VerbContext,
): Promise<number> {
  const read = await readingSource(name, { ...flags, system: ["schwartz"] });
  const { id, title, profile } = pickModel(read, flags.model);
  const measure = asInput("--measure", "--help shows what there is", () =>
    alignment(flags.measure),
  );
  const own =
    flags.cultures === undefined ? null : ownCultures(flags.cultures, Object.keys(profile));
  const all: readonly Culture[] = [...surveyed({ scale: "means" }), ...(own?.cultures ?? [])];
  const how = { measure, seed: flags.seed };
  const found = alignmentOf({ profile, id }, all, itemsOf(read, id), how);
  const sensitivity = cultureSensitivity(profile, { sources: sources(all), alignment: measure });
  const circle = circleFit(profile, schwartzWedges);
  if (flags.json) {
    const problems = own?.problems ?? [];
    const kept = { alignment: found, sensitivity, circle, problems };
    out(`${JSON.stringify({ model: id, source: read.source, ...kept }, nanAsNull)}\n`);
    return EXIT.done;
  }
  out(
    [
      `${title}\nsource: ${read.source}\ncultures: European Social Survey, CC BY-NC-SA 4.0\n\n`,
      `${closestTable(found, flags.show)}\n\n${baselineLine(found)}\n\n`,
      `${sensitivityTable(sensitivity)}\n`,
      `${sensitivity.different} different closest cultures came out of these choices\n`,
      `${circleLine(circle)}\n`,
      ...(own?.problems ?? []).map(
        ({ line, why }) => `note: ${flags.cultures}, line ${line} ${why}\n`,
      ),
    ].join(""),
  );
  return EXIT.done;
}

function circleLine({ rSquared, amplitude, nearest }: CircleFit): string {
  const points = (100 * amplitude).toFixed(1);
  return `circle: R^2 ${rSquared.toFixed(2)}, amplitude ${points} points, peak near ${nearest ?? "none"}`;
}

/** The agreements, with intervals from the model's own items where there are any. */
function alignmentOf(
  { profile, id }: { readonly profile: ValueProfile; readonly id: string },
  all: readonly Culture[],
  items: readonly ItemReadings[],
  { measure, seed }: { readonly measure: AlignmentEntry; readonly seed: number },
): CulturalAlignment {
  const resample = { items, stream: stream(seed, "cultures", id), draws: 500 };
  const how = { alignment: measure, ...(items.length > 0 ? { resample } : {}) };
  return asInput("--model", "name one whose scores differ", () =>
    alignWithCultures(profile, all, how),
  );
}

function pickModel({ board }: ReadingSource, wanted: string | undefined) {
  const key = wanted?.toLowerCase();
  const names = board.rows.map(({ id }) => id).join(", ");
  const row =
    key === undefined
      ? board.rows.length === 1
        ? board.rows[0]
        : undefined
      : board.rows.find(({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key);
  if (row === undefined)
    throw new InputError({
      where: "--model",
      problem: "must name one of the examinees",
      arrived: wanted ?? null,
      fix: `there are: ${names}`,
    });
  const bare = board.dimensions.filter((_, k) => row.scores[k] === null);
  if (bare.length > 0)
    throw new InputError({
      where: `--model ${row.id}`,
      problem: `has no score on ${bare.map(({ name }) => name).join(", ")}, so it has no order of ten values`,
      arrived: null,
      fix: "name another, or ask items of these values",
    });
  const profile: ValueProfile = Object.fromEntries(
    board.dimensions.map(({ dimension }, k) => [dimension, row.scores[k] ?? 0]),
  );
  return { id: row.id, title: row.name, profile };
}

/** The examinee's own readings, item by item. */
function itemsOf({ items }: ReadingSource, id: string) {
  return (items ?? [])
    .filter((row) => row.system === "schwartz" && row.readings[id] !== undefined)
    .map((row) => row.readings[id]);
}

function ownCultures(path: string, dimensions: readonly string[]): ParsedCultures {
  const text = readTextFile(path, "name a CSV file");
  return asInput(path, "mend the head line", () => parseCultures(text, dimensions));
}

/** The newest survey of each country, three rounds, and the platform's own orders. */
function sources(all: readonly Culture[]): readonly CultureSource[] {
  const rounds = ["ESS3", "ESS6", "ESS9", "ESS11"].map((round) => {
    const own = cultureRounds({ round });
    return { label: `${round} (${own[0].year})`, cultures: own };
  });
  const platform = (["2025-01-07", "2025-03-04"] as const).map((snapshot) => ({
    label: `the platform's orders of ${snapshot}`,
    cultures: platformCultures(snapshot),
  }));
  return [{ label: "newest round of each country", cultures: all }, ...rounds, ...platform];
}

function closestTable({ rows }: CulturalAlignment, count: number): string {
  const number = (value: number | null) =>
    value === null || Number.isNaN(value) ? "-" : value.toFixed(2);
  const right = (title: string) => ({ title, align: "right" as const });
  const drawn = rows.some(({ closest }) => closest !== null);
  const sorted = rows
    .filter(({ value }) => !Number.isNaN(value))
    .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  return textTable(
    [
      { title: "culture", align: "left" },
      right("agreement"),
      right("95 % interval"),
      right("beyond the common"),
      ...(drawn ? [right("place"), right("closest in")] : []),
    ],
    sorted
      .slice(0, count)
      .map((row) => [
        row.name,
        number(row.value),
        row.low === null ? "-" : `${number(row.low)} to ${number(row.high)}`,
        number(row.partial),
        ...(drawn
          ? [
              `${row.rankLow?.toFixed(0) ?? "?"}-${row.rankHigh?.toFixed(0) ?? "?"}`,
              `${(100 * (row.closest ?? 0)).toFixed(0)} %`,
            ]
          : []),
      ]),
  );
}

function baselineLine({ rows, reliability, items, dimensions }: CulturalAlignment): string {
  const known = rows.filter(({ value }) => !Number.isNaN(value));
  const [first] = known.toSorted((a, b) => b.value - a.value);
  const open = known.filter(({ value }) => first?.low !== null && value >= (first?.low ?? 1));
  const from =
    items === null
      ? `intervals from ${dimensions.length} values alone`
      : `intervals from ${items} items, reliability ${reliability?.toFixed(2) ?? "unknown"}`;
  return `agreement with what these cultures share: ${first?.baseline.toFixed(2) ?? "-"}; the interval of the closest holds ${open.length} of ${known.length} cultures; ${from}`;
}

function sensitivityTable({ bySource, byOmission, bySwitch }: CultureSensitivity): string {
  const rows = [...bySource, ...bySwitch, ...byOmission].map((one: ClosestUnder) => [
    one.choice.replaceAll("_", " "),
    one.tied.length === 0 ? one.name : `${one.name} (tied with ${one.tied.length})`,
    one.value.toFixed(2),
    one.margin === null ? "-" : one.margin.toFixed(2),
    String(one.cultures),
  ]);
  return textTable(
    [
      { title: "if it were", align: "left" },
      { title: "closest", align: "left" },
      { title: "agreement", align: "right" },
      { title: "ahead by", align: "right" },
      { title: "of", align: "right" },
    ],
    rows,
  );
}

function nanAsNull(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
