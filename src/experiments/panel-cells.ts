import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { bandSamples } from "../records/band.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, readInLab } from "./lab.js";

/** What a panel's replies to the items of one dimension were read as, beside what was planted. */
export interface DimensionCells {
  readonly dimension: string;
  /** Ids of the items that target it. */
  readonly items: string[];
  /** By examinee, by item, by sample: P_F, as it counts for scores. */
  readonly readings: number[][][];
  /** The same with the recognizer's level on value-free text taken off, as it counts for Eq. 1. */
  readonly lifted: number[][][];
  /** By examinee, by item: the exact E[P_F], read without error. */
  readonly exact: number[][];
  /** By examinee: its published or otherwise planted score. */
  readonly planted: readonly number[];
}

/** Cells of no items yet, one entry a dimension. */
export function emptyCells(lab: Lab, panel: readonly SimulatedExaminee[]): DimensionCells[] {
  return lab.system.dimensions.map(({ id }) => ({
    dimension: id,
    items: [],
    readings: panel.map(() => []),
    lifted: panel.map(() => []),
    exact: panel.map(() => []),
    planted: panel.map(({ card }) => card.planted?.[lab.system.id]?.[id] ?? Number.NaN),
  }));
}

/** Puts items to a panel and adds what was read to `cells`, each item where it counts. */
export async function addCells(
  cells: readonly DimensionCells[],
  lab: Lab,
  items: readonly LabItem[],
  panel: readonly SimulatedExaminee[],
  samples: number,
  onItem: (replies: number) => void = () => {},
): Promise<void> {
  for (const item of items) {
    const read = await readInLab(lab, item, panel, bandSamples("fresh", samples));
    const { posteriors } = read.observation;
    const truths = panel.map((examinee) => expectedReading(examinee, item.text, lab.system.id));
    for (const [k, own] of cells.entries()) {
      if (!item.targets.includes(own.dimension)) continue;
      own.items.push(item.id);
      for (const [e, rows] of read.readings.entries()) {
        own.readings[e].push(rows.map((row) => row[k]));
        own.lifted[e].push(posteriors[e].map((row) => row[k]));
        own.exact[e].push(truths[e][own.dimension]);
      }
    }
    onItem(panel.length * samples);
  }
}

/** The cells with floor-lifted readings in the place of readings. */
export function liftedCells(cells: readonly DimensionCells[]): DimensionCells[] {
  return cells.map((own) => ({ ...own, readings: own.lifted }));
}

/** The exact expectations in the place of readings. */
export function exactCells(cells: readonly DimensionCells[]): DimensionCells[] {
  return cells.map((own) => ({
    ...own,
    readings: own.exact.map((row) => row.map((one) => [one])),
  }));
}

/** By examinee: the mean over dimensions of what is planted. */
export function plantedMeans(cells: readonly DimensionCells[]): number[] {
  return cells[0].planted.map(
    (_, e) => cells.reduce((sum, { planted }) => sum + planted[e], 0) / cells.length,
  );
}
