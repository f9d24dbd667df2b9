import type { WelfareRow } from "../records/results.js";

/** A row of a leaderboard. */
export interface Standing {
  readonly row: WelfareRow;
  /** 1 for the highest mean; equal means share a rank. `null` where not ranked. */
  readonly rank: number | null;
  /** The ranks that the 95 % intervals leave open, best first; `null` where not ranked. */
  readonly open: { readonly best: number; readonly worst: number } | null;
}

/**
 * Puts the rows of one system in order, highest mean first, rows without a mean last. An interval
 * that overlaps another's leaves open which of the two is higher, so each rank comes with its
 * range.
 *
 * With `ranked: false` (results that carry a caution) there are no ranks, and the order is that of
 * the names.
 */
export function rankWelfare(
  rows: readonly WelfareRow[],
  options: { readonly ranked: boolean; readonly names: ReadonlyMap<string, string> },
): readonly Standing[] {
  const name = (row: WelfareRow) => options.names.get(row.examinee) ?? row.examinee;
  const byName = (a: WelfareRow, b: WelfareRow) => {
    if (name(a) === name(b)) return a.examinee < b.examinee ? -1 : 1;
    return name(a) < name(b) ? -1 : 1;
  };
  if (!options.ranked)
    return [...rows].sort(byName).map((row) => ({ row, rank: null, open: null }));

  const means = rows.flatMap((row) => (row.weightedMean === null ? [] : [row.weightedMean]));
  return [...rows]
    .sort((a, b) => {
      const difference = (b.weightedMean ?? -1) - (a.weightedMean ?? -1);
      return difference === 0 ? byName(a, b) : difference;
    })
    .map((row) => {
      const mean = row.weightedMean;
      if (mean === null) return { row, rank: null, open: null };
      const rank = 1 + means.filter((other) => other > mean).length;
      return { row, rank, open: openRanks(row, rows) };
    });
}

function openRanks(row: WelfareRow, rows: readonly WelfareRow[]): Standing["open"] {
  const { low, high } = row;
  if (low === null || high === null) return null;
  const measured = rows.filter((other) => other.weightedMean !== null);
  // A row without an interval could be anywhere, so it closes no rank.
  const above = measured.filter((other) => other.low !== null && other.low > high).length;
  const below = measured.filter((other) => other.high !== null && other.high < low).length;
  return { best: 1 + above, worst: measured.length - below };
}
