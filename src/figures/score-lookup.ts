import type { Score } from "../records/score.js";
import type { DimensionId, SystemId } from "../values/value-system.js";

/** Finds the score of an examinee on a dimension; `undefined` where none was computed. */
export type ScoreLookup = (examinee: string, dimension: DimensionId) => Score | undefined;

/** Indexes the scores of one system, so that looking one up does not walk through all of them. */
export function scoreLookup(scores: readonly Score[], system: SystemId): ScoreLookup {
  const byExaminee = new Map<string, Map<DimensionId, Score>>();
  for (const score of scores) {
    if (score.system !== system) continue;
    const row = byExaminee.get(score.examinee) ?? new Map<DimensionId, Score>();
    row.set(score.dimension, score);
    byExaminee.set(score.examinee, row);
  }
  return (examinee, dimension) => byExaminee.get(examinee)?.get(dimension);
}

/** A score in [0, 1] as it is shown: times 100; `null` stays `null`. */
export function shown(score: number | null | undefined): number | null {
  return score === null || score === undefined || !Number.isFinite(score) ? null : score * 100;
}
