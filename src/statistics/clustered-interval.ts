import { checkNumbers } from "./check-argument.js";
import { studentQuantile } from "./student-quantile.js";

/** A mean over items with its 95 % interval. Samples of one item are not independent: the unit is the item. */
export interface ClusteredInterval {
  readonly mean: number | null;
  /** Standard error over items; `null` with fewer than two. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly items: number;
}

/** Where an interval may not reach beyond, such as 0 and 1 for a score. */
export interface IntervalRange {
  readonly lowest?: number;
  readonly highest?: number;
}

/**
 * The mean of item means with a 95 % interval from the spread between items (Student's t with one degree of
 * freedom less than there are items). One item gives a mean and no interval; none gives `null`.
 *
 * Source: math 4.1, `seItems`.
 *
 * @param itemMeans  one finite number an item: the mean of its samples
 * @throws ArgumentError when one is not finite
 * @example
 * clusteredInterval([1, 0]).standardError; // => 0.5
 * clusteredInterval([0.4]).low; // => null
 * clusteredInterval([0.2, 0.4, 0.6], { lowest: 0, highest: 1 }).mean; // => 0.4 (± 1e-12)
 */
export function clusteredInterval(
  itemMeans: readonly number[],
  range: IntervalRange = {},
): ClusteredInterval {
  checkNumbers("itemMeans", itemMeans, { least: 0 });
  const items = itemMeans.length;
  if (items === 0) return { mean: null, standardError: null, low: null, high: null, items };
  const mean = itemMeans.reduce((sum, value) => sum + value, 0) / items;
  if (items === 1) return { mean, standardError: null, low: null, high: null, items };
  const squares = itemMeans.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (items - 1) / items);
  return { mean, standardError, ...boundsAround(mean, standardError, items, range), items };
}

/**
 * The 95 % bounds around a mean whose standard error rests on so many items.
 *
 * @example
 * boundsAround(0.5, 0, 10, {}); // => { low: 0.5, high: 0.5 }
 */
export function boundsAround(
  mean: number,
  standardError: number,
  items: number,
  range: IntervalRange,
): { readonly low: number; readonly high: number } {
  const reach = standardError === 0 ? 0 : studentQuantile(0.975, items - 1) * standardError;
  return {
    low: Math.max(range.lowest ?? -Infinity, mean - reach),
    high: Math.min(range.highest ?? Infinity, mean + reach),
  };
}
