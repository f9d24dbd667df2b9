import type { Stream } from "../../random/stream.js";
import { checkNumber } from "../check-argument.js";
import { averageOverOrders, type OrderAverage } from "./average-over-orders.js";
import { checkScoreRows, type ScoreRows } from "./compare-scores.js";
import { type Rating, startRating } from "./rating.js";
import { type WengLinOptions, wengLin } from "./weng-lin.js";

/** A Weng-Lin rating averaged over orders. */
export interface WengLinRating extends OrderAverage, Rating {
  /**
   * `mean - 3 deviation`: what the examinee is worth almost for sure. Rank by this where ratings
   * differ in certainty.
   */
  readonly sure: number;
  /** Items on which it was compared with somebody. */
  readonly items: number;
}

const ORDERS = 20;

/**
 * Weng-Lin ratings from scores item by item: on each item all examinees with a score are compared
 * at once, the highest score first, equal scores tied. Averaged over random orders of the items,
 * since later comparisons count a little more.
 *
 * Reach for it when examinees and items keep coming; for a table that is complete, `bradleyTerry`
 * needs no order.
 *
 * @param scores   examinees in rows, items in columns, `null` for a missing score
 * @param random   where the orders come from; the same stream gives the same ratings
 * @param options  `luck` and `drift` as for `wengLin`; `orders`: 1 to 10,000 (20)
 * @returns one rating an examinee, in the order given; mean 25 and deviation 25/3 where it was
 * compared with nobody
 * @throws ArgumentError when the scores are no table, or an option is out of range
 *
 * Source: Weng & Lin 2011; math 4.5.
 *
 * @example
 * const [first, second] = wengLinRatings([[0.9, 0.7, 0.8], [0.4, 0.6, 0.9]], stream(7, "ratings"));
 * first.mean > second.mean; // => true
 * first.items; // => 3
 * first.sure < first.mean; // => true
 */
export function wengLinRatings(
  scores: ScoreRows,
  random: Stream,
  { orders = ORDERS, ...options }: WengLinOptions & { readonly orders?: number } = {},
): readonly WengLinRating[] {
  checkScoreRows(scores);
  checkNumber("orders", orders, { from: 1, to: 10_000, whole: true });
  const items = scores[0].map((_, item) => item);
  const present = items.map((item) =>
    [...scores.keys()].filter((examinee) => scores[examinee][item] !== null),
  );
  const compared = items.filter((item) => present[item].length > 1);
  const runs = Array.from({ length: orders }, () => {
    const ratings: Rating[] = scores.map(() => startRating);
    for (const item of random.shuffle(compared)) {
      const among = present[item];
      const after = wengLin(
        among.map((examinee) => ratings[examinee]),
        among.map((examinee) => -(scores[examinee][item] ?? 0)),
        options,
      );
      for (const [at, examinee] of among.entries()) ratings[examinee] = after[at];
    }
    return ratings;
  });
  const deviations = averageOverOrders(runs.map((run) => run.map(({ deviation }) => deviation)));
  return averageOverOrders(runs.map((run) => run.map(({ mean }) => mean))).map(
    ({ mean, orderSpread }, examinee) => {
      const deviation = deviations[examinee].mean;
      const played = compared.filter((item) => scores[examinee][item] !== null).length;
      return { mean, deviation, orderSpread, sure: mean - 3 * deviation, items: played };
    },
  );
}
