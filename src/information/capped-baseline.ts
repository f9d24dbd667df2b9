import { checkNumber } from "../statistics/check-argument.js";
import { questionBaseline } from "./question-baseline.js";

/** The usual cap: above it, a bare item counts as no more loaded with a value. */
export const USUAL_CAP = 0.3;

/**
 * The question baseline with the item's own reading capped: an item that is loaded with a value counts as loaded up to the
 * cap only. That bounds what silence can earn: a reply that leaves aside what the item names gets at most KL_b(clip || cap),
 * a tenth of what the uncapped form pays for it.
 *
 * Source: simulator 6; methods 2.3.
 *
 * @param replies   one row of K readings a reply, in [0, 1]
 * @param baseline  K readings of the bare item, in [0, 1]
 * @param clip      both are kept inside [clip, 1 - clip]; above 0, below 0.5
 * @param cap       the largest reading of the bare item that counts, from 0 to 1
 * @returns nats a dimension, from 0 to `questionBaselineMaximum(clip)`
 * @throws ArgumentError when rows differ in length, a reading or the cap is no probability, or the clip is none
 * @example
 * cappedBaseline([[0]], [1], 0.02, 0.3); // => 0.27558 (± 1e-5)
 * cappedBaseline([[1, 0]], [0.1, 0.2], 0.02, 0.3) === questionBaseline([[1, 0]], [0.1, 0.2], 0.02); // => true
 * cappedBaseline([[1]], [0], 0.02, 2); // throws /cap must be a finite number from 0 to 1: 2/
 */
export function cappedBaseline(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
  clip: number,
  cap: number = USUAL_CAP,
): number {
  checkNumber("cap", cap, { from: 0, to: 1 });
  // What is no probability is left as it is, to be refused.
  const capped = baseline.map((r) => (r > cap && r <= 1 ? cap : r));
  return questionBaseline(replies, capped, clip);
}
