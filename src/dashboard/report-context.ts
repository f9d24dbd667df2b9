import { examineeNames } from "../figures/examinee-names.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";

/** What every section of a report needs to know. */
export interface ReportContext {
  readonly results: StudyResults;
  /** The systems of the study, in its order. */
  readonly systems: readonly ValueSystem[];
  /** False where the results carry a caution: then no ranks are shown and the order is by name. */
  readonly ranked: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly cards: ReadonlyMap<string, ExamineeCard>;
}

/**
 * Gathers what the sections share.
 *
 * @throws RangeError when the results name a system whose description was not given
 */
export function reportContext(
  results: StudyResults,
  systems: readonly ValueSystem[],
): ReportContext {
  const inStudy = results.systems.map((id) => {
    const system = systems.find((candidate) => candidate.id === id);
    if (system === undefined) {
      const given = systems.map((candidate) => candidate.id).join(", ") || "none";
      throw new RangeError(`a report needs the description of system ${id}; given: ${given}`);
    }
    return system;
  });
  return {
    results,
    systems: inStudy,
    ranked: results.study.caution === null,
    names: examineeNames(results.examinees),
    cards: new Map(results.examinees.map((card) => [card.id, card])),
  };
}

/** The printed name of an examinee; its id where the results hold no card for it. */
export function nameOf(context: ReportContext, examinee: string): string {
  return context.names.get(examinee) ?? examinee;
}
