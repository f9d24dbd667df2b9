import { checkNumbers } from "./check-argument.js";

/**
 * Kendall's tau-b: of all pairs of values, how many more stand in the same order in both lists than in opposite
 * order? A pair tied in a list says nothing there and is left out of that list's count. Easy to explain: at 0.6,
 * four pairs in five agree.
 *
 * The cost grows with the square of the length.
 *
 * Source: math 5, `kendallTauB`.
 *
 * @param x  finite numbers
 * @param y  as many
 * @returns from -1 to 1; NaN when one of the lists is all ties (or holds one number)
 * @throws ArgumentError when the lists differ in length, are empty or hold something that is no finite number
 * @example
 * kendallTauB([1, 2, 3, 4], [1, 3, 2, 5]); // => 0.666666666667 (± 1e-11)
 * kendallTauB([1, 2, 3], [3, 2, 1]); // => -1
 * kendallTauB([1, 2, 2, 4], [1, 3, 2, 4]); // => 0.912870929175 (± 1e-11)
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number {
  checkNumbers("x", x);
  checkNumbers("y", y, { count: x.length });
  let surplus = 0;
  let untiedX = 0;
  let untiedY = 0;
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const inX = direction(x[i], x[j]);
      const inY = direction(y[i], y[j]);
      surplus += inX * inY;
      untiedX += Math.abs(inX);
      untiedY += Math.abs(inY);
    }
  if (untiedX === 0 || untiedY === 0) return Number.NaN;
  return surplus / Math.sqrt(untiedX * untiedY);
}

/** Compared, not subtracted: a difference of two tiny numbers may vanish. */
function direction(a: number, b: number): number {
  return a > b ? 1 : a < b ? -1 : 0;
}
