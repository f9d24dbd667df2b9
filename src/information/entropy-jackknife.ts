import { checkCounts } from "./check-counts.js";

/**
 * The plug-in entropy corrected by leaving out one draw at a time: how much it falls without a draw tells how much more
 * it would rise with all draws there could be.
 *
 * N H - (N-1)/N sum n H(one draw of that value left out).
 *
 * Source: math 1.5.
 *
 * @param counts  how often each value was drawn
 * @returns nats, from 0; may exceed ln K; 0 for a single draw, which says nothing
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyJackknife([9, 1]); // => 0.425289757586 (± 1e-12)
 * entropyJackknife([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 1.94749437324 (± 1e-11)
 */
export function entropyJackknife(counts: readonly number[]): number {
  const { seen, total } = checkCounts(counts);
  // The definition, written out, is a mean of these steps: nothing large is subtracted from anything large.
  const whole = step(total);
  return seen.reduce((sum, count) => sum + (count / total) * (whole - step(count)), 0);
}

/** n ln n - (n-1) ln(n-1). */
function step(n: number): number {
  return n === 1 ? 0 : Math.log(n) - (n - 1) * Math.log1p(-1 / n);
}
