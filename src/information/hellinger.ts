import { checkPair } from "./check-distribution.js";

/**
 * The Hellinger distance: how far two distributions are apart once square roots are taken, which makes a difference
 * among rare values count for more than the same difference among common ones. A metric; needs no smoothing.
 *
 * sqrt(1 - sum sqrt(p q)), computed as sqrt(sum (sqrt p - sqrt q)^2 / 2), which is exact for near-alike profiles.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns from 0 (alike) to 1 (nothing shared)
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * hellinger([0.5, 0.5], [0.25, 0.75]); // => 0.184591911283 (± 1e-12)
 * hellinger([1, 0], [0.5, 0.5]); // => 0.541196100146 (± 1e-12)
 * hellinger([0.5, 0.5], [0.5, 0.5]); // => 0
 */
export function hellinger(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let total = 0;
  for (let k = 0; k < p.length; k++) {
    const roots = Math.sqrt(p[k]) + Math.sqrt(q[k]);
    if (roots > 0) total += ((p[k] - q[k]) / roots) ** 2;
  }
  return Math.min(1, Math.sqrt(total / 2));
}
