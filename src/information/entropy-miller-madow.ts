import { checkCounts } from "./check-counts.js";
import { entropyPlugin } from "./entropy-plugin.js";

/**
 * The plug-in entropy with Miller and Madow's correction for values seen: (seen - 1) / (2 N) is added. Cheap, and too
 * timid when many values were never seen.
 *
 * Source: Miller 1955; math 1.5.
 *
 * @param counts  how often each value was drawn
 * @returns nats, from 0; may exceed ln K
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyMillerMadow([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 1.63217904021 (± 1e-11)
 */
export function entropyMillerMadow(counts: readonly number[]): number {
  const { seen, total } = checkCounts(counts);
  return entropyPlugin(counts) + (seen.length - 1) / (2 * total);
}

/**
 * The plug-in entropy with Miller and Madow's correction for all values there are: (K - 1) / (2 N) is added, whatever
 * was seen. For equal N and K it adds a constant, and so changes no ranking.
 *
 * Source: Miller 1955; math 1.5.
 *
 * @param counts  how often each value was drawn; its length is K
 * @returns nats, from 0; may exceed ln K
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyMillerMadowFixedK([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 2.23217904021 (± 1e-11)
 */
export function entropyMillerMadowFixedK(counts: readonly number[]): number {
  const { values, total } = checkCounts(counts);
  return entropyPlugin(counts) + (values - 1) / (2 * total);
}
