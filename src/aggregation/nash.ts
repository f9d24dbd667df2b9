import { normalisedWeights } from "../statistics/normalised-weights.js";

/**
 * The Bernoulli-Nash rule: the weighted geometric mean. Doubling one score counts as much as doubling another,
 * and a single 0 makes the whole 0.
 *
 * @param scores   not negative; a negative score that matters gives NaN, since the rule is not defined there
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @example
 * nash([1, 4]); // => 2 (± 1e-12)
 * nash([0, 100]); // => 0
 * nash([-1, 2]); // => NaN
 */
export function nash(scores: readonly number[], weights: readonly number[] | null = null): number {
  const share = normalisedWeights(weights, scores.length);
  const counted = scores
    .map((score, k) => ({ score, weight: share[k] }))
    .filter((e) => e.weight > 0);
  if (counted.some((entry) => entry.score < 0)) return Number.NaN;
  if (counted.some((entry) => entry.score === 0)) return 0;
  return Math.exp(counted.reduce((sum, entry) => sum + entry.weight * Math.log(entry.score), 0));
}
