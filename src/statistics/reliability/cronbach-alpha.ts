import { checkTable } from "../check-argument.js";
import { centredColumns, rowSums } from "./centred-columns.js";

/**
 * Cronbach's alpha: how far the items of a test agree in how they order the examinees. It is the
 * share of the total score's variance that the items have in common, and a lower bound of the
 * total's reliability: near 1, another set of such items would order the examinees the same way.
 *
 * Reach for it when every examinee answered every item and one number for the whole set is wanted.
 * It grows with the number of items, so a high alpha does not say that items measure one thing.
 *
 * @param table  examinees in rows, items in columns; two or more of each
 * @returns at most 1; negative where items contradict each other (shown as it is, not cut off); NaN
 * with one examinee, one item, or totals that are all the same
 * @throws ArgumentError when rows differ in length or an entry is no finite number
 *
 * Source: Cronbach 1951; math 4.3.
 *
 * @example
 * cronbachAlpha([[1, 2], [2, 4], [3, 6]]); // => 0.888888888889 (± 1e-12)
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * cronbachAlpha(judges); // => 0.909315542377 (± 1e-12)
 * cronbachAlpha([[1], [2]]); // => NaN
 * cronbachAlpha([[1, 2], [3]]); // throws /table\[1\] must hold 2 numbers: \[3\]/
 */
export function cronbachAlpha(table: readonly (readonly number[])[]): number {
  checkTable("table", table);
  const items = table[0].length;
  const centred = items < 2 ? null : centredColumns(table);
  const totals = centred && rowSums(centred, [...table[0].keys()]);
  if (!centred || !totals) return Number.NaN;
  // Both sums of squares have the same degrees of freedom, which cancel.
  const squares = (numbers: readonly number[]) =>
    numbers.reduce((sum, x) => sum + (x / centred.scale) ** 2, 0);
  const [ofItems, ofTotals] = [squares(centred.rows.flat()), squares(totals)];
  return (items / (items - 1)) * (1 - ofItems / ofTotals);
}
