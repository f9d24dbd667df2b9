import { checkNumber } from "../statistics/check-argument.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import { power } from "../statistics/power.js";
import { checkDistributions } from "./check-distribution.js";
import { entropyTerm } from "./entropy.js";
import { mixture } from "./mixture.js";

/** Nearer to order 1 than this, a power minus the number itself would lose its digits. */
const NEAR_ONE = 0.5;

/**
 * The Jensen-Tsallis divergence: Jensen-Shannon with Tsallis' entropy S_q = (1 - sum p^q) / (q - 1) in the place of
 * Shannon's. Order 1 is Jensen-Shannon, order 2 the variance (`bregmanInformation`, squared); low orders heed rare
 * values more.
 *
 * Source: Burbea and Rao 1982; math 1.2.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param order          q, above 0
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @returns from 0 (alike) to S_q of min(M, K) equal shares
 * @throws ArgumentError when a row is no distribution, the weights do not fit, or the order is not above 0
 * @example
 * jensenTsallis([[1, 0], [0.5, 0.5]], 2); // => 0.125
 * jensenTsallis([[1, 0], [0, 1]], 1); // => 0.69314718056 (± 1e-12)
 */
export function jensenTsallis(
  distributions: readonly (readonly number[])[],
  order: number,
  weights: readonly number[] | null = null,
): number {
  checkDistributions("distributions", distributions);
  checkNumber("order", order, { above: 0 });
  const share = normalisedWeights(weights, distributions.length);
  const mean = mixture(distributions, share);
  let total = 0;
  for (let k = 0; k < mean.length; k++) {
    total += tsallisTerm(mean[k], order);
    for (let i = 0; i < share.length; i++)
      total -= share[i] * tsallisTerm(distributions[i][k], order);
  }
  return Math.max(0, total);
}

/**
 * What one share adds to a Tsallis entropy: (p - p^q) / (q - 1), at order 1 its limit -p ln p, and 0 for a share of 0.
 *
 * @example
 * tsallisTerm(0.5, 2); // => 0.25
 * tsallisTerm(0.5, 1); // => 0.346574 (± 1e-6)
 */
export function tsallisTerm(p: number, order: number): number {
  if (p <= 0) return 0;
  const exponent = order - 1;
  if (exponent === 0) return entropyTerm(p);
  if (Math.abs(exponent) < NEAR_ONE) return (-p * Math.expm1(exponent * Math.log(p))) / exponent;
  return (p - power(p, order)) / exponent;
}
