import { checkCounts } from "./check-counts.js";

/**
 * Chao and Shen's entropy estimate: the values seen only once tell how much probability lies on values not seen at all;
 * shares are cut by that much, and each value counts for all those that could have been missed in its place.
 *
 * Where every draw is of another value, one of them is taken as seen twice, or nothing would be left.
 *
 * Source: Chao and Shen 2003; math 1.5.
 *
 * @param counts  how often each value was drawn
 * @returns nats, from 0; may exceed ln K
 * @throws ArgumentError when a count is no whole number from 0 up, or nothing was counted
 * @example
 * entropyChaoShen([9, 1]); // => 0.525614975403 (± 1e-12)
 * entropyChaoShen([2, 1, 1, 1, 0, 0, 0, 0, 0, 0]); // => 2.28205000894 (± 1e-11)
 */
export function entropyChaoShen(counts: readonly number[]): number {
  const { seen, total } = checkCounts(counts);
  const once = seen.filter((count) => count === 1).length;
  const coverage = 1 - (once === total ? total - 1 : once) / total;
  return seen.reduce((sum, count) => {
    const share = coverage * (count / total);
    // How likely a value of this share is to come up at all in N draws.
    const found = -Math.expm1(total * Math.log1p(-share));
    return share === 1 ? sum : sum - (share * Math.log(share)) / found;
  }, 0);
}
