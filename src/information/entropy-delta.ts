import { checkDistributions } from "./check-distribution.js";
import { entropy } from "./entropy.js";
import { mixture } from "./mixture.js";

/**
 * The entropy of the mean reading of an examinee's replies, freed (to first order) of what the mean lost by resting on
 * few replies. For soft verdicts, which are less noisy than labels, so that the corrections for counts overdo it.
 *
 * H(mean) + 1/2 sum_k s_k^2 / (S mean_k), s_k^2 the sample variance of the readings.
 *
 * Source: math 1.5.
 *
 * @param replies  S rows, each a distribution over K values
 * @returns nats, from 0; may exceed ln K; NaN for a single reply, whose variance nobody knows
 * @throws ArgumentError when a row is no distribution or lengths differ
 * @example
 * entropyDeltaCorrected([[1, 0], [0, 1]]); // => 1.193147 (± 1e-6)
 * entropyDeltaCorrected([[1, 0]]); // => NaN
 */
export function entropyDeltaCorrected(replies: readonly (readonly number[])[]): number {
  checkDistributions("replies", replies);
  return entropy(meanReply(replies)) + concavityLoss(replies);
}

/**
 * The mean of distributions that all count alike.
 *
 * @param replies  S rows of K shares
 * @example
 * meanReply([[1, 0], [0, 1]]); // => [0.5, 0.5]
 */
export function meanReply(replies: readonly (readonly number[])[]): number[] {
  return mixture(replies, new Array<number>(replies.length).fill(1 / replies.length));
}

/**
 * How much an entropy of the mean of S readings falls short, to first order: 1/2 sum_k s_k^2 / (S mean_k).
 *
 * @param replies  S rows of K shares, from 0 up
 * @returns nats, from 0; NaN for a single reply
 * @example
 * concavityLoss([[1, 0], [0, 1]]); // => 0.5
 */
export function concavityLoss(replies: readonly (readonly number[])[]): number {
  const count = replies.length;
  if (count < 2) return Number.NaN;
  return meanReply(replies).reduce((total, mean, k) => {
    const squares = replies.reduce((sum, reply) => sum + (reply[k] - mean) ** 2, 0);
    // Where the mean is 0, so is every reading.
    return squares > 0 ? total + squares / (count - 1) / (2 * count * mean) : total;
  }, 0);
}
