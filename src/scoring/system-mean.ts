import { boundsAround } from "../statistics/clustered-interval.js";

/** The mean over dimensions with an interval clustered by item. */
export interface SystemMean {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly items: number;
}

/**
 * The plain mean of an examinee's dimension scores, with a 95 % interval. An item that counts for two
 * dimensions moves both, so the interval follows each item's whole influence on the mean.
 *
 * @param items  for every item, its mean reading on each dimension it targets (others absent)
 * @param dimensions  the number of dimensions K; `null` is returned when one has no item
 * @example
 * systemMean([new Map([[0, 1], [1, 1]]), new Map([[0, 0], [1, 0]])], 2).mean; // => 0.5
 * systemMean([new Map([[0, 1]])], 2).mean; // => null
 */
export function systemMean(
  items: readonly ReadonlyMap<number, number>[],
  dimensions: number,
): SystemMean {
  const sums = new Array<number>(dimensions).fill(0);
  const counts = new Array<number>(dimensions).fill(0);
  for (const item of items)
    for (const [dimension, reading] of item) {
      sums[dimension] += reading;
      counts[dimension]++;
    }
  if (counts.some((count) => count === 0)) return { mean: null, low: null, high: null, items: 0 };
  const means = sums.map((sum, k) => sum / counts[k]);
  const mean = means.reduce((total, value) => total + value, 0) / dimensions;
  const used = items.filter((item) => item.size > 0);
  if (used.length < 2) return { mean, low: null, high: null, items: used.length };
  let squares = 0;
  for (const item of used) {
    let influence = 0;
    for (const [k, reading] of item) influence += (reading - means[k]) / (counts[k] * dimensions);
    squares += influence ** 2;
  }
  const standardError = Math.sqrt((squares * used.length) / (used.length - 1));
  const bounds = boundsAround(mean, standardError, used.length, { lowest: 0, highest: 1 });
  return { mean, ...bounds, items: used.length };
}
