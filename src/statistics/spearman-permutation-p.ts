import { ArgumentError } from "./argument-error.js";
import { checkNumbers } from "./check-argument.js";
import { ranks } from "./ranks.js";

/** Above this many pairs the exact count takes too long for what it adds to `fisherInterval`. */
const MOST_PAIRS = 12;

/**
 * How often chance alone would give a rank correlation at least this strong, in either direction: the exact share of
 * all n! orders of one list. Nothing is assumed about the values, and ties count as they are.
 *
 * The orders are counted in bulk, by which places are taken and what the ranks sum to so far, in whole numbers:
 * ten values take milliseconds and no rounding can move an order across the line.
 *
 * Source: math 5, `spearmanPermutationP`.
 *
 * @param x  finite numbers, at most 12
 * @param y  as many
 * @returns from 1/n! to 1; NaN when one of the lists is all ties, since there is no correlation to test
 * @throws ArgumentError when the lists differ in length, are empty, too long or hold something that is no finite number
 * @example
 * spearmanPermutationP([1, 2, 3, 4], [1, 2, 3, 4]); // => 0.0833333333333 (± 1e-12)
 * spearmanPermutationP([1, 1, 1], [1, 2, 3]); // => NaN
 */
export function spearmanPermutationP(x: readonly number[], y: readonly number[]): number {
  checkNumbers("x", x);
  checkNumbers("y", y, { count: x.length });
  const n = x.length;
  if (n > MOST_PAIRS) throw new ArgumentError("x", `must hold at most ${MOST_PAIRS} numbers`, n);
  // Doubled, so that shared ranks are whole numbers too.
  const a = ranks(x).map((rank) => 2 * rank);
  const b = ranks(y).map((rank) => 2 * rank);
  if (isConstant(a) || isConstant(b)) return Number.NaN;
  const level = total(a) * total(b);
  const strength = (products: number) => Math.abs(n * products - level);
  const seen = strength(total(a.map((rank, at) => rank * b[at])));
  let orders = 0;
  let asStrong = 0;
  for (const [products, count] of countSums(a, b)) {
    orders += count;
    if (strength(products) >= seen) asStrong += count;
  }
  return asStrong / orders;
}

/** For every sum of products that some order of `b` gives with `a`: how many orders give it. */
function countSums(a: readonly number[], b: readonly number[]): Map<number, number> {
  let known = new Map([[0, new Map([[0, 1]])]]);
  for (const rank of a) {
    const next = new Map<number, Map<number, number>>();
    for (const [taken, sums] of known)
      for (let place = 0; place < b.length; place++) {
        const bit = 1 << place;
        if ((taken & bit) !== 0) continue;
        const into = next.get(taken | bit) ?? new Map<number, number>();
        next.set(taken | bit, into);
        for (const [sum, count] of sums) {
          const larger = sum + rank * b[place];
          into.set(larger, (into.get(larger) ?? 0) + count);
        }
      }
    known = next;
  }
  return known.get((1 << b.length) - 1) ?? new Map();
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
