import { checkNumbers } from "../check-argument.js";
import { deviations, largest } from "../rounding.js";

/** How much of what an item shows between examinees is more than noise. */
export interface SignalShare {
  /** Variance of the examinees' means. NaN with one examinee. */
  readonly varianceOfMeans: number;
  /** What of it the sampling noise alone would give: the mean of variance / count. */
  readonly noise: number;
  /**
   * The share of the variance that is not noise, 0 to 1. NaN where all means are the same, or with
   * one examinee.
   */
  readonly share: number;
}

/**
 * The share of an item's spread between examinees that is more than noise, when examinees were
 * sampled unequally often; with equal numbers `oneWayAnova` says the same and more.
 *
 * @param means      one number an examinee: the mean of its samples
 * @param variances  the variance of those samples (divided by n - 1), from 0
 * @param counts     how many samples they were, from 1
 * @throws ArgumentError when the lists differ in length, or a number is out of range
 *
 * Source: math 4.6.
 *
 * @example
 * const { varianceOfMeans, noise, share } = signalShare([0.2, 0.8], [0.1, 0.1], [5, 5]);
 * [varianceOfMeans, noise, share]; // => [0.18, 0.02, 0.888888889] (± 1e-9)
 * signalShare([0.5, 0.5], [0.1, 0.1], [5, 5]).share; // => NaN
 */
export function signalShare(
  means: readonly number[],
  variances: readonly number[],
  counts: readonly number[],
): SignalShare {
  checkNumbers("means", means);
  checkNumbers("variances", variances, { from: 0, count: means.length });
  checkNumbers("counts", counts, { from: 1, count: means.length });
  const { rest } = deviations(means);
  const scale = largest(rest);
  const noise = variances.reduce((sum, v, at) => sum + v / counts[at] / means.length, 0);
  // Both in units of the largest deviation, whose square might vanish.
  const spread =
    rest.reduce((sum, x) => sum + (scale === 0 ? 0 : (x / scale) ** 2), 0) / (means.length - 1);
  return {
    varianceOfMeans: spread * scale * scale,
    noise,
    share: scale === 0 ? Number.NaN : Math.max(0, 1 - noise / scale / scale / spread),
  };
}
