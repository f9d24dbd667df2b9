import { checkNumber } from "../statistics/check-argument.js";
import { meanProfiles } from "./profile-matrix.js";
import { checkReplies } from "./question-baseline.js";

/**
 * How far the values in an examinee's replies are from those that the item's own words show: the mean absolute
 * difference of the two, dimension by dimension. AdAEM's disentanglement, which it takes for a bound of
 * Jensen-Shannon.
 *
 * Source: AdAEM Eq. 1, second line; methods 1.2.
 *
 * @param replies   one row of K readings a reply, in [0, 1]
 * @param baseline  K readings of the bare item, in [0, 1]
 * @returns from 0 (the replies echo the item) to 1
 * @throws ArgumentError when rows differ in length or a reading is no probability
 * @example
 * disentanglement([[1, 0], [0, 0]], [0, 0]); // => 0.25
 */
export function disentanglement(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
): number {
  const dimensions = checkReplies(replies, baseline);
  const [mean] = meanProfiles([replies]);
  return mean.reduce((sum, p, k) => sum + Math.abs(p - baseline[k]), 0) / dimensions;
}

/** From this reading on, AdAEM's sets count a value as shown. */
export const SHOWN_FROM = 0.5;

/**
 * What AdAEM computes for models that can only be asked, of the two terms that concern one examinee: value conformity
 * (how many values its replies show in all, over how many they all share) and half the disentanglement (in how many
 * values the replies together and the bare item differ). Values count as shown or not.
 *
 * The printed reward subtracts the disentanglement, the objective it stands for adds it; it is added here, and the
 * denominator of conformity is at least 1, as methods 1.4 and 1.9 reason.
 *
 * Source: AdAEM appendix C.3; methods 1.4.
 *
 * @param replies    one row of K readings a reply, in [0, 1]
 * @param baseline   K readings of the bare item, in [0, 1]
 * @param shownFrom  the reading from which a value counts as shown, from 0 to 1
 * @returns from 0 to 1.5 K
 * @throws ArgumentError when rows differ in length, or a reading or the threshold is no probability
 * @example
 * adaemSurrogate([[1, 0], [0, 1]], [0, 0]); // => 3
 * adaemSurrogate([[1, 0], [1, 0]], [1, 0]); // => 1
 */
export function adaemSurrogate(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
  shownFrom: number = SHOWN_FROM,
): number {
  checkReplies(replies, baseline);
  checkNumber("shownFrom", shownFrom, { from: 0, to: 1 });
  let any = 0;
  let all = 0;
  let unlike = 0;
  for (let k = 0; k < baseline.length; k++) {
    const showing = replies.filter((reply) => reply[k] >= shownFrom).length;
    if (showing > 0) any++;
    if (showing === replies.length) all++;
    if (showing > 0 !== baseline[k] >= shownFrom) unlike++;
  }
  return any / Math.max(1, all) + unlike / 2;
}
