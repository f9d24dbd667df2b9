import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { bandSamples } from "../records/band.js";
import { type RankRecovery, rankRecovery } from "../scoring/rank-recovery.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import { evolveInLab } from "./evolve-in-lab.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, type LabReader, readInLab } from "./lab.js";
import { labSearch } from "./lab-search.js";

/** What a study may spend before its scores are held against the planted truth. */
export interface RecoverySettings {
  readonly system: ValueSystem;
  readonly alpha: number;
  readonly rounds: number;
  readonly items: number;
  readonly candidates: number;
  readonly generations: number;
  readonly searchSamples: number;
  readonly freshSamples: number;
}

/** The items that an evolution steered by one reader ends up with, all rounds together. */
export async function evolvedItems(
  settings: RecoverySettings,
  reader: LabReader,
  panel: readonly SimulatedExaminee[],
  seed: number,
): Promise<readonly LabItem[]> {
  const { freshSamples: _, ...search } = settings;
  const lab = { system: settings.system, reader };
  const kept = await evolveInLab(lab, panel, labSearch(panel, { ...search, seed }));
  return kept.rounds.flat();
}

/**
 * How well fresh replies to some items, read by some reader, put simulated examinees in the order of their exact
 * expected readings on the same items.
 */
export async function recoverOn(
  lab: Lab,
  items: readonly LabItem[],
  panel: readonly SimulatedExaminee[],
  freshSamples: number,
): Promise<RankRecovery> {
  const ids = dimensionIds(lab.system);
  const sums = panel.map(() => ids.map(() => ({ measured: 0, expected: 0, items: 0 })));
  const shown = panel.map(() => 0);
  for (const item of items) {
    const read = await readInLab(lab, item, panel, bandSamples("fresh", freshSamples));
    for (const [i, examinee] of panel.entries()) {
      shown[i] += read.shown[i];
      const truth = expectedReading(examinee, item.text, lab.system.id);
      for (const target of item.targets) {
        const k = ids.indexOf(target);
        const sum = sums[i][k];
        const samples = read.readings[i];
        sum.measured += samples.reduce((total, row) => total + row[k], 0) / samples.length;
        sum.expected += truth[target];
        sum.items++;
      }
    }
  }
  const matrix = (of: "measured" | "expected") =>
    sums.map((row) => row.map((sum) => sum[of] / sum.items));
  return rankRecovery(ids, matrix("measured"), matrix("expected"), shown);
}
