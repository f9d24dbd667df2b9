import { checkNumber } from "../statistics/check-argument.js";
import { countedScores, withinScores } from "./counted-scores.js";

/** How far to trust the bright side. */
export interface HurwiczOptions {
  /** From 0 (only the worst counts: Rawls) to 1 (only the best). */
  readonly optimism: number;
}

/**
 * Hurwicz's rule: so much of the best score and the rest of the worst. All dimensions between the
 * two drop out, which makes it easy to explain and blind to most of a profile.
 *
 * Source: math 3, `hurwicz`.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; otherwise size makes
 * no difference
 * @returns on the scale of the scores
 * @throws ArgumentError when optimism is outside 0 to 1, a score is not finite or the weights do
 * not fit
 * @example
 * hurwicz([20, 80, 50], null, { optimism: 0.3 }); // => 38 (± 1e-12)
 * hurwicz([1, 4], null, { optimism: 1 }); // => 4
 * hurwicz([1, 4], null, { optimism: 2 }); // throws /optimism must be a finite number from 0 to 1: 2/
 */
export function hurwicz(
  scores: readonly number[],
  weights: readonly number[] | null,
  { optimism }: HurwiczOptions,
): number {
  checkNumber("optimism", optimism, { from: 0, to: 1 });
  const counted = countedScores(scores, weights);
  const best = Math.max(...counted.map(({ score }) => score));
  const worst = Math.min(...counted.map(({ score }) => score));
  return withinScores(counted, optimism * best + (1 - optimism) * worst);
}
