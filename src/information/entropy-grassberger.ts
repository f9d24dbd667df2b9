import { checkCounts } from "./check-counts.js";

/**
 * Grassberger's entropy estimate: each logarithm of a count is replaced by a number that is right on average for small
 * counts. Of the estimates for labels it is the one to report at a handful of draws.
 *
 * ln N - (1/N) sum n G(n), G(n) = psi(n) + (-1)^n / 2 [psi((n+1)/2) - psi(n/2)].
 *
 * Source: Grassberger 2003; math 1.5.
 *
 * @param counts  how often each value was drawn
 * @returns nats; slightly below 0 when all draws fell on one value, and may exceed ln K
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyGrassberger([9, 1]); // => 0.555805081313 (± 1e-12)
 * entropyGrassberger([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 2.0798007579 (± 1e-10)
 */
export function entropyGrassberger(counts: readonly number[]): number {
  const { seen, total } = checkCounts(counts);
  // As shares of N, so that no sum of large counts loses digits.
  return seen.reduce(
    (sum, count) => sum + (count / total) * (Math.log(total) - logarithmOf(count)),
    0,
  );
}

/** G(n): the same for an even number and the odd one above it, and close to ln n for large n. */
function logarithmOf(count: number): number {
  return digamma(Math.floor(count / 2) + 0.5) + Math.LN2;
}

/** From here on, eight terms of the series leave less than a double can hold. */
const SERIES_FROM = 12;
/** Bernoulli numbers over twice their index: B2/2, B4/4, ... */
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

/** The derivative of ln Gamma at x > 0: up by recurrence to where its asymptotic series is exact. */
function digamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < SERIES_FROM; at++) below += 1 / at;
  const inverse = 1 / (at * at);
  const tail = SERIES.reduceRight((sum, term) => (sum + term) * inverse, 0);
  return Math.log(at) - 1 / (2 * at) - tail - below;
}
