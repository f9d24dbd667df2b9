import { normalisedWeights } from "../statistics/normalised-weights.js";
import { checkProfiles, type Profiles } from "./profile-matrix.js";

/**
 * The mean distance between two examinees drawn from the panel, |p_i - p_j| per dimension, averaged over
 * dimensions. Plain to explain: "two models differ by so many percentage points".
 *
 * @param profiles  M rows of K probabilities in [0, 1]
 * @param weights   how much each examinee counts; `null` for equal
 * @returns from 0 to 1; 0 for a single examinee
 * @throws ArgumentError when two profiles differ in length or a cell is no probability
 * @example
 * bernoulliTotalVariation([[1, 0], [0, 1]]); // => 1
 * bernoulliTotalVariation([[0.5], [0.25]]); // => 0.25
 */
export function bernoulliTotalVariation(
  profiles: Profiles,
  weights: readonly number[] | null = null,
): number {
  const dimensions = checkProfiles("profiles", profiles);
  const share = normalisedWeights(weights, profiles.length);
  let distance = 0;
  let pairs = 0;
  for (let i = 0; i < profiles.length; i++)
    for (let j = 0; j < i; j++) {
      const weight = share[i] * share[j];
      pairs += weight;
      for (let k = 0; k < dimensions; k++)
        distance += weight * Math.abs(profiles[i][k] - profiles[j][k]);
    }
  return pairs === 0 ? 0 : distance / (pairs * dimensions);
}
