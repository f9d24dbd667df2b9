import { checkNumber } from "../statistics/check-argument.js";
import { checkPair } from "./check-distribution.js";
import { kullbackLeibler } from "./kullback-leibler.js";
import { logRatio } from "./log-ratio.js";

/**
 * Amari's alpha divergences: one dial that turns from Kullback-Leibler in one direction (-1) over four times the
 * squared Hellinger distance (0), where both sides count alike, to Kullback-Leibler in the other (1).
 *
 * 4 / (1 - a^2) (1 - sum p^((1+a)/2) q^((1-a)/2)); alpha 1 is KL(p, q), alpha -1 is KL(q, p). This alpha has nothing
 * to do with the alpha of Eq. 1.
 *
 * Source: Amari 2009; math 1.2.
 *
 * @param p      a distribution
 * @param q      a distribution over the same values
 * @param alpha  any number; beyond 1 on either side, rare cells decide
 * @returns from 0 (alike); Infinity for alpha >= 1 when `q` is 0 where `p` is not, for alpha <= -1 the other way
 *   round, and beyond 1 on either side where the sum is too large for a double
 * @throws ArgumentError when one is no distribution, their lengths differ, or alpha is not finite
 * @example
 * amariAlpha([0.5, 0.5], [0.25, 0.75], 0); // => 0.136296694844 (± 1e-12)
 * amariAlpha([0.5, 0.5], [0.25, 0.75], 1); // => 0.143841036226 (± 1e-12)
 * amariAlpha([1, 0], [0.5, 0.5], -1); // => Infinity
 */
export function amariAlpha(p: readonly number[], q: readonly number[], alpha: number): number {
  checkPair(p, q);
  checkNumber("alpha", alpha);
  // The other direction is the other sign.
  if (alpha < 0) return amariAlpha(q, p, -alpha);
  if (alpha === 1) return kullbackLeibler(p, q);
  const exponent = (1 - alpha) / 2;
  // 1 - sum p (q/p)^exponent, cell by cell: exact near alpha 1, where the sum is too close to 1 to subtract.
  let lacking = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    const power = -exponent * logRatio(p[k], q[k]);
    lacking -= power > 1 ? Math.exp(Math.log(p[k]) + power) - p[k] : p[k] * Math.expm1(power);
  }
  return Math.max(0, (2 / (1 + alpha)) * (lacking / exponent));
}
