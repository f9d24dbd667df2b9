import type { Observation } from "../generator/observation.js";
import type { NeutralLevels } from "../ports/judge.js";
import type { OutcomeCounts } from "../records/outcome.js";
import type { Verdict } from "../records/verdict.js";
import { liftFloor, readingOfDeclined } from "../scoring/reading-of.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";

/** What Eq. 1 needs besides the cells: the bare item's verdict and the recognizer's floors. */
export interface ItemReading {
  readonly system: ValueSystem;
  /** `null` where the recognizer could not read the item: then nothing can be said of its terms. */
  readonly bareItem: Verdict | null;
  readonly levels: NeutralLevels;
}

/**
 * The readings of an item's replies with the recognizer's floor lifted, examinee by examinee.
 *
 * @param only  ids of the examinees to look at; all when left out
 */
export function observationOf(
  measured: MeasuredItem,
  { system, bareItem, levels }: ItemReading,
  only?: ReadonlySet<string>,
): Observation {
  const ids = dimensionIds(system);
  const rows = new Map<string, number[][]>();
  for (const { examinee, outcome } of measured.cells) {
    if (only && !only.has(examinee)) continue;
    const own = rows.get(examinee) ?? [];
    rows.set(examinee, own);
    if (bareItem === null) continue;
    if (outcome.kind === "judged")
      own.push(
        ids.map((id) =>
          liftFloor(outcome.verdict.dimensions[id], levels.reply[id], system.reading),
        ),
      );
    if (outcome.kind === "declined") own.push(ids.map(() => readingOfDeclined(system.reading)));
  }
  return {
    item: measured.id,
    posteriors: [...rows.values()],
    baseline: ids.map((id) =>
      bareItem === null
        ? Number.NaN
        : liftFloor(bareItem.dimensions[id], levels.item[id], system.reading),
    ),
    counts: countOutcomes(measured, only),
  };
}

/** How the cells of an item ended. */
export function countOutcomes(measured: MeasuredItem, only?: ReadonlySet<string>): OutcomeCounts {
  const counts = { judged: 0, declined: 0, unmeasured: 0 };
  for (const { examinee, outcome } of measured.cells)
    if (!only || only.has(examinee)) counts[outcome.kind]++;
  return counts;
}
