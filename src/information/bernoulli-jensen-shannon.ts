import { normalisedWeights } from "../statistics/normalised-weights.js";
import { binaryEntropy } from "./binary-entropy.js";
import { checkProfiles, type Profiles } from "./profile-matrix.js";

/**
 * How far several examinees are from agreeing on an item, every value dimension being a coin of its own: the
 * generalized Jensen-Shannon divergence per dimension, averaged over dimensions. It is the default D of Eq. 1.
 *
 * In words: how uncertain the whole panel is whether the value is shown, less how uncertain its members are.
 *
 * @param profiles  M rows of K probabilities in [0, 1]
 * @param weights   how much each examinee counts; `null` for equal
 * @returns nats a dimension, from 0 (all alike) to ln 2
 * @throws ArgumentError when two profiles differ in length or a cell is no probability
 * @example
 * bernoulliJensenShannon([[1, 0], [0, 1]]); // => 0.693147 (± 1e-6)
 * bernoulliJensenShannon([[0.3, 0.6], [0.3, 0.6]]); // => 0 (± 1e-12)
 * bernoulliJensenShannon([[1, 0], [1]]); // throws /2 dimensions/
 */
export function bernoulliJensenShannon(
  profiles: Profiles,
  weights: readonly number[] | null = null,
): number {
  const dimensions = checkProfiles("profiles", profiles);
  const examinees = profiles.length;
  const share = normalisedWeights(weights, examinees);
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    let panel = 0;
    let within = 0;
    for (let i = 0; i < examinees; i++) {
      const p = profiles[i][k];
      panel += share[i] * p;
      within += share[i] * binaryEntropy(p);
    }
    total += binaryEntropy(panel) - within;
  }
  // Rounding can leave a trace below zero when all rows agree.
  return Math.max(0, total / dimensions);
}
