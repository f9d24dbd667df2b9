import type { Stream } from "../random/stream.js";
import type { ReliabilityEstimate, ReliabilityRow } from "../records/reliability.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { signalShare } from "../statistics/discriminability/signal-share.js";
import { fisherInterval } from "../statistics/fisher-interval.js";
import { averageSplitHalf } from "../statistics/reliability/average-split-half.js";
import { cronbachAlpha } from "../statistics/reliability/cronbach-alpha.js";
import { feldtInterval } from "../statistics/reliability/feldt-interval.js";
import { intraclassCorrelation } from "../statistics/reliability/intraclass-correlation.js";
import { spearmanBrown } from "../statistics/reliability/spearman-brown.js";
import { type VarianceBudget, varianceBudget } from "../statistics/reliability/variance-budget.js";
import { type Spread, spread } from "../statistics/spread.js";
import { paraphraseSpread } from "./paraphrase-spread.js";

/** All readings of one dimension. */
export interface DimensionReadings {
  /** By examinee, by item, by sample; a cell may be empty, an examinee or item without any cell is left out beforehand. */
  readonly readings: readonly (readonly (readonly number[])[])[];
  /** By item: the name of its family, the same for items that were rewritten from one another. */
  readonly families: readonly string[];
  /** Variance of a score that is the recognizer's own, such as between the judges of a panel; `null` where unknown. */
  readonly recognizerVariance: number | null;
}

/** What reliability says, without whose it is. */
export type ReliabilityNumbers = Omit<ReliabilityRow, "system" | "dimension">;

const NONE: ReliabilityEstimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/**
 * Everything that the replies of one dimension say about how reliable its scores are. Alpha, split halves and retests look at
 * items that every examinee answered; the variance budget takes all cells as they are.
 *
 * Reliability is about order: a high one says that other items of the kind would order these examinees the same way, not that the
 * items measure the value they are named after.
 *
 * @param random  where the halves are drawn from
 * @throws ArgumentError with fewer than two examinees or two items
 * @example
 * const readings = [[[1, 1], [0.8, 0.9]], [[0.5, 0.4], [0.4, 0.4]], [[0.1, 0], [0.2, 0.1]]];
 * const found = dimensionReliability({ readings, families: ["a", "b"], recognizerVariance: null }, stream(1));
 * found.alpha.value > 0.9; // => true
 * found.paraphrases; // => null
 */
export function dimensionReliability(
  { readings, families, recognizerVariance }: DimensionReadings,
  random: Stream,
): ReliabilityNumbers {
  if (readings.length < 2 || (readings[0]?.length ?? 0) < 2)
    throw new ArgumentError("readings", "must hold 2 examinees and 2 items or more", readings);
  const whole = [...readings[0].keys()].filter((at) => readings.every((own) => own[at].length > 0));
  const means = readings.map((own) => whole.map((at) => spread(own[at]).mean));
  const counts = readings.flatMap((own) => whole.map((at) => own[at].length));
  const budget = budgetOf(readings);
  const enough = whole.length >= 2;
  const scores = means.map((own) => spread(own));
  const recognizerShare =
    recognizerVariance === null || !enough
      ? null
      : recognizerVariance / (recognizerVariance + noiseOf(scores));
  return {
    examinees: readings.length,
    items: readings[0].length,
    samples: counts.length === 0 ? 0 : Math.min(...counts),
    alpha: enough ? alphaOf(means) : NONE,
    splitHalf: enough ? splitHalfOf(means, random) : NONE,
    retest: retestOf(readings, whole, Math.min(...counts)),
    signalShare: enough ? signalOf(scores) : Number.NaN,
    effectiveItems: enough ? effectiveItems(means) : Number.NaN,
    variance: budget?.shares ?? null,
    now: budget?.now.reliability ?? Number.NaN,
    anotherItem: budget?.anotherItem.reliability ?? Number.NaN,
    anotherSample: budget?.anotherSample?.reliability ?? null,
    recognizerShare,
    buy: recognizerShare !== null && recognizerShare > 0.5 ? "judge" : (budget?.buy ?? null),
    paraphrases: enough ? paraphraseSpread(means, namesOf(families, whole)) : null,
  };
}

/** The mean variance of a score that the scatter of items leaves. */
function noiseOf(scores: readonly Spread[]): number {
  return scores.reduce((sum, { variance, count }) => sum + variance / count / scores.length, 0);
}

function signalOf(scores: readonly Spread[]): number {
  return signalShare(
    scores.map(({ mean }) => mean),
    scores.map(({ variance }) => variance),
    scores.map(({ count }) => count),
  ).share;
}

function namesOf(families: readonly string[], items: readonly number[]): string[] {
  return items.map((at) => families[at]);
}

/** `null` where too few cells are shared to tell the sources apart. */
function budgetOf(readings: DimensionReadings["readings"]): VarianceBudget | null {
  try {
    return varianceBudget(readings);
  } catch (error) {
    if (error instanceof ArgumentError) return null;
    throw error;
  }
}

function alphaOf(means: readonly (readonly number[])[]): ReliabilityEstimate {
  const value = cronbachAlpha(means);
  return Number.isFinite(value)
    ? { value, ...feldtInterval(value, means.length, means[0].length) }
    : NONE;
}

function splitHalfOf(means: readonly (readonly number[])[], random: Stream): ReliabilityEstimate {
  const { correlation, reliability } = averageSplitHalf(means, random);
  if (!Number.isFinite(correlation)) return NONE;
  if (means.length < 3) return { ...NONE, value: reliability };
  const { low, high } = fisherInterval(correlation, means.length);
  // Halves that are exactly opposed have no stepped-up number.
  const stepped = (r: number) => spearmanBrown(Math.max(r, -0.999), 2);
  return {
    value: reliability,
    low: Math.min(reliability, stepped(low)),
    high: Math.max(reliability, stepped(high)),
  };
}

/** Examinees by samples: the score that each sample alone would have given, over the items that all answered. */
function retestOf(
  readings: DimensionReadings["readings"],
  items: readonly number[],
  samples: number,
): ReliabilityRow["retest"] {
  if (items.length === 0 || !(samples >= 2) || !Number.isFinite(samples)) return null;
  const table = readings.map((own) =>
    Array.from({ length: samples }, (_, n) => spread(items.map((at) => own[at][n])).mean),
  );
  const { agreement, consistency, consistencyAverage } = intraclassCorrelation(table);
  return { agreement, consistency, average: consistencyAverage };
}

/**
 * How many equally telling items a set is worth. An item's weight is how far it orders the examinees as the other items do (its covariance
 * with their sum, not below 0); equal weights give the number of items, one item that says it all gives 1.
 *
 * Source: Kish 1965 (effective sample size, (sum w)^2 / sum w^2).
 *
 * @param means  examinees by items
 * @returns NaN where no item goes with the others
 * @example
 * effectiveItems([[0, 0, 0], [1, 1, 1], [2, 2, 2]]); // => 3 (± 1e-12)
 * effectiveItems([[0, 0, 1], [1, 1, 1], [2, 2, 1]]); // => 2 (± 1e-12)
 */
export function effectiveItems(means: readonly (readonly number[])[]): number {
  const columns = means[0].map((_, at) => means.map((row) => row[at]));
  const centred = columns.map((column) => {
    const { mean } = spread(column);
    return column.map((one) => one - mean);
  });
  const totals = means.map((_, row) => centred.reduce((sum, column) => sum + column[row], 0));
  const weights = centred.map((column) =>
    Math.max(
      0,
      column.reduce((sum, one, row) => sum + one * (totals[row] - one), 0),
    ),
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  return sum === 0 ? Number.NaN : sum ** 2 / weights.reduce((all, one) => all + one ** 2, 0);
}
