import { hellinger } from "./hellinger.js";

/**
 * The Bhattacharyya distance: minus the logarithm of how much two distributions overlap. Half the Rényi divergence of
 * order 1/2, computed from the Hellinger distance.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns nats, from 0 (alike); Infinity when nothing is shared
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * bhattacharyya([0.5, 0.5], [0.25, 0.75]); // => 0.0346682320975 (± 1e-12)
 * bhattacharyya([1, 0], [0, 1]); // => Infinity
 */
export function bhattacharyya(p: readonly number[], q: readonly number[]): number {
  // One less the overlap: exact for near-alike profiles, whose overlap is too close to 1 to take its logarithm.
  const apart = hellinger(p, q) ** 2;
  if (apart < 0.5) return -Math.log1p(-apart);
  let overlap = 0;
  for (let k = 0; k < p.length; k++) overlap += Math.sqrt(p[k]) * Math.sqrt(q[k]);
  return -Math.log(overlap);
}
