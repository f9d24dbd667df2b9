import { checkPair } from "./check-distribution.js";

/**
 * The share of probability that must be moved to turn one distribution into the other: half the sum of the absolute
 * differences. The easiest divergence to explain, in percentage points; it needs no smoothing.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns from 0 (alike) to 1 (nothing shared)
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * totalVariation([0.5, 0.5], [0.25, 0.75]); // => 0.25
 * totalVariation([1, 0], [0.5, 0.5]); // => 0.5
 */
export function totalVariation(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let total = 0;
  for (let k = 0; k < p.length; k++) total += Math.abs(p[k] - q[k]);
  return Math.min(1, total / 2);
}
