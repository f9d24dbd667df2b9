import type { Stream } from "../random/stream.js";
import { boardBootstrap } from "../statistics/board-bootstrap.js";
import type { BoardReadings } from "../statistics/board-layout.js";
import type { Board } from "./board.js";
import { type RankBoardOptions, rankBoard } from "./rank-board.js";
import type { RankingRule } from "./ranking-rule.js";

/** The items behind a board, to be drawn again. */
export interface BoardItems {
  /** Examinees (in the board's order) by columns by items by samples; `null` where an item has no reading. */
  readonly readings: BoardReadings;
  /** By column the names of its items; those that two columns share are drawn together. */
  readonly items: readonly (readonly string[])[];
}

/** How to draw. */
export interface RankIntervalsOptions extends RankBoardOptions {
  readonly rule: RankingRule;
  /** Consumed. */
  readonly random: Stream;
  /** How often; 500 unless told. */
  readonly resamples?: number;
}

/** Between which values and ranks an examinee lies in 95 of 100 draws of the items. */
export interface RankInterval {
  readonly id: string;
  readonly name: string;
  /** From these items; `null` where the rule has no value. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** Draws in which it had a value. */
  readonly resamples: number;
}

/**
 * The uncertainty of a ranking that comes from the items: draw the items again, the same for all examinees, score,
 * scale and rank anew, and see between which ranks each stays. Two whose rank intervals overlap are not told apart
 * by these items. (Rank sensitivity asks the other question: what if the rule or the weights were others.)
 *
 * Source: math 4.1 and 4.2 (item-clustered bootstrap, rank intervals).
 *
 * @param board  the columns and rows; its scores are not used
 * @param items  the readings behind it
 * @throws ArgumentError when shapes differ, or the weights do not fit
 * @example
 * const board = { dimensions: [{ system: "s", dimension: "care", name: "Care" }], rows: [] };
 * const rows = ["a", "b"].map((id) => ({ id, name: id, scores: [null], flag: null }));
 * const readings = [[[[1], [0.9], [0.8]]], [[[0.1], [0], [0.2]]]];
 * const options = { rule: rankingRule("only", ([score]) => score), random: stream(1, "ranks"), resamples: 50 };
 * const items = { readings, items: [["x", "y", "z"]] };
 * rankIntervals({ ...board, rows }, items, options).map(({ rankLow, rankHigh }) => [rankLow, rankHigh]); // => [[1, 1], [2, 2]]
 */
export function rankIntervals(
  board: Board,
  { readings, items }: BoardItems,
  { random, resamples = 500, ...how }: RankIntervalsOptions,
): RankInterval[] {
  if (board.rows.length === 0) return [];
  const valuesOf = (table: readonly (readonly number[])[]) => {
    const rows = board.rows.map((row, at) => ({
      ...row,
      scores: table[at].map((score) => (Number.isNaN(score) ? null : score)),
    }));
    const ranked = rankBoard({ ...board, rows }, how).rows;
    const byId = new Map(ranked.map(({ id, value }) => [id, value]));
    return board.rows.map(({ id }) => byId.get(id) ?? Number.NaN);
  };
  const { overall } = boardBootstrap(readings, {
    random,
    resamples,
    items,
    overallOfBoard: valuesOf,
  });
  return board.rows.map(({ id, name }, at) => {
    const { mean: value, low, high, rank, rankLow, rankHigh, resamples: drawn } = overall[at];
    return { id, name, value, low, high, rank, rankLow, rankHigh, resamples: drawn };
  });
}
