import { checkDistribution } from "./check-distribution.js";

/**
 * The entropy of a distribution (Shannon): how uncertain we are which value it will be. 0 when one value is sure,
 * ln K when all K are alike.
 *
 * @param p  a distribution
 * @returns nats, from 0 to ln K
 * @throws ArgumentError when `p` is no distribution
 * @example
 * entropy([0.5, 0.5]); // => 0.693147 (± 1e-6)
 * entropy([1, 0]); // => 0
 */
export function entropy(p: readonly number[]): number {
  checkDistribution("p", p);
  return Math.max(
    0,
    p.reduce((sum, share) => sum + entropyTerm(share), 0),
  );
}

/**
 * What one share adds to an entropy: -p ln p, and 0 for a share of 0.
 *
 * @example
 * entropyTerm(0.5); // => 0.346574 (± 1e-6)
 * entropyTerm(0); // => 0
 */
export function entropyTerm(p: number): number {
  return p > 0 ? -p * Math.log(p) : 0;
}
