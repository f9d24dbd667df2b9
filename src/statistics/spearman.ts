import { checkNumbers } from "./check-argument.js";
import { pearson } from "./pearson.js";
import { ranks } from "./ranks.js";

/**
 * Spearman's rank correlation: do two lists put things in the same order? It is the Pearson correlation of the
 * ranks, ties sharing their mean rank, so any stretching that keeps the order changes nothing. The short formula
 * with 6 times the squared differences of ranks is wrong with ties and not used.
 *
 * Source: math 5, `spearman`.
 *
 * @param x  finite numbers
 * @param y  as many
 * @returns from -1 to 1; NaN when one of the lists is all ties (or holds one number)
 * @throws ArgumentError when the lists differ in length, are empty or hold something that is no finite number
 * @example
 * spearman([1, 2, 3, 4], [10, 20, 30, 40]); // => 1
 * spearman([1, 2, 2, 4], [1, 3, 2, 4]); // => 0.948683298051 (± 1e-11)
 * spearman([1, 1, 1], [1, 2, 3]); // => NaN
 */
export function spearman(x: readonly number[], y: readonly number[]): number {
  checkNumbers("x", x);
  checkNumbers("y", y, { count: x.length });
  return pearson(ranks(x), ranks(y));
}
