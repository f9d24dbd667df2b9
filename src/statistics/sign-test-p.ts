import { pairedDifferences } from "./paired-differences.js";
import { regularisedBeta } from "./regularised-beta.js";

/**
 * The sign test: on how many items is one examinee higher, and could a coin have done that? It
 * looks at the sign of each difference only, so it holds for any scale and sees less than the
 * sign-flip test. Ties are dropped.
 *
 * Source: math 4.2, `signTestP`.
 *
 * @param a  one number an item, any finite numbers
 * @param b  the same items in the same order
 * @returns two-sided and exact, at most 1; 1 when all are ties
 * @throws ArgumentError when the lists differ in length, are empty or hold a number that is not
 * finite
 * @example
 * signTestP([0.9, 0.8, 0.7, 0.6], [0.5, 0.6, 0.6, 0.5]); // => 0.125 (± 1e-12)
 * signTestP([1, 2], [1, 2]); // => 1
 */
export function signTestP(a: readonly number[], b: readonly number[]): number {
  const differences = pairedDifferences(a, b).filter((difference) => difference !== 0);
  const higher = differences.filter((difference) => difference > 0).length;
  const rarer = Math.min(higher, differences.length - higher);
  // At most half of the signs are the rarer one: the tail of the binomial up to there, on both
  // sides.
  if (2 * rarer >= differences.length) return 1;
  return Math.min(1, 2 * regularisedBeta(0.5, differences.length - rarer, rarer + 1));
}
