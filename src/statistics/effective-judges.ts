import { ArgumentError } from "./argument-error.js";
import { checkTable } from "./check-argument.js";

/** How much a panel of judges knows beyond one of them. */
export interface EffectiveJudges {
  readonly judges: number;
  /** Mean correlation between two judges; `null` where no two judges both vary. */
  readonly meanCorrelation: number | null;
  /** How many independent judges the panel is worth, from 1 to the number of judges; `null` likewise. */
  readonly effective: number | null;
}

/**
 * How many independent judges a panel is worth. Five judges trained on the same text that err together are worth
 * little more than one: m judges whose verdicts correlate by r on average count as m / (1 + (m - 1) r).
 *
 * Where the truth is known, hand in each judge's errors: correlated errors are what a vote cannot mend. Without it,
 * hand in the readings; the figure is then a lower bound, since judges also agree where they are right.
 *
 * Source: Kish's design effect, applied to judges.
 *
 * @param byJudge  one row a judge, one number a reply, the same replies in the same order
 * @throws ArgumentError for fewer than one judge or two replies, or rows of different lengths
 * @example
 * effectiveJudges([[0, 1, 0, 1], [0, 1, 0, 1]]).effective; // => 1 (± 1e-12)
 * effectiveJudges([[0, 1, 0, 1], [0, 0, 1, 1]]).effective; // => 2 (± 1e-12)
 * effectiveJudges([[1, 1], [1, 1]]).effective; // => null
 */
export function effectiveJudges(byJudge: readonly (readonly number[])[]): EffectiveJudges {
  checkTable("byJudge", byJudge, { leastColumns: 2 });
  const judges = byJudge.length;
  if (judges === 1) return { judges, meanCorrelation: null, effective: 1 };
  const standard = byJudge.map(standardised);
  const pairs = standard.flatMap((a, i) =>
    standard.slice(i + 1).flatMap((b) => (a === null || b === null ? [] : [product(a, b)])),
  );
  if (pairs.length === 0) return { judges, meanCorrelation: null, effective: null };
  const meanCorrelation = pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
  const effective = judges / (1 + (judges - 1) * meanCorrelation);
  const bounded = effective > 0 ? Math.min(judges, Math.max(1, effective)) : judges;
  return { judges, meanCorrelation, effective: bounded };
}

/** A row of mean 0 and length 1; `null` where all its numbers are alike. */
function standardised(row: readonly number[], judge: number): readonly number[] | null {
  const mean = row.reduce((sum, value) => sum + value / row.length, 0);
  const off = row.map((value) => value - mean);
  const largest = Math.max(...off.map(Math.abs));
  if (largest === 0) return null;
  const length = largest * Math.sqrt(off.reduce((sum, value) => sum + (value / largest) ** 2, 0));
  if (!Number.isFinite(length)) throw new ArgumentError(`byJudge[${judge}]`, "is too wide", row);
  return off.map((value) => value / length);
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}
