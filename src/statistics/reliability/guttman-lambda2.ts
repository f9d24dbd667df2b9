import { checkTable } from "../check-argument.js";
import { centredColumns, rowSums } from "./centred-columns.js";

/**
 * Guttman's lambda-2: a lower bound of a test's reliability, like Cronbach's alpha but never below
 * it. It also counts how unequal the covariances of items are, so it loses less when some items go
 * together more than others.
 *
 * Reach for it in place of alpha for short tests or items of mixed quality. The cost grows with the
 * square of the number of items.
 *
 * @param table  examinees in rows, items in columns; two or more of each
 * @returns not below alpha; NaN with one examinee, one item, or totals that are all the same
 * @throws ArgumentError when rows differ in length or an entry is no finite number
 *
 * Source: Guttman 1945; math 4.3.
 *
 * @example
 * guttmanLambda2([[1, 2], [2, 4], [3, 6]]); // => 0.888888888889 (± 1e-12)
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * guttmanLambda2(judges); // => 0.913116978739 (± 1e-12)
 * guttmanLambda2([[1, 2], [1, 2]]); // => NaN
 */
export function guttmanLambda2(table: readonly (readonly number[])[]): number {
  checkTable("table", table);
  const items = table[0].length;
  const centred = items < 2 ? null : centredColumns(table);
  const totals = centred && rowSums(centred, [...table[0].keys()]);
  if (!centred || !totals) return Number.NaN;
  const { rows, scale } = centred;
  const variance = totals.reduce((sum, total) => sum + (total / scale) ** 2, 0);
  let shared = 0;
  let squares = 0;
  for (let a = 0; a < items; a++)
    for (let b = 0; b < a; b++) {
      const covariance = rows.reduce((sum, row) => sum + (row[a] / scale) * (row[b] / scale), 0);
      shared += 2 * covariance;
      squares += 2 * covariance * covariance;
    }
  return (shared + Math.sqrt((items / (items - 1)) * squares)) / variance;
}
