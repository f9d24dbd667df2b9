import type { MeasuredCell, MeasuredItem } from "../run/measure.js";
import { readingOf, readingOfDeclined } from "../scoring/reading-of.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";

/** P_F of one cell on a dimension: a declined reply by the reading, `null` where nothing was measured. */
export function cellReading(
  { outcome }: MeasuredCell,
  system: ValueSystem,
  dimension: DimensionId,
): number | null {
  if (outcome.kind === "unmeasured") return null;
  if (outcome.kind === "declined") return readingOfDeclined(system.reading);
  return readingOf(outcome.verdict.dimensions[dimension], system.reading);
}

/** One examinee's mean reading of an item on a dimension over its replies; `null` without a measured one. */
export function itemReading(
  item: MeasuredItem,
  examinee: string,
  system: ValueSystem,
  dimension: DimensionId,
): number | null {
  return meanOf(
    item.cells
      .filter((cell) => cell.examinee === examinee)
      .map((cell) => cellReading(cell, system, dimension))
      .filter((reading) => reading !== null),
  );
}

/** The mean of some numbers; `null` where there are none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
