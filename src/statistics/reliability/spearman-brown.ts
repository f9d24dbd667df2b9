import { checkNumber } from "../check-argument.js";
import { quotient } from "../rounding.js";

/**
 * The Spearman-Brown prophecy: what the reliability of a test would be if it were so many times as
 * long, with items of the same kind. Reach for it to plan: how many more items make the scores good
 * enough?
 *
 * @param reliability  of the test as it is, from -1 to 1
 * @param factor       how many times as long, from 0 up: 2 is twice the items, 0.5 half of them
 * @returns 1 for a perfect test whatever its length; NaN at the one place where the formula divides
 * by 0 (reliability -1 at factor 2)
 * @throws ArgumentError outside those ranges
 *
 * Source: Spearman 1910, Brown 1910; math 4.3.
 *
 * @example
 * spearmanBrown(0.5, 2); // => 0.666666666667 (± 1e-12)
 * spearmanBrown(0.9, 0.5); // => 0.818181818182 (± 1e-12)
 * spearmanBrown(-1, 2); // => NaN
 * spearmanBrown(2, 2); // throws /reliability must be a finite number from -1 to 1: 2/
 */
export function spearmanBrown(reliability: number, factor: number): number {
  checkNumber("reliability", reliability, { from: -1, to: 1 });
  checkNumber("factor", factor, { from: 0 });
  const kept = factor * reliability;
  // 1 + (factor - 1) r, written so that a perfect test stays exactly perfect.
  return quotient(kept, 1 - reliability + kept, 1 - reliability + Math.abs(kept));
}
