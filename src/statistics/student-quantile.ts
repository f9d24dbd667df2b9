import jstat from "jstat";
import { checkNumber } from "./check-argument.js";

/** Further out than this the library's quantile is no longer right. */
const EXTREME = 1e-12;
/** From a million on the distribution is the normal one to six digits; the library loses more. */
const MANY = 1e6;

/**
 * The quantile of Student's t distribution: how many standard errors to go on either side of a mean that rests
 * on few items. At probability .975 and 30 degrees of freedom a little over 2.
 *
 * @param probability  from 1e-12 to 1 - 1e-12
 * @param freedom      degrees of freedom, 0.5 or more
 * @returns good to seven digits
 * @throws ArgumentError outside those ranges
 * @example
 * studentQuantile(0.975, 30); // => 2.042272 (± 1e-5)
 * studentQuantile(0.975, 1); // => 12.706205 (± 1e-4)
 * studentQuantile(1, 5); // throws /probability must be a finite number from 1e-12 to 0.999999999999: 1/
 */
export function studentQuantile(probability: number, freedom: number): number {
  checkNumber("probability", probability, { from: EXTREME, to: 1 - EXTREME });
  checkNumber("freedom", freedom, { from: 0.5 });
  return jstat.studentt.inv(probability, Math.min(freedom, MANY));
}
