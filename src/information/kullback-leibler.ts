import { checkPair } from "./check-distribution.js";
import { logRatio } from "./log-ratio.js";

/**
 * How surprised one would be, on average, to see values drawn from `p` while expecting `q` (relative entropy). It is
 * not symmetric: what `q` holds for impossible must not happen under `p`.
 *
 * Reach for it when one of the two is the standard; between examinees, who are peers, Jensen-Shannon asks the same
 * and is never infinite.
 *
 * Source: math 1.2.
 *
 * @param p  a distribution
 * @param q  a distribution over the same values
 * @returns nats, from 0 (alike); Infinity when `q` is 0 where `p` is not
 * @throws ArgumentError when one is no distribution or their lengths differ
 * @example
 * kullbackLeibler([0.5, 0.5], [0.25, 0.75]); // => 0.143841036226 (± 1e-12)
 * kullbackLeibler([1, 0], [0.5, 0.5]); // => 0.69314718056 (± 1e-12)
 * kullbackLeibler([0.5, 0.5], [1, 0]); // => Infinity
 */
export function kullbackLeibler(p: readonly number[], q: readonly number[]): number {
  checkPair(p, q);
  let total = 0;
  for (let k = 0; k < p.length; k++) if (p[k] > 0) total += p[k] * logRatio(p[k], q[k]);
  return Math.max(0, total);
}
