import { checkNumbers } from "./check-argument.js";
import { spread } from "./spread.js";

/** A difference of means in standard deviations. */
export interface HedgesG {
  /** Cohen's d: the difference over the pooled standard deviation. */
  readonly d: number;
  /** d without its upward bias in small samples. */
  readonly g: number;
}

/**
 * How large a difference between two groups is, in standard deviations, so that it can be compared
 * across scales: 0.2 is often called small, 0.8 large. Report it beside a p-value, which grows with
 * the number of items and says nothing of size.
 *
 * Source: math 4.2, `hedgesG`; Hedges 1981 (g = d (1 - 3 / (4 N - 9)), N numbers in all).
 *
 * @param a  any finite numbers, one or more
 * @param b  any finite numbers, one or more
 * @returns NaN with fewer than three numbers in all, or when all numbers are alike; infinite when
 * the groups differ and have no spread (g is then NaN with three numbers in all)
 * @throws ArgumentError when a list is empty or a number is not finite
 * @example
 * hedgesG([1, 2, 3], [2, 3, 4]); // => { d: -1, g: -0.8 } (± 1e-12)
 * hedgesG([1], [2]).d; // => NaN
 */
export function hedgesG(a: readonly number[], b: readonly number[]): HedgesG {
  checkNumbers("a", a);
  checkNumbers("b", b);
  const count = a.length + b.length;
  if (count < 3) return { d: Number.NaN, g: Number.NaN };
  // Distances within a group from its own first number, all over the largest: no level and no scale
  // costs digits.
  const far = Math.max(...[...a, ...b].map((value) => Math.abs(value - a[0])));
  const steps = (values: readonly number[]) =>
    spread(values.map((value) => (far === 0 ? 0 : (value - values[0]) / far)));
  const [first, second] = [steps(a), steps(b)];
  const pooled = Math.sqrt((first.squares + second.squares) / (count - 2));
  const between = far === 0 ? 0 : (a[0] - b[0]) / far;
  const difference = between + first.mean - second.mean;
  const d = difference / pooled;
  return { d, g: d * (1 - 3 / (4 * count - 9)) };
}

/**
 * How often a number of the first group is above one of the second, less how often it is below: 1
 * when all are above, 0 when neither wins. It asks for order only.
 *
 * Source: math 4.2, `cliffsDelta`; Cliff 1993.
 *
 * @param a  any finite numbers, one or more
 * @param b  any finite numbers, one or more
 * @returns from -1 to 1
 * @throws ArgumentError when a list is empty or a number is not finite
 * @example
 * cliffsDelta([1, 2, 3], [2, 3, 4]); // => -0.555555555556 (± 1e-12)
 */
export function cliffsDelta(a: readonly number[], b: readonly number[]): number {
  checkNumbers("a", a);
  checkNumbers("b", b);
  let wins = 0;
  for (const own of a) for (const other of b) wins += Math.sign(own - other);
  return wins / (a.length * b.length);
}
