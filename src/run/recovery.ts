import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import type { Examinee } from "../ports/ask.js";
import type { RecoveryRow } from "../records/results.js";
import type { Score } from "../records/score.js";
import { spearman } from "../statistics/spearman.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { ScoreSheet } from "./score-sheet.js";

function isSimulated(examinee: Examinee): examinee is SimulatedExaminee {
  return examinee.card.origin === "simulated" && "setting" in examinee;
}

/**
 * How well scores put simulated examinees in the order of their planted truth: Spearman across examinees within a
 * dimension, against the exact expected reading on the very items of X^v. Beside it what misleads if left
 * out: the centred form (each examinee's own mean removed), the least dimension, and what the mere number
 * of values shown recovers. `null` with fewer than three simulated examinees.
 */
export function recoveryOf(
  system: ValueSystem,
  examinees: readonly Examinee[],
  sheet: ScoreSheet,
  scores: readonly Score[],
): RecoveryRow | null {
  const simulated = examinees.filter(isSimulated);
  if (simulated.length < 3) return null;
  const ids = dimensionIds(system);
  const measured = simulated.map(({ card }) =>
    ids.map(
      (id) =>
        scores.find((score) => score.examinee === card.id && score.dimension === id)?.mean ??
        Number.NaN,
    ),
  );
  const expected = simulated.map((examinee) => expectedScores(examinee, system, sheet));
  const shown = simulated.map(({ card }) => sheet.meanShown(card.id) ?? Number.NaN);
  const within = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
    ids.map((_, k) =>
      spearman(
        a.map((row) => row[k]),
        b.map((row) => row[k]),
      ),
    );
  const raw = within(measured, expected);
  const least = ids
    .map((dimension, k) => ({ dimension, spearman: raw[k] }))
    .filter((entry) => Number.isFinite(entry.spearman))
    .sort((a, b) => a.spearman - b.spearman)[0];
  return {
    system: system.id,
    spearman: median(raw),
    centred: median(within(measured.map(centred), expected.map(centred))),
    least: least ?? null,
    countOnly: median(
      within(
        shown.map((one) => ids.map(() => one)),
        expected,
      ),
    ),
    examinees: simulated.length,
    items: new Set(ids.flatMap((id) => sheet.itemsFor(id).map((item) => item.id))).size,
  };
}

function expectedScores(
  examinee: SimulatedExaminee,
  system: ValueSystem,
  sheet: ScoreSheet,
): number[] {
  const known = new Map<string, Readonly<Record<string, number>>>();
  return dimensionIds(system).map((id) => {
    const items = sheet.itemsFor(id);
    let sum = 0;
    for (const item of items) {
      const reading = known.get(item.id) ?? expectedReading(examinee, item.text, system.id);
      known.set(item.id, reading);
      sum += reading[id];
    }
    return sum / items.length;
  });
}

function centred(row: readonly number[]): number[] {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  return row.map((value) => value - mean);
}

function median(values: readonly number[]): number | null {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
