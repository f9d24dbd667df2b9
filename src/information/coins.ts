import { checkProfiles, type Profiles } from "./profile-matrix.js";

/**
 * One dimension of several profiles as coins: for each row, the chances that the value is shown and that it is not.
 *
 * @param profiles   M rows of K probabilities in [0, 1]
 * @param dimension  which one, from 0
 * @returns M distributions over two outcomes
 * @example
 * coinsOf([[0.25, 1], [0.5, 0]], 0); // => [[0.25, 0.75], [0.5, 0.5]]
 */
export function coinsOf(profiles: Profiles, dimension: number): number[][] {
  return profiles.map((row) => [row[dimension], 1 - row[dimension]]);
}

/**
 * The mean over dimensions of something that is computed from each dimension's coins.
 *
 * @param profiles  M rows of K probabilities in [0, 1]
 * @param of        takes M distributions over two outcomes
 * @throws ArgumentError when rows differ in length or a cell is no probability
 * @example
 * meanOverCoins([[1, 0], [1, 1]], (coins) => Math.abs(coins[0][0] - coins[1][0])); // => 0.5
 */
export function meanOverCoins(
  profiles: Profiles,
  of: (coins: readonly (readonly number[])[]) => number,
): number {
  const dimensions = checkProfiles("profiles", profiles);
  let total = 0;
  for (let k = 0; k < dimensions; k++) total += of(coinsOf(profiles, k));
  return total / dimensions;
}
