import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import type { MaybeScore } from "./welfare-result.js";

/** The scale that scores and targets are on. */
export interface TargetOptions {
  /** The highest score there is; the lowest is 0. */
  readonly highest?: number;
}

/**
 * Turns scores into how near they come to what you want. For some dimensions more is not better:
 * who wants a little Power, not all of it, sets the target 30 and gets 100 for a score of 30, less
 * for more and for less. This is the way to say "I do not want this", in place of negative weights.
 *
 * Source: math 3, edge rule 7.
 *
 * @param scores   one a dimension, from 0 to `highest`; `null` where missing, and it stays missing
 * @param targets  one a dimension on the same scale; `null` where more is simply better
 * @returns highest - |score - target|, from 0 to `highest`
 * @throws ArgumentError when a number is outside the scale or the lists differ in length
 * @example
 * targetScores([50, 80, null], [30, null, 10]); // => [80, 80, null]
 * targetScores([0.5], [0], { highest: 1 }); // => [0.5]
 * targetScores([50], [120]); // throws /targets\[0\] must be a finite number from 0 to 100: 120/
 */
export function targetScores(
  scores: readonly MaybeScore[],
  targets: readonly MaybeScore[],
  { highest = 100 }: TargetOptions = {},
): MaybeScore[] {
  checkNumber("highest", highest, { above: 0 });
  if (scores.length !== targets.length)
    throw new ArgumentError("targets", `must be as many as the scores, ${scores.length}`, targets);
  const range = { from: 0, to: highest };
  return scores.map((score, k) => {
    const target = targets[k];
    if (target !== null) checkNumber(`targets[${k}]`, target, range);
    if (score === null) return null;
    checkNumber(`scores[${k}]`, score, range);
    return target === null ? score : highest - Math.abs(score - target);
  });
}
