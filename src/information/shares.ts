import { checkProfiles, type Profiles } from "./profile-matrix.js";

/**
 * Profiles as shares: each row divided by its sum, so that it says how an examinee spreads over the values and no longer
 * how much it shows in all. A row of zeros, which shows nothing, becomes even shares.
 *
 * @param profiles  M rows of K probabilities in [0, 1]
 * @returns M distributions over K values
 * @throws ArgumentError when rows differ in length or a cell is no probability
 * @example
 * sharesOf([[0.2, 0.6], [0, 0]]); // => [[0.25, 0.75], [0.5, 0.5]] (± 1e-12)
 */
export function sharesOf(profiles: Profiles): number[][] {
  const dimensions = checkProfiles("profiles", profiles);
  return profiles.map((row) => {
    const total = row.reduce((sum, p) => sum + p, 0);
    return row.map((p) => (total === 0 ? 1 / dimensions : p / total));
  });
}
