import type { StudyResults } from "../records/results.js";

/** One score as a flat row, its columns named as in results/scores.csv. */
export interface ScoreRow {
  readonly examinee: string;
  readonly origin: string;
  readonly system: string;
  readonly dimension: string;
  readonly support: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound_low: number | null;
  readonly bound_high: number | null;
  readonly without_declined: number | null;
  readonly items: number;
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
}

/** The scores of a study as flat rows, for data frames and other tools. The numbers are copied, none is made. */
export function scoreRows(results: Pick<StudyResults, "scores">): ScoreRow[] {
  return results.scores.map((score) => ({
    examinee: score.examinee,
    origin: score.origin,
    system: score.system,
    dimension: score.dimension,
    support: score.support,
    mean: score.mean,
    low: score.low,
    high: score.high,
    bound_low: score.boundLow,
    bound_high: score.boundHigh,
    without_declined: score.withoutDeclined,
    items: score.items,
    judged: score.judged,
    declined: score.declined,
    unmeasured: score.unmeasured,
  }));
}
