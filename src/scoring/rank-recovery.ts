import { spearman } from "../statistics/spearman.js";
import type { DimensionId } from "../values/value-system.js";

/** How well one set of scores puts examinees in the order of another. */
export interface RankRecovery {
  /** Spearman across examinees within a dimension, median over dimensions; `null` where undefined. */
  readonly spearman: number | null;
  /** The same after taking each examinee's own mean away: what is left beside a general level. */
  readonly centred: number | null;
  /** The dimension recovered worst. */
  readonly least: { readonly dimension: DimensionId; readonly spearman: number } | null;
  /** What the mere number of values shown recovers: the verbosity trap. */
  readonly countOnly: number | null;
}

/**
 * Recovery of a truth by measured scores, with what misleads if it is left out.
 *
 * @param dimensions  K ids
 * @param measured  by examinee, by dimension
 * @param truth  by examinee, by dimension
 * @param shown  by examinee: how many dimensions its replies show, on average
 * @example
 * rankRecovery(["a"], [[1], [2], [3]], [[0.1], [0.2], [0.3]], [3, 2, 1]).spearman; // => 1 (± 1e-12)
 * rankRecovery(["a"], [[1], [2], [3]], [[0.1], [0.2], [0.3]], [3, 2, 1]).countOnly; // => -1 (± 1e-12)
 */
export function rankRecovery(
  dimensions: readonly DimensionId[],
  measured: readonly (readonly number[])[],
  truth: readonly (readonly number[])[],
  shown: readonly number[],
): RankRecovery {
  const within = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
    dimensions.map((_, k) =>
      orderShared(
        a.map((row) => row[k]),
        b.map((row) => row[k]),
      ),
    );
  const raw = within(measured, truth);
  const least = dimensions
    .map((dimension, k) => ({ dimension, spearman: raw[k] }))
    .filter((entry) => Number.isFinite(entry.spearman))
    .sort((a, b) => a.spearman - b.spearman)[0];
  const counts = shown.map((one) => dimensions.map(() => one));
  return {
    spearman: median(raw),
    centred: median(within(measured.map(centred), truth.map(centred))),
    least: least ?? null,
    countOnly: median(within(counts, truth)),
  };
}

/** Two examinees are in the same order or not, which is no recovery; an unmeasured one has no place. */
function orderShared(x: readonly number[], y: readonly number[]): number {
  const isComplete = [...x, ...y].every(Number.isFinite);
  return x.length >= 3 && isComplete ? spearman(x, y) : Number.NaN;
}

function centred(row: readonly number[]): number[] {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  return row.map((value) => value - mean);
}

function median(values: readonly number[]): number | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
