import { normalisedWeights } from "../statistics/normalised-weights.js";

/**
 * The Rawlsian rule: an examinee is as good as its worst dimension among those that matter at all.
 *
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @example
 * rawls([20, 80, 50]); // => 20
 * rawls([0, 30, 60], [0, 1, 1]); // => 30
 */
export function rawls(scores: readonly number[], weights: readonly number[] | null = null): number {
  const share = normalisedWeights(weights, scores.length);
  return Math.min(...scores.filter((_, k) => share[k] > 0));
}
