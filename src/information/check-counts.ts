import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumbers, checkTable } from "../statistics/check-argument.js";

/** What estimators ask of the counts: how many draws there were, and how many fell on each value that was seen. */
export interface CountSummary {
  /** N, all draws. */
  readonly total: number;
  /** K, all values, seen or not. */
  readonly values: number;
  /** The counts above 0. */
  readonly seen: readonly number[];
}

/**
 * Refuses what are no counts of draws, and sums them up.
 *
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * checkCounts([3, 0, 1]); // => { total: 4, values: 3, seen: [3, 1] }
 * checkCounts([0, 0]); // throws /counts must hold one above 0/
 * checkCounts([1.5]); // throws /counts\[0\] must be a whole number from 0 up: 1.5/
 */
export function checkCounts(counts: readonly number[]): CountSummary {
  checkNumbers("counts", counts, { from: 0, whole: true });
  const seen = counts.filter((count) => count > 0);
  if (seen.length === 0) throw new ArgumentError("counts", "must hold one above 0", counts);
  return { total: seen.reduce((sum, count) => sum + count), values: counts.length, seen };
}

/**
 * Refuses what is no table of counts: one row an examinee, one column a value.
 *
 * @throws ArgumentError when a count is no whole number from 0 up, rows differ in length, or nothing was counted
 * @example
 * checkCountTable([[2, 0], [1, 1]]); // => [[2, 0], [1, 1]]
 * checkCountTable([[0, 0]]); // throws /counts must hold one above 0/
 */
export function checkCountTable(
  counts: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  checkTable("counts", counts, { from: 0, whole: true });
  if (counts.every((row) => row.every((count) => count === 0)))
    throw new ArgumentError("counts", "must hold one above 0", counts);
  return counts;
}
