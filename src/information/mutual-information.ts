import { checkDistributions } from "./check-distribution.js";
import { concavityLoss, meanReply } from "./entropy-delta.js";
import { jensenShannon } from "./jensen-shannon.js";
import { kullbackLeibler } from "./kullback-leibler.js";

/**
 * The information that a reply of one examinee carries about which value it shows: the entropy of the mean reading, less
 * the mean entropy of the readings. High when different replies show different values, each clearly; the
 * Jensen-Shannon divergence of the replies.
 *
 * An examinee who always shows the same value clearly has 0, although the item does evoke a value. It says nothing
 * about a single reply, for which it is always 0. For readings of several values at once, see `informationPerLabel`.
 *
 * Source: Houlsby et al. 2011; math 2.1.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns nats, from 0 to the smaller of ln S and ln K
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * mutualInformation([[0.9, 0.1], [0.1, 0.9]]); // => 0.368064207168 (± 1e-12)
 * mutualInformation([[1, 0], [1, 0]]); // => 0
 */
export function mutualInformation(replies: readonly (readonly number[])[]): number {
  checkDistributions("replies", replies);
  return jensenShannon(replies);
}

/**
 * `mutualInformation` as a share of the most it can be for so many replies and values.
 *
 * Source: math 2.1.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns from 0 to 1; 0 for a single reply or a single value
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * mutualInformationNormalised([[0.9, 0.1], [0.1, 0.9]]); // => 0.531004406411 (± 1e-12)
 */
export function mutualInformationNormalised(replies: readonly (readonly number[])[]): number {
  const information = mutualInformation(replies);
  const most = Math.log(Math.min(replies.length, replies[0].length));
  return most > 0 ? Math.min(1, information / most) : 0;
}

/**
 * How surprising a reply is to whoever has read the others: the mean Kullback-Leibler divergence of each reading to the
 * mean of the others. In expectation at least the true information, where the plug-in is at most that.
 *
 * Source: Poole et al. 2019; math 2.3.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns nats, from 0; Infinity when a value is seen in one reply only; NaN for a single reply
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * mutualInformationLeaveOneOut([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]); // => 0.529440029931 (± 1e-12)
 * mutualInformationLeaveOneOut([[1, 0], [0, 1]]); // => Infinity
 */
export function mutualInformationLeaveOneOut(replies: readonly (readonly number[])[]): number {
  checkDistributions("replies", replies);
  if (replies.length < 2) return Number.NaN;
  const surprises = replies.map((reply, left) =>
    kullbackLeibler(reply, meanReply(replies.filter((_, n) => n !== left))),
  );
  return surprises.reduce((sum, one) => sum + one, 0) / replies.length;
}

/**
 * `mutualInformation` with what it lost by resting on few replies added back, to first order. For reporting and for
 * comparing different numbers of replies; it ranks items as the plug-in does.
 *
 * Source: math 2.3.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns nats, from 0; may exceed the bounds of the plug-in; NaN for a single reply
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * mutualInformationDeltaCorrected([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]); // => 0.352042804779 (± 1e-12)
 */
export function mutualInformationDeltaCorrected(replies: readonly (readonly number[])[]): number {
  return mutualInformation(replies) + concavityLoss(replies);
}

/**
 * `mutualInformation` corrected by leaving out one reply at a time: S I - (S - 1) mean I(without one). Of the
 * corrections here the least biased; give it three replies or more, since for two it is just twice the plug-in.
 *
 * Source: math 2.3.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns nats, from 0; may exceed the bounds of the plug-in; NaN for a single reply
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * mutualInformationJackknife([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]); // => 0.355086642786 (± 1e-12)
 * mutualInformationJackknife([[1, 0], [0, 1]]); // => 1.386294 (± 1e-6)
 */
export function mutualInformationJackknife(replies: readonly (readonly number[])[]): number {
  checkDistributions("replies", replies);
  const count = replies.length;
  if (count < 2) return Number.NaN;
  const without = replies.map((_, left) => mutualInformation(replies.filter((_, n) => n !== left)));
  const mean = without.reduce((sum, one) => sum + one, 0) / count;
  return Math.max(0, count * mutualInformation(replies) - (count - 1) * mean);
}
