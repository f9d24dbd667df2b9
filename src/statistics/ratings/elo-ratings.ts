import type { Stream } from "../../random/stream.js";
import { checkNumber } from "../check-argument.js";
import { averageOverOrders, type OrderAverage } from "./average-over-orders.js";
import { checkScoreRows, type ScoreRows } from "./compare-scores.js";
import { expectedScore, usualEloStep } from "./elo.js";

/** An Elo rating averaged over orders. */
export interface EloRating extends OrderAverage {
  /** Comparisons this examinee took part in, in each order. */
  readonly comparisons: number;
}

/** How Elo ratings are made from a table. */
export interface EloOptions {
  /** Random orders to average over, 1 to 10,000 (20). */
  readonly orders?: number;
  /** How far one comparison moves a rating at most, from 0 (32). */
  readonly step?: number;
  /** Every rating before the first comparison (1500). */
  readonly start?: number;
}

const ORDERS = 20;
const START = 1500;

/**
 * Elo ratings of a fixed table of scores, averaged over random orders of all comparisons, since a
 * single order is a matter of luck. For contrast with `bradleyTerry`, which needs no order at all:
 * `orderSpread` shows what the order alone does.
 *
 * @param scores   examinees in rows, items in columns, `null` for a missing score; on each item
 * every two compare, equal scores tie
 * @param random   where the orders come from; the same stream gives the same ratings
 * @param options  see `EloOptions`
 * @throws ArgumentError when the scores are no table, or an option is out of range
 *
 * Source: math 4.5.
 *
 * @example
 * const ratings = eloRatings([[0.9, 0.7, 0.8], [0.4, 0.6, 0.9]], stream(7, "elo"));
 * ratings[0].comparisons; // => 3
 * ratings[0].mean + ratings[1].mean; // => 3000 (± 1e-6)
 * ratings[0].orderSpread > 0; // => true
 */
export function eloRatings(
  scores: ScoreRows,
  random: Stream,
  { orders = ORDERS, step = usualEloStep, start = START }: EloOptions = {},
): readonly EloRating[] {
  checkScoreRows(scores);
  checkNumber("orders", orders, { from: 1, to: 10_000, whole: true });
  checkNumber("step", step, { from: 0 });
  checkNumber("start", start);
  const games = gamesOf(scores);
  const runs = Array.from({ length: orders }, () => {
    const ratings = scores.map(() => start);
    for (const { a, b, score } of random.shuffle(games)) {
      const change = step * (score - expectedScore(ratings[a], ratings[b]));
      ratings[a] += change;
      ratings[b] -= change;
    }
    return ratings;
  });
  return averageOverOrders(runs).map((average, examinee) => ({
    ...average,
    comparisons: games.filter(({ a, b }) => a === examinee || b === examinee).length,
  }));
}

function gamesOf(scores: ScoreRows) {
  const games: { readonly a: number; readonly b: number; readonly score: number }[] = [];
  for (const [a, row] of scores.entries())
    for (let b = 0; b < a; b++)
      for (const [item, own] of row.entries()) {
        const other = scores[b][item];
        if (own === null || other === null) continue;
        games.push({ a, b, score: (Math.sign(own - other) + 1) / 2 });
      }
  return games;
}
