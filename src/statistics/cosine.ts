import { sum } from "simple-statistics";
import { checkNumbers } from "./check-argument.js";

/**
 * The cosine of the angle between two lists as they stand. Of scores that are all positive it is near 1 for any two
 * profiles, even opposite ones, so it must not be used to compare value profiles: use `pearson`, which is
 * the cosine after centring. It stands here to show just that.
 *
 * Source: math 5, `cosine`.
 *
 * @param x  finite numbers
 * @param y  as many
 * @returns from -1 to 1; NaN when one of the lists is all 0
 * @throws ArgumentError when the lists differ in length, are empty or hold something that is no finite number
 * @example
 * cosine([1, 2, 3, 4], [1, 3, 2, 5]); // => 0.964763821238 (± 1e-11)
 * cosine([1, 2, 3, 4], [4, 3, 2, 1]); // => 0.666666666667 (± 1e-11)
 * cosine([0, 0], [1, 2]); // => NaN
 */
export function cosine(x: readonly number[], y: readonly number[]): number {
  checkNumbers("x", x);
  checkNumbers("y", y, { count: x.length });
  const a = overLargest(x);
  const b = overLargest(y);
  if (a === null || b === null) return Number.NaN;
  const shared = sum(a.map((value, at) => value * b[at]));
  const size = Math.sqrt(sum(a.map((value) => value ** 2)) * sum(b.map((value) => value ** 2)));
  return Math.min(1, Math.max(-1, shared / size));
}

/** In units of the largest, so that squares neither overflow nor vanish. */
function overLargest(values: readonly number[]): number[] | null {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? null : values.map((value) => value / largest);
}
