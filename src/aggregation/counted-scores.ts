import { checkNumbers } from "../statistics/check-argument.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";

/** A score that counts, and the share of the whole that its dimension has. */
export interface CountedScore {
  readonly score: number;
  /** From 0 to 1; the shares of one examinee sum to 1. */
  readonly share: number;
}

/**
 * The scores that a welfare rule looks at: those whose weight is above 0, each with its share.
 * Every rule begins here, so that "a weight of 0 leaves the dimension out" means the same in all of
 * them.
 *
 * Source: math 0 and 3.
 *
 * @param scores   one a dimension, any finite numbers
 * @param weights  raw, not negative; `null` for equal
 * @throws ArgumentError when there is no score, one is not finite, or the weights do not fit
 * @example
 * countedScores([20, 80, 50], [1, 3, 0]); // => [{ score: 20, share: 0.25 }, { score: 80, share: 0.75 }]
 * countedScores([1, NaN], null); // throws /scores\[1\] must be a finite number: NaN/
 */
export function countedScores(
  scores: readonly number[],
  weights: readonly number[] | null,
): readonly CountedScore[] {
  checkNumbers("scores", scores);
  const shares = normalisedWeights(weights, scores.length);
  return scores
    .map((score, k) => ({ score, share: shares[k] }))
    .filter((_, k) => weights === null || weights[k] > 0);
}

/**
 * The same number, moved inside the lowest and highest score that count where rounding put it a
 * hair outside. No welfare rule may say more than the best score or less than the worst.
 *
 * @example
 * withinScores([{ score: 1, share: 0.5 }, { score: 4, share: 0.5 }], 4.0000000000000001); // => 4
 */
export function withinScores(counted: readonly CountedScore[], value: number): number {
  const scores = counted.map(({ score }) => score);
  return Math.min(Math.max(value, Math.min(...scores)), Math.max(...scores));
}
