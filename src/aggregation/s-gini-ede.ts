import { sum } from "simple-statistics";
import { checkNumber } from "../statistics/check-argument.js";
import { power } from "../statistics/power.js";
import { countedScores, withinScores } from "./counted-scores.js";
import { inequalityIndex } from "./inequality-index.js";

/** How much the S-Gini rule looks to the low end. */
export interface SGiniOptions {
  /**
   * Above 0. 1: the mean; 2: the usual Gini; large: only the worst counts. Below 1 the high end
   * weighs more.
   */
  readonly delta: number;
}

/**
 * The S-Gini rule: line the dimensions up from worst to best and let the worst weigh most. What a
 * dimension weighs depends on its place in the line, not on how low it is.
 *
 * In words: the lowest score, plus every step up from one score to the next, times the share of
 * weight above the step to the power delta. With delta 2 the result is mean x (1 - Gini index).
 *
 * Source: math 3, `sGiniEde`; Donaldson & Weymark 1980.
 *
 * @param scores   any finite numbers
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns on the scale of the scores
 * @throws ArgumentError when delta is not above 0, a number is not finite or the weights do not fit
 * @example
 * sGiniEde([20, 80, 50], [1, 1, 2], { delta: 2 }); // => 38.75 (± 1e-12)
 * sGiniEde([1, 4], null, { delta: 2 }); // => 1.75
 * sGiniEde([1, 4], null, { delta: 0 }); // throws /delta must be a finite number above 0: 0/
 */
export function sGiniEde(
  scores: readonly number[],
  weights: readonly number[] | null,
  { delta }: SGiniOptions,
): number {
  checkNumber("delta", delta, { above: 0 });
  const line = [...countedScores(scores, weights)].sort((a, b) => a.score - b.score);
  // From the best down, so that nothing is left above the best to the last digit.
  const above = new Array<number>(line.length).fill(0);
  for (let place = line.length - 2; place >= 0; place--)
    above[place] = above[place + 1] + line[place + 1].share;
  const steps = line
    .slice(1)
    .map(
      ({ score }, place) => (score - line[place].score) * power(Math.min(1, above[place]), delta),
    );
  return withinScores(line, line[0].score + sum(steps));
}

/**
 * The Gini index of a profile: 0 when all dimensions are alike, towards 1 when one has everything.
 * With equal weights it is the usual Gini index.
 *
 * Source: math 3, `giniIndex`: 1 - S-Gini(2) / mean.
 *
 * @param scores   not negative for the usual reading; negative ones can put the index outside 0 to
 * 1
 * @param weights  raw, not negative; a weight of 0 leaves the dimension out; `null` for equal
 * @returns NaN when the mean is 0
 * @throws ArgumentError as `sGiniEde`
 * @example
 * giniIndex([1, 4]); // => 0.3 (± 1e-12)
 * giniIndex([0, 100]); // => 0.5 (± 1e-12)
 * giniIndex([0, 0]); // => NaN
 */
export function giniIndex(
  scores: readonly number[],
  weights: readonly number[] | null = null,
): number {
  return inequalityIndex(scores, weights, (scaled) => sGiniEde(scaled, weights, { delta: 2 }));
}
