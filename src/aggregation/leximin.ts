import { checkNumbers } from "../statistics/check-argument.js";
import { countedScores } from "./counted-scores.js";

/**
 * What leximin looks at: the scores that count, worst first. Two profiles with the same key are
 * equally good to it.
 *
 * Source: math 3, `leximinKey`.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; otherwise size makes
 * no difference
 * @throws ArgumentError when a score is not finite or the weights do not fit
 * @example
 * leximinKey([20, 80, 50]); // => [20, 50, 80]
 * leximinKey([20, 80, 50], [0, 1, 1]); // => [50, 80]
 */
export function leximinKey(
  scores: readonly number[],
  weights: readonly number[] | null = null,
): number[] {
  return countedScores(scores, weights)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
}

/**
 * Leximin: Rawls with a tie-break. The profile whose worst dimension is better wins; if the worst
 * are equal the second worst decide, and so on. It orders profiles and gives no number, since no
 * number can say so much.
 *
 * Source: math 3, `leximinCompare`.
 *
 * @param a        any finite numbers
 * @param b        as many as `a`
 * @param weights  for both; raw, not negative; a weight of 0 leaves the dimension out
 * @returns 1 when `a` is better, -1 when `b` is, 0 when neither
 * @throws ArgumentError when the two differ in length, a score is not finite or the weights do not
 * fit
 * @example
 * leximinCompare([1, 5, 5], [1, 4, 9]); // => 1
 * leximinCompare([1, 2, 3], [3, 2, 1]); // => 0
 */
export function leximinCompare(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[] | null = null,
): -1 | 0 | 1 {
  checkNumbers("a", a);
  checkNumbers("b", b, { count: a.length });
  const other = leximinKey(b, weights);
  for (const [place, score] of leximinKey(a, weights).entries())
    if (score !== other[place]) return score > other[place] ? 1 : -1;
  return 0;
}
