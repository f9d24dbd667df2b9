import { binaryEntropy } from "./binary-entropy.js";
import { checkProfiles, meanProfiles } from "./profile-matrix.js";

/**
 * Plug-in mutual information between a reply and the values it shows, every dimension a coin of its own: how
 * uncertain the mean reading is, less how uncertain single readings are, averaged over dimensions. High when
 * different replies of one examinee clearly show different values; 0 with a single reply.
 *
 * @param replies  one row of K readings a reply, in [0, 1]
 * @returns nats a dimension, from 0 to ln 2
 * @throws ArgumentError when two replies differ in length or a reading is no probability
 * @example
 * pluginPerDimension([[1, 0], [0, 0]]); // => 0.346574 (± 1e-6)
 * pluginPerDimension([[1, 0], [1, 0]]); // => 0
 */
export function pluginPerDimension(replies: readonly (readonly number[])[]): number {
  const dimensions = checkProfiles("replies", replies);
  const [mean] = meanProfiles([replies]);
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    total += binaryEntropy(mean[k]);
    for (const reply of replies) total -= binaryEntropy(reply[k]) / replies.length;
  }
  return Math.max(0, total / dimensions);
}
