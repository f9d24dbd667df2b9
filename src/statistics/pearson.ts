import { sum } from "simple-statistics";
import { checkNumbers } from "./check-argument.js";
import { scaledDeviations } from "./scaled-deviations.js";

/**
 * Pearson's correlation: do two lists rise and fall together, in proportion? It is the cosine of the angle between
 * the two lists once each is centred on its own mean, so their levels and units do not matter: scores from 0 to 100
 * can be held against survey means from 1 to 6.
 *
 * Reach for it when distances between values mean something; for mere order use `spearman`.
 *
 * Source: math 5, `pearson` and `cosineCentred`.
 *
 * @param x  finite numbers
 * @param y  as many
 * @returns from -1 to 1; NaN when one of the lists is constant (or holds one number): it has no shape to compare
 * @throws ArgumentError when the lists differ in length, are empty or hold something that is no finite number
 * @example
 * pearson([1, 2, 3, 4], [1, 3, 2, 5]); // => 0.83152184062 (± 1e-11)
 * pearson([1, 2, 3], [30, 20, 10]); // => -1
 * pearson([5, 5, 5], [1, 2, 3]); // => NaN
 * pearson([1, 2], [1]); // throws /y must hold 2 numbers/
 */
export function pearson(x: readonly number[], y: readonly number[]): number {
  checkNumbers("x", x);
  checkNumbers("y", y, { count: x.length });
  const a = scaledDeviations(x)?.deviations;
  const b = scaledDeviations(y)?.deviations;
  if (a === undefined || b === undefined) return Number.NaN;
  const size = Math.sqrt(sumOfProducts(a, a) * sumOfProducts(b, b));
  return Math.min(1, Math.max(-1, sumOfProducts(a, b) / size));
}

function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  const products = new Array<number>(a.length);
  for (let at = 0; at < a.length; at++) products[at] = a[at] * b[at];
  return sum(products);
}
