import type { WelfareColumn } from "../catalogue/reported-welfare.js";
import type { WelfareRow } from "../records/results.js";
import { competitionRanks } from "../statistics/competition-ranks.js";

/** A row of a leaderboard. */
export interface Standing {
  readonly row: WelfareRow;
  /** 1 for the highest; equal values share a rank. `null` where not ranked. */
  readonly rank: number | null;
  /** The ranks that the 95 % intervals and unmeasured cells leave open, best first; `null` where not ranked. */
  readonly open: { readonly best: number; readonly worst: number } | null;
}

/** How to rank. */
export interface RankWelfareOptions {
  /** `false` for results that carry a caution: no ranks, and the order is that of the names. */
  readonly ranked: boolean;
  /** Names of examinees by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The welfare rule to rank by: the mean unless told. Only the mean has intervals, and so open ranks. */
  readonly by?: WelfareColumn;
}

/**
 * Puts the rows of one system in order, highest first, rows without a value last. An interval
 * that overlaps another's leaves open which of the two is higher, so each rank comes with its
 * range.
 */
export function rankWelfare(
  rows: readonly WelfareRow[],
  options: RankWelfareOptions,
): readonly Standing[] {
  const by = options.by ?? "weightedMean";
  const name = (row: WelfareRow) => options.names.get(row.examinee) ?? row.examinee;
  const byName = (a: WelfareRow, b: WelfareRow) => {
    if (name(a) === name(b)) return a.examinee < b.examinee ? -1 : 1;
    return name(a) < name(b) ? -1 : 1;
  };
  if (!options.ranked)
    return [...rows].sort(byName).map((row) => ({ row, rank: null, open: null }));

  const sorted = [...rows].sort((a, b) => {
    const difference = (b[by] ?? -1) - (a[by] ?? -1);
    return difference === 0 ? byName(a, b) : difference;
  });
  const ranks = competitionRanks(sorted.map((row) => row[by]));
  return sorted.map((row, place) => {
    const { rank } = ranks[place];
    return {
      row,
      rank,
      open: rank !== null && by === "weightedMean" ? openRanks(row, rows) : null,
    };
  });
}

function openRanks(row: WelfareRow, rows: readonly WelfareRow[]): Standing["open"] {
  const own = reach(row);
  if (own === null) return null;
  const measured = rows.filter((other) => other.weightedMean !== null);
  // A row without an interval could be anywhere, so it closes no rank.
  const reaches = measured.map(reach);
  const above = reaches.filter((other) => other !== null && other.low > own.high).length;
  const below = reaches.filter((other) => other !== null && other.high < own.low).length;
  return { best: 1 + above, worst: measured.length - below };
}

/** How far a mean could lie: its interval, and where its unmeasured cells could take it. */
function reach({ low, high, boundLow, boundHigh }: WelfareRow) {
  if (low === null || high === null) return null;
  return { low: Math.min(low, boundLow ?? low), high: Math.max(high, boundHigh ?? high) };
}
