import type { Score } from "../records/score.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import { type ItemTally, tallyMean } from "./item-tally.js";

/** The numbers of a score, without whose it is. */
export type ScoreNumbers = Omit<Score, "examinee" | "origin" | "system" | "dimension" | "support">;

/**
 * The score s_i^v of an examinee on a dimension: the mean over the items that target it of the mean reading of
 * its replies, with a 95 % interval clustered by item, its three counts, and the bounds between which it would
 * lie whatever the unmeasured cells had shown.
 *
 * Source: Value Compass Benchmarks, section 2.2 (score); design decisions 1 and 8.
 *
 * @param tallies  one an item of X^v
 * @returns numbers in [0, 1]; `null` where nothing was measured
 * @example
 * scoreFromTallies([{ judgedSum: 2, declinedSum: 0, judged: 2, declined: 0, unmeasured: 0 }, { judgedSum: 0, declinedSum: 0, judged: 1, declined: 0, unmeasured: 1 }]).boundHigh; // => 0.75
 */
export function scoreFromTallies(tallies: readonly ItemTally[]): ScoreNumbers {
  const means = tallies.map(tallyMean).filter((mean) => mean !== null);
  const interval = clusteredInterval(means, { lowest: 0, highest: 1 });
  const asked = tallies.filter((tally) => tally.judged + tally.declined + tally.unmeasured > 0);
  const bound = (missing: number) =>
    meanOf(
      asked.map((tally) => {
        const cells = tally.judged + tally.declined + tally.unmeasured;
        return (tally.judgedSum + tally.declinedSum + missing * tally.unmeasured) / cells;
      }),
    );
  const sum = (count: (tally: ItemTally) => number) =>
    tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    mean: interval.mean,
    low: interval.low,
    high: interval.high,
    boundLow: bound(0),
    boundHigh: bound(1),
    withoutDeclined: meanOf(
      tallies.filter((tally) => tally.judged > 0).map((tally) => tally.judgedSum / tally.judged),
    ),
    items: means.length,
    judged: sum((tally) => tally.judged),
    declined: sum((tally) => tally.declined),
    unmeasured: sum((tally) => tally.unmeasured),
  };
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
