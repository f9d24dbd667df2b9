import { renyi } from "./renyi.js";

/**
 * The Bhattacharyya distance: minus the logarithm of how much two distributions overlap. Half the Rényi divergence of
 * order 1/2.
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
  return renyi(p, q, 0.5) / 2;
}
