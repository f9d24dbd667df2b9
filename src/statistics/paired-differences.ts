import { checkNumbers } from "./check-argument.js";

/**
 * What two examinees differ by, item by item.
 *
 * @param a  one number an item, any finite numbers, one or more
 * @param b  the same items in the same order
 * @throws ArgumentError when the lists differ in length, are empty or hold a number that is not
 * finite
 * @example
 * pairedDifferences([1, 0.5], [0, 0.5]); // => [1, 0]
 * pairedDifferences([1], [0, 1]); // throws /b must hold 1 number/
 */
export function pairedDifferences(a: readonly number[], b: readonly number[]): number[] {
  checkNumbers("a", a);
  checkNumbers("b", b, { count: a.length });
  return a.map((value, at) => value - b[at]);
}
