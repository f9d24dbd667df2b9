import { sum } from "simple-statistics";
import { checkNumber, checkNumbers } from "../statistics/check-argument.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import { withinScores } from "./counted-scores.js";

/**
 * The ordered weighted average: weights belong to places, not to dimensions. The first weight goes
 * to the worst score, the last to the best. Weights that fall care for the low end; all alike give
 * the mean; all on the first give Rawls.
 *
 * Source: math 3, `owa`; Yager 1988.
 *
 * @param scores       any finite numbers
 * @param rankWeights  raw, not negative, one a score: worst place first. What a dimension matters
 * to you does not enter
 * @returns on the scale of the scores
 * @throws ArgumentError when a number is not finite or the rank weights do not fit
 * @example
 * owa([20, 80, 50], [3, 2, 1]); // => 40 (± 1e-12)
 * owa([1, 4], [2, 1]); // => 2 (± 1e-12)
 * owa([1, 4], [1]); // throws /rankWeights must be as many as there are entries, 2/
 */
export function owa(scores: readonly number[], rankWeights: readonly number[]): number {
  checkNumbers("scores", scores);
  const shares = normalisedWeights(rankWeights, scores.length, "rankWeights");
  const line = scores.toSorted((a, b) => a - b);
  const counted = line.map((score, place) => ({ score, share: shares[place] }));
  return withinScores(counted, sum(counted.map(({ score, share }) => share * score)));
}

/**
 * Where rank weights stand between "only the worst" (0) and "only the best" (1); the plain mean
 * stands at 0.5.
 *
 * Source: math 3, `orness`; Yager 1988.
 *
 * @param rankWeights  raw, not negative, worst place first
 * @returns from 0 to 1; NaN with a single place, which is worst and best at once
 * @throws ArgumentError when there is no weight above 0
 * @example
 * orness([3, 2, 1]); // => 0.333333333333 (± 1e-12)
 * orness([1, 1, 1]); // => 0.5 (± 1e-12)
 * orness([1]); // => NaN
 */
export function orness(rankWeights: readonly number[]): number {
  checkNumbers("rankWeights", rankWeights, { from: 0 });
  const shares = normalisedWeights(rankWeights, rankWeights.length, "rankWeights");
  if (shares.length === 1) return Number.NaN;
  return Math.min(1, sum(shares.map((share, place) => share * (place / (shares.length - 1)))));
}

/**
 * Rank weights that fall by the same factor from each place to the next better one: a way to choose
 * an ordered weighted average for any number of dimensions by one number.
 *
 * @param count  how many places, 1 or more
 * @param fall   from 0 (only the worst counts) to 1 (all alike)
 * @throws ArgumentError
 * @example
 * fallingRankWeights(3, 0.5); // => [1, 0.5, 0.25]
 * fallingRankWeights(3, 0); // => [1, 0, 0]
 */
export function fallingRankWeights(count: number, fall: number): number[] {
  checkNumber("count", count, { from: 1, to: 1e6, whole: true });
  checkNumber("fall", fall, { from: 0, to: 1 });
  const weights = [1];
  while (weights.length < count) weights.push(weights[weights.length - 1] * fall);
  return weights;
}
