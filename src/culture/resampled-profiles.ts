import type { Stream } from "../random/stream.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import type { DimensionId } from "../values/value-system.js";

/**
 * What one item showed of a model: a reading for each dimension that it targets. A dimension left out, or `null`, was
 * not targeted or not measured, and enters nothing.
 */
export type ItemReadings = Readonly<Record<DimensionId, number | null>>;

/**
 * Profiles a model might have had with other items of the same kind: items drawn with replacement, and the mean
 * of their readings by dimension. Items are drawn whole, since all readings of one item come from the same replies.
 *
 * @param items       the model's items
 * @param dimensions  in the order of the profiles
 * @param stream      where the draws come from
 * @param draws       how many to make
 * @returns one row a draw; a draw in which some dimension got no item is left out, so there may be fewer than `draws`
 * @throws ArgumentError when there is no item, a dimension has none, or a reading is no finite number
 * @example
 * resampledProfiles([{ care: 1 }, { care: 0 }], ["care"], stream(7), 3).length; // => 3
 * resampledProfiles([{ care: 1 }], ["care", "power"], stream(7), 3); // throws /items must have a reading on power/
 */
export function resampledProfiles(
  items: readonly ItemReadings[],
  dimensions: readonly DimensionId[],
  stream: Stream,
  draws: number,
): number[][] {
  checkNumber("draws", draws, { from: 1, to: 1e6, whole: true });
  const table = readingTable(items, dimensions);
  const profiles: number[][] = [];
  for (let draw = 0; draw < draws; draw++) {
    const profile = drawnProfile(table, dimensions.length, stream);
    if (profile.every(Number.isFinite)) profiles.push(profile);
  }
  return profiles;
}

function readingTable(items: readonly ItemReadings[], dimensions: readonly DimensionId[]) {
  if (!Array.isArray(items) || items.length === 0)
    throw new ArgumentError("items", "must be a list of one item or more", items);
  const table = items.map((item: ItemReadings, at) =>
    dimensions.map((id) => {
      const reading = Object.hasOwn(item ?? {}, id) ? item[id] : null;
      return reading === null ? null : checkNumber(`items[${at}].${id}`, reading);
    }),
  );
  const bare = dimensions.findIndex((_, k) => table.every((row) => row[k] === null));
  if (bare >= 0)
    throw new ArgumentError("items", `must have a reading on ${dimensions[bare]}`, items.length);
  return table;
}

/** NaN on a dimension that no drawn item targets. */
function drawnProfile(
  table: readonly (readonly (number | null)[])[],
  count: number,
  stream: Stream,
): number[] {
  const sums = new Float64Array(count);
  const counts = new Float64Array(count);
  for (let place = 0; place < table.length; place++) {
    const row = table[stream.integer(table.length)];
    for (let k = 0; k < count; k++) {
      const reading = row[k];
      if (reading === null) continue;
      sums[k] += reading;
      counts[k]++;
    }
  }
  return Array.from(sums, (sum, k) => sum / counts[k]);
}
