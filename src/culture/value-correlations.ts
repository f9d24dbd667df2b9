import { centre } from "../statistics/centre.js";
import { pearson } from "../statistics/pearson.js";
import type { DimensionId } from "../values/value-system.js";
import type { ValueProfile } from "./culture.js";
import { profileVector } from "./profile-vector.js";

/**
 * How values go together over many profiles: the table that `circularOrderIndex` holds against the circle. Each
 * profile is centred on its own mean first, since whoever scores high on everything makes all values correlate.
 *
 * @param profiles  models, cultures or persons; the more the better, and three tell nothing
 * @param order     the dimensions around the circle
 * @returns Pearson correlations, one row and one column a dimension; NaN where a value is the same in all profiles
 * @throws ArgumentError when a profile misses a dimension or has one too many
 * @example
 * valueCorrelations([{ a: 1, b: 3 }, { a: 5, b: 5 }, { a: 4, b: 2 }], ["a", "b"])[0][1]; // => -1 (± 1e-12)
 */
export function valueCorrelations(
  profiles: readonly ValueProfile[],
  order: readonly DimensionId[],
): number[][] {
  const rows = profiles.map((profile, at) =>
    centre(profileVector(`profiles[${at}]`, profile, order)),
  );
  const columns = order.map((_, k) => rows.map((row) => row[k]));
  return columns.map((one) => columns.map((other) => pearson(one, other)));
}
