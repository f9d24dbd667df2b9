import { checkPair } from "./check-distribution.js";

/**
 * Triangular discrimination: squared differences, each held against the sum of both sides. A symmetric chi-square
 * that is never infinite, close to twice Jensen-Shannon for profiles that are nearly alike.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns from 0 (alike) to 2 (nothing shared)
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * triangularDiscrimination([0.5, 0.5], [0.25, 0.75]); // => 0.133333333333 (± 1e-12)
 * triangularDiscrimination([1, 0], [0.5, 0.5]); // => 0.666666666667 (± 1e-12)
 */
export function triangularDiscrimination(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let total = 0;
  for (let k = 0; k < p.length; k++) {
    const difference = p[k] - q[k];
    if (difference !== 0) total += difference * (difference / (p[k] + q[k]));
  }
  return Math.min(2, total);
}
