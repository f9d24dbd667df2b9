import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkProfiles, type Profiles } from "./profile-matrix.js";

/**
 * The variance of the examinees' probabilities around the panel mean, averaged over dimensions: the Bregman
 * information of the squared norm. Small differences weigh less than under Jensen-Shannon.
 *
 * @param profiles  M rows of K probabilities in [0, 1]
 * @param weights   how much each examinee counts; `null` for equal
 * @returns from 0 to 1/4
 * @throws ArgumentError when two profiles differ in length or a cell is no probability
 * @example
 * bernoulliVariance([[1, 0], [0, 1]]); // => 0.25
 */
export function bernoulliVariance(
  profiles: Profiles,
  weights: readonly number[] | null = null,
): number {
  const dimensions = checkProfiles("profiles", profiles);
  const share = normalisedWeights(weights, profiles.length);
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    const mean = profiles.reduce((sum, row, i) => sum + share[i] * row[k], 0);
    total += profiles.reduce((sum, row, i) => sum + share[i] * (row[k] - mean) ** 2, 0);
  }
  return total / dimensions;
}
