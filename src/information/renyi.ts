import { checkNumber } from "../statistics/check-argument.js";
import { checkPair } from "./check-distribution.js";
import { kullbackLeibler } from "./kullback-leibler.js";
import { logRatio } from "./log-ratio.js";

/**
 * A family of divergences with one dial, the order. Low orders ask how much of the ground both stand on; order 1 is
 * Kullback-Leibler; high orders look only at where `p` exceeds `q` the most.
 *
 * ln(sum p^a q^(1-a)) / (a - 1) for order a. Order 1/2 is twice the Bhattacharyya distance.
 *
 * Source: Rényi 1961; math 1.2.
 *
 * @param p      a distribution
 * @param q      a distribution over the same values
 * @param order  from 0 up
 * @returns nats, from 0 (alike); Infinity when nothing is shared, and from order 1 on when `q` is 0 where `p` is not
 * @throws ArgumentError when one is no distribution, their lengths differ, or the order is negative
 * @example
 * renyi([0.5, 0.5], [0.25, 0.75], 0.5); // => 0.0693364641951 (± 1e-12)
 * renyi([0.5, 0.5], [0.25, 0.75], 2); // => 0.287682072452 (± 1e-12)
 * renyi([0.5, 0.5], [1, 0], 2); // => Infinity
 * renyi([1, 0], [0, 1], 0.5); // => Infinity
 */
export function renyi(p: readonly number[], q: readonly number[], order: number): number {
  checkPair(p, q);
  checkNumber("order", order, { from: 0 });
  if (order === 1) return kullbackLeibler(p, q);
  const exponent = order - 1;
  // sum p ((p/q)^(a-1) - 1): exact near order 1, where the sum itself is too close to 1 to take its logarithm.
  let excess = 0;
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    const power = exponent * logRatio(p[k], q[k]);
    excess += p[k] * Math.expm1(power);
    largest = Math.max(largest, Math.log(p[k]) + power);
  }
  if (largest === Number.NEGATIVE_INFINITY || largest === Infinity) return Infinity;
  const log = Math.abs(excess) < 0.5 ? Math.log1p(excess) : logSum(p, q, exponent, largest);
  return Math.max(0, log / exponent);
}

/** ln sum p (p/q)^exponent, with the largest term taken out so that none overflows. */
function logSum(
  p: readonly number[],
  q: readonly number[],
  exponent: number,
  largest: number,
): number {
  let sum = 0;
  for (let k = 0; k < p.length; k++)
    if (p[k] > 0) sum += Math.exp(Math.log(p[k]) + exponent * logRatio(p[k], q[k]) - largest);
  return largest + Math.log(sum);
}
