import { checkNumber } from "../statistics/check-argument.js";
import { checkDistribution } from "./check-distribution.js";

/**
 * Mixes a distribution with the uniform one, so that no value is held for impossible: (1 - e) p + e / K. The
 * smoothing to use where there are shares and no counts.
 *
 * Source: math 1.4.
 *
 * @param p        a distribution over K values
 * @param epsilon  how much of the uniform distribution, from 0 (none) to 1 (nothing else)
 * @returns a distribution whose smallest share is at least epsilon / K
 * @throws ArgumentError when `p` is no distribution or epsilon is not from 0 to 1
 * @example
 * mixSmoothing([1, 0, 0], 0.1); // => [0.933333333333, 0.0333333333333, 0.0333333333333] (± 1e-12)
 * mixSmoothing([0.64, 0.36], 0); // => [0.64, 0.36]
 */
export function mixSmoothing(p: readonly number[], epsilon: number): number[] {
  checkDistribution("p", p);
  checkNumber("epsilon", epsilon, { from: 0, to: 1 });
  return p.map((share) => (1 - epsilon) * share + epsilon / p.length);
}
