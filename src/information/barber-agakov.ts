import { checkProfiles } from "./profile-matrix.js";
import { checkClip, clipped, DEFAULT_CLIP } from "./question-baseline.js";

/**
 * How well one could tell from a reply which value its author meant to show, were each value meant equally often: Barber
 * and Agakov's lower bound of the information between values and replies, the recognizer guessing the value.
 *
 * ln K + mean_v E_{y given v} ln q(v given y), q the recognizer's shares. The bound asks for replies that were primed
 * with each value. There are none among the replies to an item, so each reply stands for a value by as much as it shows
 * of it (Bayes' rule): a value that no reply shows more than another is read off replies that mean something else, which
 * lowers the bound.
 *
 * Source: Barber and Agakov 2003; methods 2.4.
 *
 * @param replies  one row of K readings a reply, in [0, 1]
 * @param clip     readings are kept inside [clip, 1 - clip]; above 0, below 0.5
 * @returns nats, from 0 to ln K; where the bound is below 0 it says nothing, and is 0
 * @throws ArgumentError when rows differ in length, a reading is no probability, or the clip is none
 * @example
 * barberAgakov([[1, 0], [0, 1]]); // => 0.595108 (± 1e-6)
 * barberAgakov([[1, 0], [1, 0]]); // => 0
 */
export function barberAgakov(
  replies: readonly (readonly number[])[],
  clip: number = DEFAULT_CLIP,
): number {
  checkClip(clip);
  const dimensions = checkProfiles("replies", replies);
  const shown = replies.map((reply) => reply.map((f) => clipped(f, clip)));
  const totals = shown.map((reply) => reply.reduce((sum, f) => sum + f, 0));
  let guessed = 0;
  for (let k = 0; k < dimensions; k++) {
    const all = shown.reduce((sum, reply) => sum + reply[k], 0);
    shown.forEach((reply, n) => {
      guessed += (reply[k] / all) * Math.log(reply[k] / totals[n]);
    });
  }
  return Math.max(0, Math.log(dimensions) + guessed / dimensions);
}
