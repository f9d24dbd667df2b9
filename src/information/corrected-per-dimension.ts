import { meanOverCoins } from "./coins.js";
import {
  mutualInformationDeltaCorrected,
  mutualInformationJackknife,
} from "./mutual-information.js";

/**
 * `pluginPerDimension` with what each dimension lost by resting on few replies added back, to first order.
 *
 * Source: math 2.2 and 2.3.
 *
 * @param replies  one row of K readings a reply, in [0, 1]
 * @returns nats a dimension, from 0; may exceed ln 2; NaN for a single reply
 * @throws ArgumentError when two replies differ in length or a reading is no probability
 * @example
 * deltaPerDimension([[0.9, 0], [0.1, 0], [0.5, 0]]); // => 0.176021402390 (± 1e-12)
 */
export function deltaPerDimension(replies: readonly (readonly number[])[]): number {
  return meanOverCoins(replies, mutualInformationDeltaCorrected);
}

/**
 * `pluginPerDimension` corrected in each dimension by leaving out one reply at a time.
 *
 * Source: math 2.2 and 2.3.
 *
 * @param replies  one row of K readings a reply, in [0, 1]
 * @returns nats a dimension, from 0; may exceed ln 2; NaN for a single reply
 * @throws ArgumentError when two replies differ in length or a reading is no probability
 * @example
 * jackknifePerDimension([[0.9, 0], [0.1, 0], [0.5, 0]]); // => 0.177543321393 (± 1e-12)
 */
export function jackknifePerDimension(replies: readonly (readonly number[])[]): number {
  return meanOverCoins(replies, mutualInformationJackknife);
}
