import { checkCounts } from "./check-counts.js";

/**
 * The entropy of the observed shares, as they stand. With few draws it is too low: values that happened not to come up
 * count as impossible.
 *
 * Source: math 1.5.
 *
 * @param counts  how often each value was drawn
 * @returns nats, from 0 to ln K
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyPlugin([9, 1]); // => 0.325082973391 (± 1e-12)
 * entropyPlugin([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 1.33217904021 (± 1e-11)
 */
export function entropyPlugin(counts: readonly number[]): number {
  const { seen, total } = checkCounts(counts);
  return seen.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
}
