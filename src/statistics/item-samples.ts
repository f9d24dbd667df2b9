import { ArgumentError } from "./argument-error.js";
import { checkNumbers } from "./check-argument.js";
import { spread } from "./spread.js";

/**
 * The samples of every item: items by samples, where items may differ in how many samples they
 * have.
 */
export type ItemSamples = readonly (readonly number[])[];

/**
 * Refuses what is no list of items with their samples.
 *
 * @throws ArgumentError naming the place
 * @example
 * checkItemSamples([[1, 1], [0]]); // => [[1, 1], [0]]
 * checkItemSamples([[1], []]); // throws /itemSamples\[1\] must hold at least 1 number/
 */
export function checkItemSamples(itemSamples: ItemSamples): ItemSamples {
  if (!Array.isArray(itemSamples) || itemSamples.length === 0)
    throw new ArgumentError("itemSamples", "must hold at least 1 item", itemSamples);
  itemSamples.forEach((samples, item) => {
    checkNumbers(`itemSamples[${item}]`, samples);
  });
  return itemSamples;
}

/**
 * Item means told from a common level, so that a high level costs no digits of what they differ
 * by.
 */
export interface ItemMeans {
  /** The first sample of all. */
  readonly level: number;
  /** The mean of each item's samples, less the level. */
  readonly above: readonly number[];
}

/**
 * The mean of each item's samples: what an item came to, however often it was asked.
 *
 * @throws ArgumentError when an item has no sample or one is not finite
 * @example
 * itemMeans([[0.2, 0.4], [0.5]]); // => { level: 0.2, above: [0.1, 0.3] } (± 1e-12)
 */
export function itemMeans(itemSamples: ItemSamples): ItemMeans {
  const level = checkItemSamples(itemSamples)[0][0];
  const above = itemSamples.map((samples) => spread(samples.map((one) => one - level)).mean);
  return { level, above };
}
