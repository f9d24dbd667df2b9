import { ArgumentError } from "../statistics/argument-error.js";
import { checkDistributions } from "./check-distribution.js";
import type { Posteriors } from "./profile-matrix.js";

/**
 * Refuses replies that are not all distributions over the same values.
 *
 * @throws ArgumentError when there is no examinee, one has no reply, a row is no distribution, or lengths differ
 * @example
 * checkCube("posteriors", [[[1, 0]], [[0, 1], [1, 0]]]); // => 2
 * checkCube("posteriors", [[[1, 0]], [[1]]]); // throws /posteriors\[1\] must be over 2 values, as the first is/
 * checkCube("posteriors", []); // throws /posteriors must hold at least one examinee/
 */
export function checkCube(argument: string, posteriors: Posteriors): number {
  if (!Array.isArray(posteriors) || posteriors.length === 0)
    throw new ArgumentError(argument, "must hold at least one examinee", posteriors);
  posteriors.forEach((replies, i) => {
    checkDistributions(`${argument}[${i}]`, replies);
    if (replies[0].length !== posteriors[0][0].length)
      throw new ArgumentError(
        `${argument}[${i}]`,
        `must be over ${posteriors[0][0].length} values, as the first is`,
        replies,
      );
  });
  return posteriors[0][0].length;
}
