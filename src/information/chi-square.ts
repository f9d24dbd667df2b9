import { checkPair } from "./check-distribution.js";

/**
 * The chi-square divergence: squared differences, each held against what `q` expects there. A few counts in a cell
 * where hardly any were expected make it large, so that sampled profiles need smoothing first.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns from 0 (alike); Infinity when `q` is 0 where `p` is not, or too small for a double to hold the quotient
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * chiSquare([0.5, 0.5], [0.25, 0.75]); // => 0.333333333333 (± 1e-12)
 * chiSquare([1, 0], [0.5, 0.5]); // => 1
 * chiSquare([0.5, 0.5], [1, 0]); // => Infinity
 */
export function chiSquare(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let total = 0;
  for (let k = 0; k < p.length; k++) {
    const difference = p[k] - q[k];
    if (difference !== 0) total += difference * (difference / q[k]);
  }
  return total;
}
