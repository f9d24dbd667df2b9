import { sum } from "simple-statistics";
import { countedScores, withinScores } from "./counted-scores.js";

/**
 * The utilitarian rule: the mean of the scores, each counted by how much its dimension matters to
 * you. A point lost on one dimension is made good by a point won on another of the same weight,
 * however low the first already was. It is the rule of the public leaderboard, with equal weights.
 *
 * Source: math 3, `utilitarian`.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores
 * @throws ArgumentError when a score is not finite or the weights do not fit
 * @example
 * weightedMean([20, 80, 50], [1, 1, 2]); // => 50
 * weightedMean([1, 4]); // => 2.5
 */
export function weightedMean(
  scores: readonly number[],
  weights: readonly number[] | null = null,
): number {
  const counted = countedScores(scores, weights);
  return withinScores(counted, sum(counted.map(({ score, share }) => share * score)));
}
