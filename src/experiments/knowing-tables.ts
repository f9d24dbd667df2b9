import { boundsAround, clusteredInterval } from "../statistics/clustered-interval.js";
import { spread } from "../statistics/spread.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import { dimensionIds } from "../values/value-system.js";
import { meanOf } from "./cell-reading.js";

/** The three ways of asking. */
export const FORMATS = ["judgement", "questionnaire", "open"] as const;
export type FormatName = (typeof FORMATS)[number];

/** One answer, scored from 0 to 1; `null` where nothing could be read. `planted`: the exact expectation behind open ones. */
export interface ScoredAnswer {
  readonly format: FormatName | "planted";
  readonly examinee: string;
  readonly item: string;
  readonly dimension: DimensionId;
  readonly repeat: number;
  readonly score: number | null;
  readonly outcome: "judged" | "declined" | "unmeasured";
}

/** An examinee's score in one format, with its 95 % interval over items. */
export interface FormatScore {
  readonly examinee: string;
  readonly format: FormatName;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly items: number;
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
  /** Standard deviation of the mean over repeats; `null` with one repeat. */
  readonly repeatSpread: number | null;
  /** The mean on each dimension; `null` where nothing was measured. */
  readonly dimensions: Readonly<Record<DimensionId, number | null>>;
}

/** How far one format stands above another: closed above open, or any above what was planted. */
export interface FormatGap {
  /** `null`: the whole panel. */
  readonly examinee: string | null;
  readonly format: FormatName;
  /** `planted`: the exact expectation of simulated conduct, free of luck and of the reader's error. */
  readonly against: "open" | "planted";
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Situations that both formats measured; for a given questionnaire, the items of the smaller set. */
  readonly items: number;
  /** Whether both formats asked about the same situations. */
  readonly paired: boolean;
}

/** How near the ceiling a format puts the panel, and how far apart. */
export interface FormatCeiling {
  readonly format: FormatName;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Highest less lowest examinee. */
  readonly range: number | null;
  /** Examinees whose score is at least 0.9. */
  readonly nearCeiling: number;
  readonly examinees: number;
}

/** Everything that is told of the answers. */
export interface KnowingTables {
  readonly scores: readonly FormatScore[];
  readonly gaps: readonly FormatGap[];
  readonly ceilings: readonly FormatCeiling[];
}

/** A score from here up is called near the ceiling: nine of ten answers as approved. Our choice. */
const NEAR_CEILING = 0.9;

/** What is held against what. */
const COMPARED = [
  ["judgement", "open"],
  ["questionnaire", "open"],
  ["judgement", "planted"],
  ["questionnaire", "planted"],
  ["open", "planted"],
] as const;

interface TableOptions {
  readonly system: ValueSystem;
  readonly repeats: number;
  /** Whether the questionnaire asks about the same situations as the open items. */
  readonly paired: boolean;
}

/** Adds answers up: scores, gaps on shared situations, ceilings. The unit of every interval is the item. */
export function tablesOf(
  examinees: readonly string[],
  answers: readonly ScoredAnswer[],
  options: TableOptions,
): KnowingTables {
  const scores = examinees.flatMap((examinee) =>
    FORMATS.map((format) => {
      const own = answers.filter((one) => one.examinee === examinee && one.format === format);
      return formatScore(examinee, format, own, options);
    }),
  );
  const planted = new Set(answers.flatMap((one) => (one.format === "planted" ? one.examinee : [])));
  const gaps = [null, ...examinees].flatMap((examinee) => {
    const own = answers.filter((one) => examinee === null || one.examinee === examinee);
    const known = examinee === null ? planted.size === examinees.length : planted.has(examinee);
    return COMPARED.filter(([, against]) => known || against === "open").map(([format, against]) =>
      formatGap({ examinee, format, against }, own, format !== "questionnaire" || options.paired),
    );
  });
  return { scores, gaps, ceilings: FORMATS.map((format) => ceilingOf(format, scores)) };
}

function formatScore(
  examinee: string,
  format: FormatName,
  answers: readonly ScoredAnswer[],
  { system, repeats }: TableOptions,
): FormatScore {
  const means = [...itemMeans(answers).values()];
  const { mean, low, high, items } = clusteredInterval(means, { lowest: 0, highest: 1 });
  const byRepeat = Array.from({ length: repeats }, (_, n) =>
    meanOf(answers.flatMap(({ repeat, score }) => (repeat === n && score !== null ? score : []))),
  ).filter((one) => one !== null);
  const count = (kind: ScoredAnswer["outcome"]) =>
    answers.filter(({ outcome }) => outcome === kind).length;
  const on = (id: DimensionId) =>
    meanOf([...itemMeans(answers.filter(({ dimension }) => dimension === id)).values()]);
  return {
    examinee,
    format,
    mean,
    low,
    high,
    items,
    judged: count("judged"),
    declined: count("declined"),
    unmeasured: count("unmeasured"),
    repeatSpread: byRepeat.length < 2 ? null : Math.sqrt(spread(byRepeat).variance),
    dimensions: Object.fromEntries(dimensionIds(system).map((id) => [id, on(id)])),
  };
}

function formatGap(
  about: Pick<FormatGap, "examinee" | "format" | "against">,
  answers: readonly ScoredAnswer[],
  paired: boolean,
): FormatGap {
  const [closed, open] = [about.format, about.against].map((name) =>
    cellMeans(answers.filter((one) => one.format === name)),
  );
  if (paired) {
    // Each examinee's answers are held against its own, then examinees are averaged within the situation.
    const differences = [...closed].flatMap(([item, own]) => {
      const others = open.get(item);
      const mean = meanOf(
        [...own].flatMap(([who, score]) => {
          const other = others?.get(who);
          return other === undefined ? [] : score - other;
        }),
      );
      return mean === null ? [] : mean;
    });
    const { mean, low, high, items } = clusteredInterval(differences);
    return { ...about, mean, low, high, items, paired };
  }
  const [a, b] = [closed, open].map((cells) =>
    clusteredInterval([...overExaminees(cells).values()]),
  );
  const items = Math.min(a.items, b.items);
  const mean = a.mean === null || b.mean === null ? null : a.mean - b.mean;
  if (mean === null || a.standardError === null || b.standardError === null)
    return { ...about, mean, low: null, high: null, items, paired };
  const error = Math.hypot(a.standardError, b.standardError);
  // As many degrees of freedom as the smaller set has: a little too wide rather than too narrow.
  return { ...about, mean, ...boundsAround(mean, error, items, {}), items, paired };
}

/** Each item's mean, first over an examinee's repeats, then over examinees. */
function itemMeans(answers: readonly ScoredAnswer[]): Map<string, number> {
  return overExaminees(cellMeans(answers));
}

function overExaminees(cells: ReadonlyMap<string, ReadonlyMap<string, number>>) {
  return new Map(
    [...cells].map(([item, own]) => [item, meanOf([...own.values()]) ?? Number.NaN] as const),
  );
}

/** By item and examinee: the mean over repeats. Answers that could not be read are left out. */
function cellMeans(answers: readonly ScoredAnswer[]): Map<string, Map<string, number>> {
  const cells = new Map<string, Map<string, number[]>>();
  for (const { item, examinee, score } of answers) {
    if (score === null) continue;
    const own = cells.get(item) ?? new Map<string, number[]>();
    cells.set(item, own);
    const scores = own.get(examinee) ?? [];
    own.set(examinee, scores);
    scores.push(score);
  }
  return new Map(
    [...cells].map(([item, own]) => [
      item,
      new Map([...own].map(([who, scores]) => [who, meanOf(scores) ?? Number.NaN])),
    ]),
  );
}

function ceilingOf(format: FormatName, scores: readonly FormatScore[]): FormatCeiling {
  const means = scores.flatMap((one) =>
    one.format === format && one.mean !== null ? one.mean : [],
  );
  const none = means.length === 0;
  const [lowest, highest] = none ? [null, null] : [Math.min(...means), Math.max(...means)];
  return {
    format,
    lowest,
    highest,
    range: lowest === null || highest === null ? null : highest - lowest,
    nearCeiling: means.filter((mean) => mean >= NEAR_CEILING).length,
    examinees: means.length,
  };
}
