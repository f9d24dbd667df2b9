import type { Divergence } from "./divergence.js";
import { meanProfiles, type Posteriors, type Profiles } from "./profile-matrix.js";

/**
 * D of an item as its replies show it: the divergence of the examinees' mean profiles, or the divergence's own
 * estimate from the single replies where it has one.
 *
 * @param posteriors  by examinee, by sample, by dimension
 * @param weights     how much each examinee counts; `null` for equal
 * @param profiles    the mean profiles, when they are at hand already; `null` to compute them
 * @example
 * const gap = { id: "gap", maximum: () => 1, of: (rows) => Math.abs(rows[0][0] - rows[1][0]) };
 * informativeness(gap, [[[1], [0]], [[0], [0]]], null); // => 0.5
 * informativeness({ ...gap, ofSamples: () => 0.25 }, [[[1], [0]], [[0], [0]]], null); // => 0.25
 */
export function informativeness(
  divergence: Divergence,
  posteriors: Posteriors,
  weights: readonly number[] | null,
  profiles: Profiles | null = null,
): number {
  return divergence.ofSamples
    ? divergence.ofSamples(posteriors, weights)
    : divergence.of(profiles ?? meanProfiles(posteriors), weights);
}
