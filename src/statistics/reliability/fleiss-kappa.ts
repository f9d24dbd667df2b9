import { ArgumentError } from "../argument-error.js";
import { checkTable } from "../check-argument.js";

/**
 * Fleiss' kappa: how far several raters agree beyond chance, when each unit was put into a category
 * by the same number of raters, not necessarily the same people.
 *
 * @param counts  units in rows, categories in columns: how many raters chose it. Whole numbers;
 * each row has the same sum
 * @returns at most 1; negative where raters agree less than by chance; NaN with one rater a unit,
 * or when all chose one category
 * @throws ArgumentError when an entry is no count, or the rows' sums differ or are 0
 *
 * Source: Fleiss 1971; math 4.3.
 *
 * @example
 * fleissKappa([[3, 0], [0, 3], [2, 1]]); // => 0.55 (± 1e-12)
 * fleissKappa([[2, 0], [0, 2]]); // => 1
 * fleissKappa([[2, 0], [2, 0]]); // => NaN
 * fleissKappa([[2, 0], [1, 0]]); // throws /counts\[1\] must sum to 2, as the first row: \[1,0\]/
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number {
  checkTable("counts", counts, { from: 0, whole: true });
  const sumOf = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  const raters = sumOf(counts[0]);
  if (raters === 0) throw new ArgumentError("counts[0]", "must count one rater or more", counts[0]);
  const odd = counts.findIndex((row) => sumOf(row) !== raters);
  if (odd >= 0)
    throw new ArgumentError(
      `counts[${odd}]`,
      `must sum to ${raters}, as the first row`,
      counts[odd],
    );
  // Disagreement instead of agreement: nothing cancels where nearly all agree.
  const apart = counts.map((row) => sumOf(row.map((count) => (count / raters) * (raters - count))));
  const observed = sumOf(apart) / counts.length / (raters - 1);
  const shares = counts[0].map((_, at) => sumOf(counts.map((row) => row[at] / raters)));
  const expected = sumOf(
    shares.map((share) => (share / counts.length) * ((counts.length - share) / counts.length)),
  );
  return raters === 1 || expected === 0 ? Number.NaN : 1 - observed / expected;
}
