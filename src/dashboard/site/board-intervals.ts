import { type Board, pickColumns } from "../../aggregation/board.js";
import { type RankInterval, rankIntervals } from "../../aggregation/rank-intervals.js";
import { stream } from "../../random/stream.js";
import { type BoardSettings, siteBoard } from "./board.js";
import { columnReadings } from "./column-readings.js";
import type { Site } from "./site.js";

/** Resamples of an interval in the page: fewer than in a study, so that it stays quick. */
export const PAGE_RESAMPLES = 200;

/** The intervals of the whole under a rule, by examinee. */
export type BoardIntervals = ReadonlyMap<string, RankInterval>;

let last: { readonly key: string; readonly intervals: BoardIntervals } | null = null;

/**
 * Intervals of values and of ranks under any weights, rule and scaling, by drawing items again (`rankIntervals`);
 * scalings are made anew in every draw.
 *
 * @returns `null` where the item readings are not here, a slider is moving, or there can be no intervals
 */
export function boardIntervals(site: Site, settings: BoardSettings): BoardIntervals | null {
  const { rule, scaling, round } = settings;
  const counted = settings.columns.filter(({ weight }) => weight > 0);
  if (counted.length === 0 || !site.data.hasItems) return null;
  const parts = settings.systems.map((system) =>
    site.part("readings", site.systems.indexOf(system)),
  );
  if (parts.some((part) => part === null)) return null;
  const weights = counted.map(({ weight }) => weight);
  const columns = counted.map((one) => [one.key, one.weight]);
  const key = JSON.stringify([rule.id, rule.values, scaling, round, columns]);
  if (last?.key === key) return last.intervals;
  if (!site.pace.isAtRest) return null;
  const keys = settings.columns.flatMap(({ key: own, weight }) => (weight > 0 ? [own] : []));
  const board = pickColumns(siteBoard(site, settings), keys);
  const items = counted.map((column) => columnReadings(site, column, round));
  const found = items.some((one) => one.items.length === 0)
    ? []
    : rankIntervals(board, readingsOf(board, items), {
        rule,
        weights,
        scaling,
        random: stream(site.results.study.seed, "site-board"),
        resamples: PAGE_RESAMPLES,
      });
  const intervals = new Map(found.map((one) => [one.id, one]));
  last = { key, intervals };
  return intervals;
}

function readingsOf({ rows }: Board, items: readonly ReturnType<typeof columnReadings>[]) {
  return {
    items: items.map((one) => one.items),
    readings: rows.map(({ id }) =>
      items.map(({ of }) => of(id).map((cell) => (cell === null ? null : [cell]))),
    ),
  };
}
