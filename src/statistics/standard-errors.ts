import { sum } from "simple-statistics";
import { checkItemSamples, type ItemSamples, itemMeans } from "./item-samples.js";
import { spread } from "./spread.js";

/**
 * The standard error of `itemMean`: how far the score would move with other items of the same kind.
 * Samples of one item are not independent, so the item is the unit. This is the one to report.
 *
 * Source: math 4.1, `seItems`.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @returns NaN with a single item, which says nothing about other items
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * seItems([[1, 1], [0, 0]]); // => 0.5
 * seItems([[0.2, 0.4], [0.6, 0.8], [0.5]]); // => 0.115470053838 (± 1e-12)
 * seItems([[1, 0]]); // => NaN
 */
export function seItems(itemSamples: ItemSamples): number {
  const { variance, count } = spread(itemMeans(itemSamples).above);
  return Math.sqrt(variance / count);
}

/**
 * The standard error as if every sample were an item of its own. It is wrong, and mostly too small:
 * it is here to show by how much asking again is mistaken for asking more.
 *
 * Source: math 4.1, `seNaive`.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @returns NaN with a single sample
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * seNaive([[1, 1], [0, 0]]); // => 0.288675134595 (± 1e-12)
 */
export function seNaive(itemSamples: ItemSamples): number {
  const { variance, count } = spread(checkItemSamples(itemSamples).flat());
  return Math.sqrt(variance / count);
}

/**
 * The standard error of `pooledMean` by leaving out one item at a time and watching how far the
 * mean moves.
 *
 * Source: math 4.1, `seClusterJackknife`.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @returns NaN with a single item
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * seClusterJackknife([[1, 1], [0, 0]]); // => 0.5 (± 1e-12)
 * seClusterJackknife([[0.2, 0.4], [0.6, 0.8], [0.5]]); // => 0.1539600717839 (± 1e-12)
 */
export function seClusterJackknife(itemSamples: ItemSamples): number {
  const { lead, samples } = deviations(itemSamples);
  const items = lead.length;
  if (items < 2) return Number.NaN;
  // The pooled mean without an item, as its distance from the whole mean.
  const without = lead.map((own, item) => -own / (samples - itemSamples[item].length));
  return Math.sqrt(((items - 1) / items) * spread(without).squares);
}

/**
 * The standard error of `pooledMean` from each item's whole pull on it (the sandwich estimator for
 * clusters), with the usual factor for few items.
 *
 * Source: math 4.1, `seClusterRobust`.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @returns NaN with a single item
 * @throws ArgumentError when there is no item, an item has no sample or one is not finite
 * @example
 * seClusterRobust([[0.2, 0.4], [0.6, 0.8], [0.5]]); // => 0.138564064606 (± 1e-12)
 */
export function seClusterRobust(itemSamples: ItemSamples): number {
  const { lead, samples } = deviations(itemSamples);
  const items = lead.length;
  if (items < 2) return Number.NaN;
  return Math.sqrt((items / (items - 1)) * sum(lead.map((own) => (own / samples) ** 2)));
}

/**
 * For every item, the sum of its samples' distances from the pooled mean; and how many samples
 * there are in all.
 */
function deviations(itemSamples: ItemSamples): { lead: number[]; samples: number } {
  const all = checkItemSamples(itemSamples).flat();
  // From the first sample, as in `spread`: equal samples lie apart by exactly 0.
  const shift = sum(all.map((sample) => sample - all[0])) / all.length;
  const lead = itemSamples.map((own) => sum(own.map((sample) => sample - all[0] - shift)));
  return { lead, samples: all.length };
}
