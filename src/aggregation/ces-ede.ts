import { checkNumber } from "../statistics/check-argument.js";
import { countedScores } from "./counted-scores.js";
import { powerMean } from "./power-mean.js";

/** How well one dimension may stand in for another. */
export interface CesOptions {
  /**
   * 1: perfectly (the mean); 0: as Nash; far below: not at all (Rawls). Above 1 differences are
   * liked.
   */
  readonly rho: number;
}

/**
 * The rule of constant elasticity of substitution, as economists write Atkinson's: (sum w
 * x^rho)^(1/rho), with rho = 1 - epsilon. Reach for it when you think in terms of what can make up
 * for what.
 *
 * Source: math 3, `cesEde`.
 *
 * @param scores   not negative; a negative score that counts gives NaN, since the rule is not
 * defined there
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores; 0 when a score is 0 and rho is 0 or less
 * @throws ArgumentError when a number is not finite or the weights do not fit
 * @example
 * cesEde([20, 80, 50], [1, 1, 2], { rho: -1 }); // => 39.0243902439 (± 1e-9)
 * cesEde([1, 4], null, { rho: 1 }); // => 2.5 (± 1e-12)
 * cesEde([0, 4], null, { rho: -1 }); // => 0
 */
export function cesEde(
  scores: readonly number[],
  weights: readonly number[] | null,
  { rho }: CesOptions,
): number {
  checkNumber("rho", rho);
  return powerMean(countedScores(scores, weights), rho);
}
