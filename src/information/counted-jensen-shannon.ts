import { checkNumber } from "../statistics/check-argument.js";
import { checkCountTable } from "./check-counts.js";
import { jensenShannon } from "./jensen-shannon.js";

/**
 * Jensen-Shannon of examinees whose replies carry one label each, straight from the counts; every examinee weighs as
 * many as it gave replies. With few replies it is too high: even examinees that do not differ draw different labels.
 *
 * Source: math 1.5.
 *
 * @param counts  M rows of K counts; a row of zeros is left out
 * @returns nats, from 0 to the smaller of ln M and ln K
 * @throws ArgumentError when a count is no whole number from 0 up, rows differ in length, or nothing was counted
 * @example
 * jensenShannonOfCounts([[2, 0], [0, 2]]); // => 0.693147 (± 1e-6)
 */
export function jensenShannonOfCounts(counts: readonly (readonly number[])[]): number {
  const { rows, totals } = answered(counts);
  return jensenShannon(
    rows.map((row, i) => row.map((count) => count / totals[i])),
    totals,
  );
}

/** The rows that hold a count, with their sums. */
function answered(counts: readonly (readonly number[])[]) {
  const rows = checkCountTable(counts).filter((row) => row.some((count) => count > 0));
  return { rows, totals: rows.map((row) => row.reduce((sum, count) => sum + count, 0)) };
}

/**
 * Jensen-Shannon from counts less what chance alone brings to it, (M - 1) (K - 1) / (2 N). For reported values; with
 * equal replies it takes the same from every item and changes no ranking.
 *
 * Source: Miller 1955; math 1.5.
 *
 * @param counts  M rows of K counts; a row of zeros is left out
 * @returns nats; may be below 0
 * @throws ArgumentError when a count is no whole number from 0 up, rows differ in length, or nothing was counted
 * @example
 * jensenShannonMillerMadow([[2, 0], [0, 2]]); // => 0.568147 (± 1e-6)
 */
export function jensenShannonMillerMadow(counts: readonly (readonly number[])[]): number {
  const { rows, totals } = answered(counts);
  const draws = totals.reduce((sum, total) => sum + total, 0);
  const chance = ((rows.length - 1) * (rows[0].length - 1)) / (2 * draws);
  return jensenShannonOfCounts(counts) - chance;
}

/**
 * How much too high Jensen-Shannon from labels comes out, about, when nobody differs: (M - 1) (K - 1) / (2 M S).
 *
 * Source: math 1.5.
 *
 * @param shape  `examinees` M, `values` K and `samples` S of each examinee, all whole and from 1 up
 * @returns nats
 * @throws ArgumentError when one is not a whole number from 1 up
 * @example
 * jensenShannonBias({ examinees: 5, values: 10, samples: 5 }); // => 0.72
 * jensenShannonBias({ examinees: 2, values: 2, samples: 100 }); // => 0.0025
 */
export function jensenShannonBias(shape: {
  readonly examinees: number;
  readonly values: number;
  readonly samples: number;
}): number {
  const { examinees, values, samples } = shape;
  for (const [name, value] of Object.entries({ examinees, values, samples }))
    checkNumber(name, value, { from: 1, whole: true });
  return (((examinees - 1) / examinees) * (values - 1)) / (2 * samples);
}
