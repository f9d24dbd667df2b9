import { stream } from "../../random/stream.js";
import { averageSplitHalf } from "../../statistics/reliability/average-split-half.js";
import type { Dimension, ValueSystem } from "../../values/value-system.js";
import { columnReadings } from "./column-readings.js";
import type { Site } from "./site.js";

/** Splits in the page; fewer than in a study, so that it stays quick. */
const SPLITS = 50;

const known = new Map<string, number | null>();

/**
 * Split-half reliability of a dimension over the examinees, from the items that all of them have a reading on;
 * `null` where there are fewer than three examinees or four items, or the readings are not here.
 */
export function dimensionReliability(
  site: Site,
  system: ValueSystem,
  dimension: Dimension,
): number | null {
  if (!site.data.hasItems) return null;
  const key = `${system.id}.${dimension.id}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const readings = columnReadings(site, { system, dimension });
  if (readings.items.length === 0) return null;
  const rows = site.results.examinees
    .map(({ id }) => readings.of(id))
    .filter((row) => row.some((cell) => cell !== null));
  const whole = readings.items.flatMap((_, item) =>
    rows.every((row) => row[item] !== null) ? [item] : [],
  );
  const table = rows.map((row) => whole.map((item) => row[item] as number));
  const value =
    table.length < 3 || whole.length < 4
      ? null
      : averageSplitHalf(table, stream(site.results.study.seed, "site-split", key), {
          splits: SPLITS,
        }).reliability;
  known.set(key, value);
  return value;
}
