import { checkNumber } from "../statistics/check-argument.js";
import { countedScores } from "./counted-scores.js";
import { exponentialMean } from "./exponential-mean.js";

/** How much the Kolm-Pollak rule minds differences between dimensions. */
export interface KolmPollakOptions {
  /**
   * In units of 1/score: 0.05 on a scale of 0 to 100 is 5 on a scale of 0 to 1. 0 is the mean;
   * below 0 differences are liked.
   */
  readonly kappa: number;
}

/**
 * The Kolm-Pollak rule: like Atkinson's, it asks for the single score judged as good as all of
 * them, but it minds how many points lie between dimensions and not how many times one is the
 * other. Raising every score by ten raises the result by ten. Negative scores are welcome.
 *
 * In words: -(1/kappa) times the logarithm of the mean of exp(-kappa x).
 *
 * Source: math 3, `kolmPollakEde`; Kolm 1976.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores
 * @throws ArgumentError when a number is not finite or the weights do not fit
 * @example
 * kolmPollakEde([20, 80, 50], [1, 1, 2], { kappa: 0.05 }); // => 39.6693561031 (± 1e-9)
 * kolmPollakEde([20, 80, 50], [1, 1, 2], { kappa: 1e-6 }); // => 49.999775 (± 1e-8)
 * kolmPollakEde([-1, 2], null, { kappa: 0 }); // => 0.5
 */
export function kolmPollakEde(
  scores: readonly number[],
  weights: readonly number[] | null,
  { kappa }: KolmPollakOptions,
): number {
  checkNumber("kappa", kappa);
  return exponentialMean(countedScores(scores, weights), -kappa);
}
