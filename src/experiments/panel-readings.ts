import type { Examinee } from "../ports/ask.js";
import { bandSamples } from "../records/band.js";
import type { MeasuredItem } from "../run/measure.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { Asking } from "./asking.js";
import { itemReading } from "./cell-reading.js";
import type { LabItem } from "./item-sets.js";

/** Each examinee's mean reading of every item on every dimension the item targets. */
export interface PanelReadings {
  /** By examinee, by dimension, by item in the order of the items that target it. */
  of(examinee: string, dimension: DimensionId): readonly (number | null)[];
  /** Cells that entered nothing. */
  readonly unmeasured: number;
  readonly cells: number;
}

/** Puts items to examinees, so many fresh replies each, and reads them on what they target. */
export async function readPanel(
  asking: Asking,
  system: ValueSystem,
  items: readonly LabItem[],
  examinees: readonly Examinee[],
  repeats: number,
): Promise<PanelReadings> {
  const samples = bandSamples("fresh", repeats);
  const to = examinees.map((examinee) => ({ examinee, samples }));
  const measured = await asking.judged(
    system,
    items.map(({ id, text }) => ({ id, text, to })),
  );
  const targeting = (dimension: DimensionId): readonly MeasuredItem[] =>
    measured.filter((_, place) => items[place].targets.includes(dimension));
  const cells = measured.flatMap((item) => item.cells);
  return {
    of: (examinee, dimension) =>
      targeting(dimension).map((item) => itemReading(item, examinee, system, dimension)),
    unmeasured: cells.filter(({ outcome }) => outcome.kind === "unmeasured").length,
    cells: cells.length,
  };
}
