import { normalisedWeights } from "../statistics/normalised-weights.js";

/**
 * The utilitarian rule: the mean of the scores, each counted by how much its dimension matters to you.
 *
 * @param scores   any numbers
 * @param weights  raw, not negative; `null` for equal
 * @example
 * weightedMean([20, 80, 50], [1, 1, 2]); // => 50
 */
export function weightedMean(
  scores: readonly number[],
  weights: readonly number[] | null = null,
): number {
  const share = normalisedWeights(weights, scores.length);
  return scores.reduce((sum, score, k) => sum + (share[k] === 0 ? 0 : share[k] * score), 0);
}
