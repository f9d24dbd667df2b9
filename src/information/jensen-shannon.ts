import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkDistributions } from "./check-distribution.js";
import { entropy, entropyTerm } from "./entropy.js";
import { logRatio } from "./log-ratio.js";
import { mixture } from "./mixture.js";

/**
 * The generalized Jensen-Shannon divergence asks how far several distributions are from agreeing: it is zero when all
 * spread their shares alike, and largest when no two have a value in common.
 *
 * In words: the entropy of the average distribution, less the average entropy. It is the information that a value
 * drawn from one of them carries about which one it came from, and also their mean Kullback-Leibler divergence to
 * the average (`klToMixtureMean`). It needs no smoothing, and its square root is a metric for two.
 *
 * Source: Lin 1991; math 1.1.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @returns nats, from 0 to the smaller of H(weights) and ln K; 0 for one row
 * @throws ArgumentError when a row is no distribution or the weights do not fit
 * @example
 * jensenShannon([[1, 0], [0, 1]]); // => 0.69314718056 (± 1e-12)
 * jensenShannon([[0.5, 0.5, 0], [0, 0.5, 0.5]]); // => 0.34657359028 (± 1e-12)
 * jensenShannon([[1, 0], [0, 1], [0, 1]], [1, 1, 2]); // => 0.562335144619 (± 1e-12)
 */
export function jensenShannon(
  distributions: readonly (readonly number[])[],
  weights: readonly number[] | null = null,
): number {
  checkDistributions("distributions", distributions);
  const share = normalisedWeights(weights, distributions.length);
  const mean = mixture(distributions, share);
  let total = 0;
  for (let k = 0; k < mean.length; k++) {
    total += entropyTerm(mean[k]);
    for (let i = 0; i < share.length; i++) total -= share[i] * entropyTerm(distributions[i][k]);
  }
  return Math.max(0, total);
}

/**
 * Jensen-Shannon as a share of the most it could be with these weights and so many values: for display, where
 * panels of different size stand side by side. Within one run the raw value ranks items alike.
 *
 * Source: math 1.1.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @returns from 0 to 1; 0 where nothing could differ (one row, one value)
 * @throws ArgumentError when a row is no distribution or the weights do not fit
 * @example
 * jensenShannonNormalised([[0.5, 0.5, 0], [0, 0.5, 0.5]]); // => 0.5 (± 1e-12)
 * jensenShannonNormalised([[0.5, 0.5]]); // => 0
 */
export function jensenShannonNormalised(
  distributions: readonly (readonly number[])[],
  weights: readonly number[] | null = null,
): number {
  const divergence = jensenShannon(distributions, weights);
  const ofWeights = entropy(normalisedWeights(weights, distributions.length));
  const most = Math.min(ofWeights, Math.log(distributions[0].length));
  return most > 0 ? Math.min(1, divergence / most) : 0;
}

/**
 * The mean Kullback-Leibler divergence of several distributions to their own average. The same number as
 * `jensenShannon`, reached another way: what each member's surprise at the panel comes to.
 *
 * Source: math 1.1.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @returns nats, from 0 to the smaller of H(weights) and ln K
 * @throws ArgumentError when a row is no distribution or the weights do not fit
 * @example
 * klToMixtureMean([[1, 0], [0, 1]]); // => 0.69314718056 (± 1e-12)
 */
export function klToMixtureMean(
  distributions: readonly (readonly number[])[],
  weights: readonly number[] | null = null,
): number {
  checkDistributions("distributions", distributions);
  const share = normalisedWeights(weights, distributions.length);
  const mean = mixture(distributions, share);
  let total = 0;
  for (let i = 0; i < share.length; i++)
    for (let k = 0; k < mean.length; k++) {
      const p = distributions[i][k];
      // A share that only a denormal number separates from 0 can vanish from the average: it adds nothing.
      if (share[i] > 0 && p > 0 && mean[k] > 0) total += share[i] * p * logRatio(p, mean[k]);
    }
  return Math.max(0, total);
}
