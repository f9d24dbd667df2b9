import { sum } from "simple-statistics";

/**
 * Differences below this share of the numbers they come from are rounding: 16 steps of a double
 * near 1.
 */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Whether a difference is nothing but the rounding of the numbers it came from. Formulas that
 * divide by a spread ask this first: `0.1 + 0.7` and `0.3 + 0.5` are the same score, though they
 * differ in the last digit of a double, and a reliability made from that digit would be noise shown
 * as a finding.
 *
 * @param difference  what was left after subtracting
 * @param size        how large the numbers were from which it was left
 * @example
 * isRounding(0.1 + 0.7 - (0.3 + 0.5), 0.8); // => true
 * isRounding(1e-9, 1); // => false
 * isRounding(0, 0); // => true
 */
export function isRounding(difference: number, size: number): boolean {
  return Math.abs(difference) <= ROUNDING * size;
}

/**
 * The quotient of two numbers; NaN where the divisor is 0 but for the rounding of what it was
 * summed from.
 *
 * @param size  how large the terms of the divisor were
 * @example
 * quotient(1, 4, 4); // => 0.25
 * quotient(1, 0.3 - (0.1 + 0.2), 0.3); // => NaN
 */
export function quotient(dividend: number, divisor: number, size: number): number {
  return isRounding(divisor, size) ? Number.NaN : dividend / divisor;
}

/**
 * Each number less the mean of all, rounding set to 0: all zeros where the numbers are the same.
 *
 * @param numbers  at least one
 * @param size     how large the numbers were that these came from; the largest of them unless said
 *   otherwise
 * @example
 * deviations([1, 2, 3]); // => { mean: 2, rest: [-1, 0, 1] }
 * deviations([0.8, 0.1 + 0.7]).rest; // => [0, 0]
 */
export function deviations(
  numbers: readonly number[],
  size: number = largest(numbers),
): { readonly mean: number; readonly rest: number[] } {
  const mean = sum([...numbers]) / numbers.length;
  const first = numbers.map((number) => number - mean);
  // The mean itself was rounded; what it missed comes off in a second pass.
  const missed = sum(first) / numbers.length;
  const rest = first.map((x) => (isRounding(x - missed, size) ? 0 : x - missed));
  return { mean, rest };
}

/**
 * The size of the largest number; 0 of none.
 *
 * @example
 * largest([1, -3, 2]); // => 3
 */
export function largest(numbers: readonly number[]): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  return most;
}
