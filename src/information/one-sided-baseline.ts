import { checkClip, checkReplies, clipped, DEFAULT_CLIP } from "./question-baseline.js";

/**
 * The question baseline, counted only where a reply shows a value more than the bare item does. A reply that leaves a
 * value aside which the item names adds nothing here, while under `questionBaseline` its silence counts.
 *
 * Source: simulator 6; methods 2.3.
 *
 * @param replies   one row of K readings a reply, in [0, 1]
 * @param baseline  K readings of the bare item, in [0, 1]
 * @param clip      both are kept inside [clip, 1 - clip]; above 0, below 0.5
 * @returns nats a dimension, from 0 to `questionBaselineMaximum(clip)`
 * @throws ArgumentError when rows differ in length, a reading is no probability, or the clip is none
 * @example
 * oneSidedBaseline([[1, 0], [1, 0]], [0, 0]); // => 1.868074 (± 1e-6)
 * oneSidedBaseline([[0]], [1]); // => 0
 */
export function oneSidedBaseline(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
  clip: number = DEFAULT_CLIP,
): number {
  checkClip(clip);
  checkReplies(replies, baseline);
  let total = 0;
  for (const reply of replies)
    for (let k = 0; k < baseline.length; k++) {
      const f = clipped(reply[k], clip);
      const r = clipped(baseline[k], clip);
      if (f > r) total += f * Math.log(f / r) + (1 - f) * Math.log((1 - f) / (1 - r));
    }
  return Math.max(0, total / (replies.length * baseline.length));
}
