import type { SimulatedExaminee } from "../examinees/simulated.js";
import { bandSamples } from "../records/band.js";
import { dimensionIds } from "../values/value-system.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, readInLab } from "./lab.js";

/** One item's mean reading of one dimension it targets, examinee by examinee. */
export interface ItemReadings {
  readonly item: string;
  readonly dimension: string;
  /** In the panel's order. */
  readonly means: readonly number[];
}

/** Reads fresh replies to items: one row for each item and each dimension that it targets. */
export async function itemReadings(
  lab: Lab,
  items: readonly LabItem[],
  panel: readonly SimulatedExaminee[],
  samples: number,
): Promise<ItemReadings[]> {
  const ids = dimensionIds(lab.system);
  const rows: ItemReadings[] = [];
  for (const item of items) {
    const { readings } = await readInLab(lab, item, panel, bandSamples("fresh", samples));
    for (const dimension of item.targets) {
      const k = ids.indexOf(dimension);
      const means = readings.map((own) => own.reduce((sum, row) => sum + row[k], 0) / own.length);
      rows.push({ item: item.id, dimension, means });
    }
  }
  return rows;
}

/** Each examinee's score on a dimension over some rows; NaN where no row is about it. */
export function scoresOn(
  rows: readonly ItemReadings[],
  dimension: string,
  examinees: number,
): number[] {
  const own = rows.filter((row) => row.dimension === dimension);
  return Array.from(
    { length: examinees },
    (_, i) => own.reduce((sum, { means }) => sum + means[i], 0) / own.length,
  );
}
