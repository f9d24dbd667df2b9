import jstat from "jstat";
import { areaUnderCurve } from "./area-under-curve.js";
import { checkNumbers } from "./check-argument.js";
import { ranks } from "./ranks.js";

/** Up to this size of the smaller group the orders are counted; above, the normal curve is as good. */
const COUNTED = 8;

/** Two groups compared by order alone. */
export interface MannWhitney {
  /** How many pairs (one of each group) the first group wins, ties counting half. */
  readonly u: number;
  /** The same as a share of all pairs: 0.5 when neither group is ahead. */
  readonly share: number;
  /** Two-sided; NaN when all values are tied. */
  readonly p: number;
  readonly method: "exact" | "normal";
}

/**
 * Is one group of values higher than another? Looks at the order only, so that one extreme value counts as one. Without ties
 * and with at most 8 values in the smaller group, p counts all ways to deal the ranks; otherwise it comes from the normal curve, with ties
 * and continuity corrected.
 *
 * Models of one family are not independent draws: read p over models as rough.
 *
 * Source: Mann & Whitney (1947), Annals of Mathematical Statistics 18(1).
 *
 * @param x  finite numbers, one or more
 * @param y  the same for the other group
 * @throws ArgumentError when a group is empty or holds something that is no finite number
 * @example
 * mannWhitney([4, 5, 6], [1, 2, 3]).p; // => 0.1
 * mannWhitney([4, 5, 6], [1, 2, 3]).share; // => 1
 * mannWhitney([1, 1], [1, 1]).p; // => NaN
 */
export function mannWhitney(x: readonly number[], y: readonly number[]): MannWhitney {
  checkNumbers("x", x);
  checkNumbers("y", y);
  const both = [...x, ...y];
  const share = areaUnderCurve(
    both,
    both.map((_, at) => at < x.length),
  );
  const u = share * x.length * y.length;
  const tied = new Set(both).size < both.length;
  const exact = !tied && Math.min(x.length, y.length) <= COUNTED;
  return exact
    ? { u, share, p: exactP(u, x.length, y.length), method: "exact" }
    : { u, share, p: normalP(u, both, x.length), method: "normal" };
}

/** The share of all deals of the ranks whose u is at least as far from the middle. */
function exactP(u: number, n: number, m: number): number {
  // ways[k][s]: how many sets of k ranks have a u of s.
  const most = n * m;
  let ways: number[][] = Array.from({ length: n + 1 }, (_, k) =>
    Array.from({ length: most + 1 }, (__, s) => (k === 0 && s === 0 ? 1 : 0)),
  );
  for (let rank = 0; rank < n + m; rank++)
    ways = ways.map((row, k) =>
      row.map((count, s) => {
        // The k-th chosen rank has beaten all smaller ones that were not chosen.
        const beaten = rank - (k - 1);
        return count + (k > 0 && s >= beaten && beaten >= 0 ? ways[k - 1][s - beaten] : 0);
      }),
    );
  const counts = ways[n];
  const all = counts.reduce((sum, count) => sum + count, 0);
  const reach = Math.max(u, most - u);
  const tail = counts.reduce((sum, count, s) => (s >= reach - 1e-9 ? sum + count : sum), 0);
  return Math.min(1, (2 * tail) / all);
}

function normalP(u: number, both: readonly number[], n: number): number {
  const total = both.length;
  const m = total - n;
  const sizes = new Map<number, number>();
  for (const rank of ranks(both)) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  const ties = [...sizes.values()].reduce((sum, t) => sum + (t ** 3 - t), 0);
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return Number.NaN;
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return Math.min(1, 2 * jstat.normal.cdf(-distance / Math.sqrt(variance), 0, 1));
}
