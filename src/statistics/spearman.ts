import { sampleRankCorrelation } from "simple-statistics";

/**
 * Spearman's rank correlation, ties sharing their mean rank: do two lists put things in the same order?
 *
 * @returns from -1 to 1; NaN with fewer than three pairs, or where one list is all ties
 * @throws RangeError when the lists differ in length
 * @example
 * spearman([1, 2, 3, 4], [10, 20, 30, 40]); // => 1 (± 1e-12)
 * spearman([1, 1, 1], [1, 2, 3]); // => NaN
 */
export function spearman(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new RangeError(`lists of ${a.length} and of ${b.length} cannot be paired`);
  if (a.length < 3) return Number.NaN;
  return sampleRankCorrelation([...a], [...b]);
}
