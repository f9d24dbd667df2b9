import { dimensionCount } from "./profile-matrix.js";

/** The default clip: how close to 0 and 1 a probability may come inside a logarithm. */
export const DEFAULT_CLIP = 0.02;

function clipped(p: number, clip: number): number {
  return Math.min(1 - clip, Math.max(clip, p));
}

function checkedClip(clip: number): number {
  if (!(clip > 0 && clip < 0.5))
    throw new RangeError(`clip must be above 0 and below 0.5: ${clip}`);
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
 * @example
 * questionBaseline([[1, 0], [1, 0]], [0, 0]); // => 1.868074 (± 1e-6)
 * questionBaseline([[0.5]], [0.5], 0.6); // throws /clip must be above 0/
 */
export function questionBaseline(
  replies: readonly (readonly number[])[],
  baseline: readonly number[],
  clip: number = DEFAULT_CLIP,
): number {
  checkedClip(clip);
  const dimensions = dimensionCount([...replies, baseline]);
  let total = 0;
  for (let k = 0; k < dimensions; k++) {
    const r = clipped(baseline[k], clip);
    for (const reply of replies) {
      const f = clipped(reply[k], clip);
      total += f * Math.log(f / r) + (1 - f) * Math.log((1 - f) / (1 - r));
    }
  }
  return Math.max(0, total / (replies.length * dimensions));
}

/**
 * The most that `questionBaseline` can be at a clip: every reading at one end, the item's at the other.
 *
 * @example
 * questionBaselineMaximum(0.02); // => 3.736147 (± 1e-6)
 */
export function questionBaselineMaximum(clip: number = DEFAULT_CLIP): number {
  checkedClip(clip);
  return (1 - 2 * clip) * Math.log((1 - clip) / clip);
}
