import { checkNumber } from "../statistics/check-argument.js";
import { countedScores } from "./counted-scores.js";
import { inequalityIndex } from "./inequality-index.js";
import { powerMean } from "./power-mean.js";

/** How much Atkinson's rule minds differences between dimensions. */
export interface AtkinsonOptions {
  /**
   * 0: not at all (the mean); 1: as Nash; large: only the worst counts (Rawls). Below 0
   * differences are liked.
   */
  readonly epsilon: number;
}

/**
 * Atkinson's rule: the one score that, given to every dimension, would be judged as good as the
 * scores at hand, when a fall from 20 to 10 hurts more than a rise from 80 to 90 helps. Epsilon
 * says how much more. It is the rule to put behind a single slider: mean, Nash and Rawls are three
 * places on it.
 *
 * In words: the power mean of order 1 - epsilon.
 *
 * Source: math 3, `atkinsonEde`; Atkinson 1970.
 *
 * @param scores   not negative; a negative score that counts gives NaN, since the rule is not
 * defined there
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores; 0 when a score is 0 and epsilon is 1 or more
 * @throws ArgumentError when a number is not finite or the weights do not fit
 * @example
 * atkinsonEde([20, 80, 50], [1, 1, 2], { epsilon: 0.5 }); // => 47.4670824513 (± 1e-9)
 * atkinsonEde([1, 4], null, { epsilon: 2 }); // => 1.6 (± 1e-12)
 * atkinsonEde([0, 100], null, { epsilon: 1 }); // => 0
 * atkinsonEde([-1, 2], null, { epsilon: 2 }); // => NaN
 */
export function atkinsonEde(
  scores: readonly number[],
  weights: readonly number[] | null,
  { epsilon }: AtkinsonOptions,
): number {
  checkNumber("epsilon", epsilon);
  return powerMean(countedScores(scores, weights), 1 - epsilon);
}

/**
 * The part of the mean score that Atkinson's rule would give up to have all dimensions alike: 0
 * when they are. Reach for it to say how uneven a profile is, whatever its height.
 *
 * Source: math 3, `atkinsonIndex`.
 *
 * @returns 1 - EDE / mean; NaN when the mean is 0 or a score that counts is negative
 * @throws ArgumentError as `atkinsonEde`
 * @example
 * atkinsonIndex([1, 4], null, { epsilon: 0.5 }); // => 0.1 (± 1e-12)
 * atkinsonIndex([0, 0], null, { epsilon: 0.5 }); // => NaN
 */
export function atkinsonIndex(
  scores: readonly number[],
  weights: readonly number[] | null,
  options: AtkinsonOptions,
): number {
  return inequalityIndex(scores, weights, (scaled) => atkinsonEde(scaled, weights, options));
}
