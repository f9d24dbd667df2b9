import { sum } from "simple-statistics";
import { checkNumbers } from "./check-argument.js";
import { scaledDeviations } from "./scaled-deviations.js";

/**
 * A list in units of its own spread: how many standard deviations each number lies above the list's mean. It puts
 * profiles from different scales, a model's scores and a country's survey means, on one.
 *
 * Source: math 5, `zScore`; the standard deviation divides by n - 1.
 *
 * @param values  finite numbers
 * @returns as many, with mean 0 and standard deviation 1; all NaN for a constant list (or a single number)
 * @throws ArgumentError when the list is empty or holds something that is no finite number
 * @example
 * zScore([10, 20, 30]); // => [-1, 0, 1]
 * zScore([5, 5]); // => [NaN, NaN]
 */
export function zScore(values: readonly number[]): number[] {
  checkNumbers("values", values);
  const shape = scaledDeviations(values);
  if (shape === null) return values.map(() => Number.NaN);
  const squares = sum(shape.deviations.map((value) => value * value));
  const spread = Math.sqrt(squares / (values.length - 1));
  return shape.deviations.map((value) => value / spread);
}
