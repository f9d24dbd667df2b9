import { quantileSorted } from "simple-statistics";
import { checkNumber, checkNumbers } from "./check-argument.js";

/**
 * The value below which a given part of the values lies; between two of them by a straight line
 * (type 7, the usual one in R and Python).
 *
 * Source: math 0.
 *
 * @param values  any finite numbers, in any order, one or more
 * @param level   from 0 (the lowest) to 1 (the highest); 0.5 is the median
 * @throws ArgumentError
 * @example
 * quantile([3, 1, 2], 0.5); // => 2
 * quantile([0, 10], 0.25); // => 2.5
 * quantile([1], 1.5); // throws /level must be a finite number from 0 to 1: 1.5/
 */
export function quantile(values: readonly number[], level: number): number {
  checkNumbers("values", values);
  checkNumber("level", level, { from: 0, to: 1 });
  return quantileSorted(
    values.toSorted((a, b) => a - b),
    level,
  );
}
