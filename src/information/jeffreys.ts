import { kullbackLeibler } from "./kullback-leibler.js";

/**
 * The Jeffreys divergence: the Kullback-Leibler divergences in both directions, added, so that neither side is the
 * standard. Infinite as soon as one side holds a value for impossible that the other does not.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns nats, from 0 (alike); Infinity when one is 0 where the other is not
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * jeffreys([0.5, 0.5], [0.25, 0.75]); // => 0.274653072167 (± 1e-12)
 * jeffreys([1, 0], [0.5, 0.5]); // => Infinity
 */
export function jeffreys(p: readonly number[], q: readonly number[]): number {
  return kullbackLeibler(p, q) + kullbackLeibler(q, p);
}
