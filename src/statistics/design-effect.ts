import { checkNumber } from "./check-argument.js";

/**
 * How many times larger the variance of a mean is because samples of one item resemble each other:
 * asking every item five times at a likeness of .3 makes 2.2, so that 100 replies are worth 45
 * independent ones.
 *
 * Source: math 4.1, `designEffect` (Kish).
 *
 * @param meanClusterSize  samples an item, 1 or more
 * @param icc              how alike samples of one item are: from 0 (not at all) to 1 (the same);
 * an estimate may lie below 0
 * @throws ArgumentError
 * @example
 * designEffect(5, 0.3); // => 2.2 (± 1e-12)
 * designEffect(10, 0); // => 1
 */
export function designEffect(meanClusterSize: number, icc: number): number {
  checkNumber("meanClusterSize", meanClusterSize, { from: 1, to: 1e100 });
  checkNumber("icc", icc, { from: -1, to: 1 });
  return 1 + (meanClusterSize - 1) * icc;
}
