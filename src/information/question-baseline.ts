import { ArgumentError } from "../statistics/argument-error.js";
import { checkProfiles } from "./profile-matrix.js";

/** The default clip: how close to 0 and 1 a probability may come inside a logarithm. */
export const DEFAULT_CLIP = 0.02;

/**
 * A probability kept away from 0 and 1, where logarithms have no end.
 *
 * @example
 * clipped(0, 0.02); // => 0.02
 * clipped(0.3, 0.02); // => 0.3
 */
export function clipped(p: number, clip: number): number {
  return p < clip ? clip : p > 1 - clip ? 1 - clip : p;
}

/**
 * Refuses a clip that is none.
 *
 * @throws ArgumentError
 * @example
 * checkClip(0.02); // => 0.02
 * checkClip(0.6); // throws /clip must be above 0 and below 0.5: 0.6/
 */
export function checkClip(clip: number): number {
  if (!(clip > 0 && clip < 0.5))
    throw new ArgumentError("clip", "must be above 0 and below 0.5", clip);
  if (1 - clip === 1)
    throw new ArgumentError("clip", "must be large enough to tell 1 - clip from 1", clip);
  return clip;
}

/**
 * How much the replies of one examinee say about values beyond what the bare item says: the divergence of a
 * reply's reading f from the item's own reading r, KL_b(f || r), averaged over replies and dimensions. It is
 * the default I of Eq. 1: 0 when a reply only echoes the question.
 *
 * Source: methods 2.3-2.4; it equals the plug-in mutual information plus KL_b(p_i || r), and so joins the
 * platform's Eq. 1 to AdAEM's disentanglement.
 *
 * @param replies   one row of K readings a reply, in [0, 1]
 * @param baseline  K readings of the bare item, in [0, 1]
 * @param clip      both are kept inside [clip, 1 - clip]; above 0, below 0.5
 * @returns nats a dimension, from 0 to `questionBaselineMaximum(clip)`
 * @throws ArgumentError when rows differ in length, a reading is no probability, or the clip is none
 * @example
 * questionBaseline([[1, 0], [1, 0]], [0, 0]); // => 1.868074 (± 1e-6)
 * questionBaseline([[0.5]], [0.5], 0.6); // throws /clip must be above 0/
 */
export function questionBaseline(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
  clip: number = DEFAULT_CLIP,
): number {
  checkClip(clip);
  const dimensions = checkReplies(replies, baseline);
  const high = 1 - clip;
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    const r = clipped(baseline[k], clip);
    // Many readings lie at an end, where the clip makes them all one: their term is computed once.
    let atLow = Number.NaN;
    let atHigh = Number.NaN;
    for (let n = 0; n < replies.length; n++) {
      const f = replies[n][k];
      if (f <= clip) {
        if (Number.isNaN(atLow)) atLow = coinDivergence(clip, r);
        total += atLow;
      } else if (f >= high) {
        if (Number.isNaN(atHigh)) atHigh = coinDivergence(high, r);
        total += atHigh;
      } else total += coinDivergence(f, r);
    }
  }
  return Math.max(0, total / (replies.length * dimensions));
}

/** KL_b(f || r) of two probabilities that are neither 0 nor 1. */
function coinDivergence(f: number, r: number): number {
  const notF = 1 - f;
  return f * Math.log(f / r) + notF * Math.log(notF / (1 - r));
}

/**
 * The number of dimensions that replies and the bare item share.
 *
 * @throws ArgumentError when rows differ in length or a reading is no probability
 * @example
 * checkReplies([[1, 0], [0, 0]], [0, 0.5]); // => 2
 * checkReplies([[1, 0]], [0]); // throws /baseline must have 2 dimensions, as the replies have: \[0\]/
 */
export function checkReplies(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
): number {
  const dimensions = checkProfiles("replies", replies);
  if (baseline.length !== dimensions)
    throw new ArgumentError(
      "baseline",
      `must have ${dimensions} dimensions, as the replies have`,
      baseline,
    );
  checkProfiles("baseline", [baseline]);
  return dimensions;
}

/**
 * The most that `questionBaseline` can be at a clip: every reading at one end, the item's at the other.
 *
 * @example
 * questionBaselineMaximum(0.02); // => 3.736147 (± 1e-6)
 */
export function questionBaselineMaximum(clip: number = DEFAULT_CLIP): number {
  checkClip(clip);
  return (1 - 2 * clip) * Math.log((1 - clip) / clip);
}
