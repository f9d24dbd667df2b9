import { stream } from "../../random/stream.js";
import { type BoardScore, boardBootstrap } from "../../statistics/board-bootstrap.js";
import type { BoardSettings, Column } from "./board.js";
import type { Site } from "./site.js";
import { READING_UNIT, type SiteParts } from "./site-data.js";

/** Resamples of an interval in the page: fewer than in a study, so that it stays quick. */
export const PAGE_RESAMPLES = 200;

/** The intervals of the whole under a rule, by examinee. */
export type BoardIntervals = ReadonlyMap<string, BoardScore>;

let last: { readonly key: string; readonly intervals: BoardIntervals } | null = null;

/**
 * Intervals of values and of ranks under any weights and any rule, by drawing items again
 * (`boardBootstrap`); examinees without a reading on a counted dimension have none. Only for raw scores: the other
 * scalings would have to be made anew in every draw.
 *
 * @returns `null` where the item readings are not here, a slider is moving, or there can be no intervals
 */
export function boardIntervals(site: Site, settings: BoardSettings): BoardIntervals | null {
  const { rule, scaling } = settings;
  const counted = settings.columns.filter(({ weight }) => weight > 0);
  if (scaling !== "raw" || counted.length === 0 || !site.data.hasItems) return null;
  const parts = settings.systems.map((system) =>
    site.part("readings", site.systems.indexOf(system)),
  );
  if (parts.some((part) => part === null)) return null;
  const weights = counted.map(({ weight }) => weight);
  const key = JSON.stringify([rule.id, rule.values, counted.map((one) => [one.key, one.weight])]);
  if (last?.key === key) return last.intervals;
  if (!site.pace.isAtRest) return null;
  const board = boardReadings(site, counted);
  const intervals = new Map<string, BoardScore>();
  if (board.examinees.length > 0) {
    const { overall } = boardBootstrap(board.readings, {
      random: stream(site.results.study.seed, "site-board"),
      resamples: PAGE_RESAMPLES,
      items: board.items,
      overall: (scores) => rule.of(scores, weights).value ?? Number.NaN,
    });
    for (const [at, id] of board.examinees.entries()) intervals.set(id, overall[at]);
  }
  last = { key, intervals };
  return intervals;
}

interface PageReadings {
  readonly examinees: readonly string[];
  readonly items: readonly (readonly string[])[];
  readonly readings: readonly (readonly (readonly (readonly number[] | null)[])[])[];
}

function boardReadings(site: Site, columns: readonly Column[]): PageReadings {
  const picked = columns.map((column) => columnReadings(site, column));
  const examinees = site.results.examinees
    .map(({ id }) => id)
    .filter((id) => picked.every(({ of }) => of(id).some((cell) => cell !== null)));
  return {
    examinees,
    items: picked.map(({ items }) => items),
    readings: examinees.map((id) =>
      picked.map(({ of }) => of(id).map((cell) => (cell === null ? null : [cell]))),
    ),
  };
}

/** The readings on one dimension: on which items, and what each examinee's came to. */
export interface ColumnReadings {
  /** Names of the items, by system and place. */
  readonly items: readonly string[];
  /** Places of the items in their system. */
  readonly places: readonly number[];
  of(examinee: string): readonly (number | null)[];
}

/** Picks one dimension out of a system's readings; empty where they are not here. */
export function columnReadings(
  site: Site,
  { system, dimension }: Pick<Column, "system" | "dimension">,
): ColumnReadings {
  const place = site.systems.indexOf(system);
  const part: SiteParts["readings"] | null = site.part("readings", place);
  const wanted = system.dimensions.indexOf(dimension);
  const where: { readonly item: number; readonly at: number }[] = [];
  let next = 0;
  for (const [item, targets] of (part?.targets ?? []).entries()) {
    const target = targets.indexOf(wanted);
    if (target >= 0) where.push({ item, at: next + target });
    next += targets.length;
  }
  const rows = Object.values(part?.readings ?? {});
  const asked = where.filter(({ at }) => rows.some((row) => (row[at] ?? null) !== null));
  return {
    items: asked.map(({ item }) => `${place}/${item}`),
    places: asked.map(({ item }) => item),
    of(examinee) {
      const own = part?.readings[examinee];
      return asked.map(({ at }) => {
        const reading = own?.[at] ?? null;
        return reading === null ? null : reading / READING_UNIT;
      });
    },
  };
}
