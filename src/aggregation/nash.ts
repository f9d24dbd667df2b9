import { countedScores } from "./counted-scores.js";
import { powerMean } from "./power-mean.js";

/**
 * The Bernoulli-Nash rule: the weighted geometric mean. Doubling one score counts as much as
 * doubling another, and a single 0 makes the whole 0: no small number is added in secret to avoid
 * it. It is the only rule here whose ranking of examinees stays the same when one dimension alone
 * is measured on another unit, so it is the one to reach for when dimensions are not comparable.
 *
 * Source: math 3, `nash`.
 *
 * @param scores   not negative; a negative score that counts gives NaN, since the rule is not
 * defined there
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores
 * @throws ArgumentError when a score is not finite or the weights do not fit
 * @example
 * nash([1, 4]); // => 2 (± 1e-12)
 * nash([20, 80, 50], [1, 1, 2]); // => 44.72135955 (± 1e-8)
 * nash([0, 100]); // => 0
 * nash([-1, 2]); // => NaN
 */
export function nash(scores: readonly number[], weights: readonly number[] | null = null): number {
  return powerMean(countedScores(scores, weights), 0);
}
