import jstat from "jstat";

/**
 * The quantile of Student's t distribution: how many standard errors to go on either side of a mean that rests
 * on few items. At probability .975 and 30 degrees of freedom a little over 2.
 *
 * @param probability  above 0, below 1
 * @param freedom      degrees of freedom, above 0
 * @throws RangeError outside those ranges
 * @example
 * studentQuantile(0.975, 30); // => 2.042272 (± 1e-5)
 * studentQuantile(0.975, 1); // => 12.706205 (± 1e-4)
 * studentQuantile(1, 5); // throws /probability must be above 0 and below 1: 1/
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`probability must be above 0 and below 1: ${probability}`);
  if (!(freedom > 0)) throw new RangeError(`degrees of freedom must be above 0: ${freedom}`);
  return jstat.studentt.inv(probability, freedom);
}
