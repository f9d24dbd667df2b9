import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkDistributions } from "./check-distribution.js";

/** How far one distribution is from another. */
export type PairDivergence = (p: readonly number[], q: readonly number[]) => number;

/**
 * A divergence between two, made into one among many: its mean over all ordered pairs of different rows, each pair
 * weighted by the product of its rows' weights.
 *
 * Both directions are counted, so that the mean does not depend on the order of the rows even where the divergence
 * itself is not symmetric. The cost grows with the square of the number of rows.
 *
 * Source: math 1.2.
 *
 * @param distributions  M rows, each a distribution over the same K values
 * @param between        the divergence of two rows: `kullbackLeibler`, `hellinger`, or one of your own
 * @param weights        how much each row counts; `null` for equal, 0 leaves one out
 * @param symmetric      whether both directions are the same number, which saves half the work
 * @returns in the unit of `between`; 0 when fewer than two rows count; Infinity when a pair that counts is infinite
 * @throws ArgumentError when a row is no distribution or the weights do not fit
 * @example
 * const gap = (p, q) => Math.max(0, p[0] - q[0]);
 * meanPairwise([[1, 0], [1, 0], [0, 1]], gap); // => 0.333333 (± 1e-6)
 * meanPairwise([[1, 0], [1, 0], [0, 1]], gap, [1, 0, 1]); // => 0.5
 * meanPairwise([[1, 0]], gap); // => 0
 */
export function meanPairwise(
  distributions: readonly (readonly number[])[],
  between: PairDivergence,
  weights: readonly number[] | null = null,
  symmetric = false,
): number {
  checkDistributions("distributions", distributions);
  const share = normalisedWeights(weights, distributions.length);
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < distributions.length; i++)
    for (let j = 0; j < (symmetric ? i : distributions.length); j++) {
      const weight = i === j ? 0 : share[i] * share[j];
      if (weight === 0) continue;
      total += weight * between(distributions[i], distributions[j]);
      pairs += weight;
    }
  return pairs === 0 ? 0 : total / pairs;
}
