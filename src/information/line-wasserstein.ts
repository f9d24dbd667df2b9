import { checkPair } from "./check-distribution.js";

/**
 * How far probability must be carried along a line of equally spaced values to turn one distribution into the other,
 * in steps. For ordered values without a circle, such as grades; on a circle it takes the long way round.
 *
 * Source: math 1.3.
 *
 * @param p  a distribution over K ordered values
 * @param q  a distribution over the same values
 * @returns steps times probability, from 0 (alike) to K - 1
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * lineWasserstein([1, 0, 0, 0], [0, 0, 0, 1]); // => 3
 * lineWasserstein([0.5, 0.5], [0, 1]); // => 0.5
 */
export function lineWasserstein(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let left = 0;
  let total = 0;
  for (let k = 0; k + 1 < p.length; k++) {
    left += p[k] - q[k];
    total += Math.abs(left);
  }
  return total;
}
