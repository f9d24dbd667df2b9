import { countedScores } from "./counted-scores.js";

/**
 * The Rawlsian rule: an examinee is as good as its worst dimension among those that matter at all.
 * How large a weight is makes no difference, only whether it is 0, which surprises many who move a
 * slider.
 *
 * Source: math 3, `rawls`.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns the lowest score that counts
 * @throws ArgumentError when a score is not finite or the weights do not fit
 * @example
 * rawls([20, 80, 50]); // => 20
 * rawls([0, 30, 60], [0, 1, 1]); // => 30
 */
export function rawls(scores: readonly number[], weights: readonly number[] | null = null): number {
  return Math.min(...countedScores(scores, weights).map(({ score }) => score));
}
