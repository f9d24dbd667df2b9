import { expectedReading } from "../examinees/expression.js";
import { isSimulated, type SimulatedExaminee } from "../examinees/simulated.js";
import type { Examinee } from "../ports/ask.js";
import type { RecoveryRow } from "../records/results.js";
import type { Score } from "../records/score.js";
import { rankRecovery } from "../scoring/rank-recovery.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { ScoreSheet } from "./score-sheet.js";

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
  return {
    system: system.id,
    ...rankRecovery(ids, measured, expected, shown),
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
