import { sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber, checkNumbers } from "../statistics/check-argument.js";

/** How large each dimension's share may be; shares sum to 1. */
export interface ShareLimits {
  /** The least share a dimension may have: 0 for all unless told. */
  readonly least?: readonly number[];
  /** The largest share a dimension may have: 1 for all unless told. */
  readonly most?: readonly number[];
}

/** The worst case for one profile against another. */
export interface LeastAdvantage {
  /**
   * The smallest lead of `a` over `b` in the weighted mean; above 0: `a` is ahead under all
   * weights allowed.
   */
  readonly advantage: number;
  /** The shares under which the lead is that small. */
  readonly shares: readonly number[];
  /** Whether `a` is ahead of `b` under every set of weights allowed. */
  readonly ahead: boolean;
}

/**
 * Whether one examinee is ahead of another whatever the weights, within the limits you set. Without
 * limits that asks for a lead on every single dimension; "no dimension more than a third" is often
 * enough to settle a pair.
 *
 * In words: weight goes first to the dimension on which `a` does worst against `b`, up to its
 * limit, then to the next.
 *
 * Source: math 3; the linear programme over a simplex with bounds, solved by filling.
 *
 * @param a       any finite numbers
 * @param b       as many as `a`
 * @param limits  shares from 0 to 1 that leave room for a sum of 1
 * @throws ArgumentError when lengths differ, a number is outside its range, or no shares fit the
 * limits
 * @example
 * leastAdvantage([3, 3], [1, 2]); // => { advantage: 1, shares: [0, 1], ahead: true }
 * leastAdvantage([4, 2], [1, 3]).ahead; // => false
 * leastAdvantage([4, 2], [1, 3], { most: [0.6, 0.6] }).advantage; // => 0.6 (± 1e-12)
 * leastAdvantage([4, 2], [1, 3], { most: [0.4, 0.4] }); // throws /limits must leave room for shares that sum to 1/
 */
export function leastAdvantage(
  a: readonly number[],
  b: readonly number[],
  { least, most }: ShareLimits = {},
): LeastAdvantage {
  checkNumbers("a", a);
  checkNumbers("b", b, { count: a.length });
  const low = checkNumbers("least", least ?? a.map(() => 0), { count: a.length, from: 0, to: 1 });
  const high = checkNumbers("most", most ?? a.map(() => 1), { count: a.length, from: 0, to: 1 });
  low.forEach((share, k) => {
    checkNumber(`least[${k}]`, share, { from: 0, to: high[k] });
  });
  const lead = a.map((score, k) => score - b[k]);
  const shares = [...low];
  let left = 1 - sum([...low]);
  for (const k of lead.map((_, at) => at).sort((x, y) => lead[x] - lead[y])) {
    const taken = Math.min(Math.max(left, 0), high[k] - low[k]);
    shares[k] += taken;
    left -= taken;
  }
  if (Math.abs(left) > 1e-9)
    throw new ArgumentError("limits", "must leave room for shares that sum to 1", { least, most });
  const advantage = sum(lead.map((one, k) => one * shares[k]));
  return { advantage, shares, ahead: advantage > 0 };
}
