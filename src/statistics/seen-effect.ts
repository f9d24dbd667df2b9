import { boundsAround, type ClusteredInterval } from "./clustered-interval.js";

/** One examinee's score on one item, and whether the item was public before the examinee was released. */
export interface SeenScore {
  readonly examinee: string;
  readonly item: string;
  readonly seen: boolean;
  readonly score: number;
}

/** Rounds of taking out means; balanced data need one. */
const SWEEPS = 200;
const SETTLED = 1e-12;

/**
 * How much higher examinees score on items that were public before they were released, all else equal: a sign that items have
 * been learned. Every examinee's and every item's own level is taken out first, so that neither good examinees nor easy items
 * can be mistaken for it; what is left is compared between seen and unseen.
 *
 * In words: a regression of scores on "seen" with a constant for each examinee and each item. Age in years cannot
 * stand in its place: release date less publication date is a constant of the examinee less one of the item.
 *
 * @returns the effect in units of the score, with a 95 % interval clustered by item; all `null` where nobody released
 *   between two publications tells the two apart
 * @example
 * const score = (examinee: string, item: string, seen: boolean, score: number) => ({ examinee, item, seen, score });
 * const both = [score("old", "a", false, 0.4), score("old", "b", false, 0.6)];
 * seenEffect([...both, score("new", "a", true, 0.7), score("new", "b", false, 0.7)]).mean; // => 0.2 (± 1e-9)
 */
export function seenEffect(scores: readonly SeenScore[]): ClusteredInterval {
  const seen = withoutLevels(scores, (one) => (one.seen ? 1 : 0));
  const rest = withoutLevels(scores, ({ score }) => score);
  const items = new Set(scores.map(({ item }) => item)).size;
  const weight = seen.reduce((sum, one) => sum + one * one, 0);
  if (weight < 1e-9 || items < 2)
    return { mean: null, standardError: null, low: null, high: null, items };
  const mean = seen.reduce((sum, one, n) => sum + one * rest[n], 0) / weight;
  const byItem = new Map<string, number>();
  for (const [n, { item }] of scores.entries()) {
    const own = seen[n] * (rest[n] - mean * seen[n]);
    byItem.set(item, (byItem.get(item) ?? 0) + own);
  }
  const spread = [...byItem.values()].reduce((sum, own) => sum + own * own, 0);
  const standardError = Math.sqrt((spread * items) / (items - 1)) / weight;
  return { mean, standardError, ...boundsAround(mean, standardError, items, {}), items };
}

/** What is left of a number when examinees' and items' own levels are taken out, by turns until nothing moves. */
function withoutLevels(
  scores: readonly SeenScore[],
  of: (score: SeenScore) => number,
): readonly number[] {
  let left = scores.map(of);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const before = left;
    for (const key of ["examinee", "item"] as const) left = withoutMeans(scores, left, key);
    if (left.every((value, n) => Math.abs(value - before[n]) < SETTLED)) break;
  }
  return left;
}

function withoutMeans(
  scores: readonly SeenScore[],
  values: readonly number[],
  key: "examinee" | "item",
): number[] {
  const totals = new Map<string, { sum: number; count: number }>();
  for (const [n, one] of scores.entries()) {
    const total = totals.get(one[key]) ?? { sum: 0, count: 0 };
    totals.set(one[key], { sum: total.sum + values[n], count: total.count + 1 });
  }
  return scores.map((one, n) => {
    const { sum, count } = totals.get(one[key]) ?? { sum: 0, count: 1 };
    return values[n] - sum / count;
  });
}
