import { checkProfiles, meanProfiles, type Posteriors, type Profiles } from "./profile-matrix.js";

/**
 * The mean squared distance between two examinees' profiles on an item, freed of sampling noise: what two
 * different replies of the same examinee share is signal, the rest is noise. Its expectation is 0 when
 * examinees do not differ, so it can be negative. The mean is over pairs of examinees and over dimensions.
 *
 * Source: the U-statistic of the pairwise squared L2 distance (between variance less within variance / N).
 *
 * @param posteriors  by examinee, by sample (two or more each), by dimension
 * @param means       their mean profiles, when they are at hand already; `null` to compute them
 * @returns from -1 to 1; NaN with fewer than two examinees or any with fewer than two samples
 * @throws ArgumentError when rows differ in length or a mean is no probability
 * @example
 * separation([[[1], [1]], [[0], [0]]]); // => 1
 * separation([[[1], [0]], [[1], [0]]]); // => -0.5
 * separation([[[1]], [[0]]]); // => NaN
 */
export function separation(posteriors: Posteriors, means: Profiles | null = null): number {
  const examinees = posteriors.length;
  if (examinees < 2 || posteriors.some((samples) => samples.length < 2)) return Number.NaN;
  const profiles = means ?? meanProfiles(posteriors);
  const dimensions = checkProfiles("posteriors", profiles);
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    let own = 0;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < examinees; i++) {
      const samples = posteriors[i];
      const count = samples.length;
      let scatter = 0;
      for (let n = 0; n < count; n++) scatter += samples[n][k] * samples[n][k];
      const mean = profiles[i][k];
      const whole = count * mean;
      // The product of two different replies of one examinee, on average.
      own += (whole * whole - scatter) / (count * (count - 1));
      sum += mean;
      squares += mean * mean;
    }
    const cross = (sum * sum - squares) / (examinees * (examinees - 1));
    total += 2 * (own / examinees - cross);
  }
  return total / dimensions;
}
