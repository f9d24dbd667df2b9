import { sum } from "simple-statistics";

/** Where values lie and how far they scatter. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly squares: number;
  /** Sample variance: squares / (count - 1); NaN with fewer than two values. */
  readonly variance: number;
}

/**
 * The mean and the scatter of values, measured from the first of them, so that equal values scatter
 * by exactly 0 and a large level costs no digits.
 *
 * @param values  any finite numbers, one or more
 * @example
 * spread([1, 2, 3]); // => { count: 3, mean: 2, squares: 2, variance: 1 }
 * spread([0.1, 0.1, 0.1]).variance; // => 0
 * spread([5]).variance; // => NaN
 */
export function spread(values: readonly number[]): Spread {
  const count = values.length;
  const steps = values.map((value) => value - values[0]);
  const shift = sum(steps) / count;
  const squares = sum(steps.map((step) => (step - shift) ** 2));
  const variance = count < 2 ? Number.NaN : squares / (count - 1);
  return { count, mean: values[0] + shift, squares, variance };
}
