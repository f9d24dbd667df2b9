import { checkItemSamples, type ItemSamples, itemMeans } from "./item-samples.js";
import { spread } from "./spread.js";

/**
 * The score of an examinee on a dimension: the mean over items of each item's mean, so that every
 * item counts the same however often it was asked. This is the default.
 *
 * Source: math 4.1, `itemMean`; Value Compass Benchmarks, section 2.2 (score).
 *
 * @param itemSamples  items by samples, any finite numbers
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * itemMean([[1, 1], [0, 0]]); // => 0.5
 * itemMean([[1, 0, 1], [0, 0], [1], [1, 1, 1, 0]]); // => 0.604166666667 (± 1e-12)
 */
export function itemMean(itemSamples: ItemSamples): number {
  const { level, above } = itemMeans(itemSamples);
  return level + spread(above).mean;
}

/**
 * The mean over all samples, whatever item they belong to: items that were asked more often count
 * more. It differs from `itemMean` only where items differ in how many samples they have.
 *
 * Source: math 4.1, `pooledMean`.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * pooledMean([[1, 0, 1], [0, 0], [1], [1, 1, 1, 0]]); // => 0.6 (± 1e-12)
 */
export function pooledMean(itemSamples: ItemSamples): number {
  return spread(checkItemSamples(itemSamples).flat()).mean;
}
