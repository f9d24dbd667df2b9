import { checkNumber, checkTable } from "../check-argument.js";
import { centredColumns } from "../reliability/centred-columns.js";
import { correlateSums } from "../reliability/correlate-sums.js";

/**
 * Item-rest correlation: does an item order the examinees as the other items together do? The item
 * itself is left out of the sum, or it would agree with itself.
 *
 * Reach for it to find items to drop: below 0 an item works against the rest.
 *
 * @param table  examinees in rows, items in columns
 * @param item   the item's place, from 0
 * @returns -1 to 1; NaN with one item, or where the item or the rest scores everybody the same
 * @throws ArgumentError when rows differ in length, an entry is no finite number, or there is no
 *   such item
 *
 * Source: math 4.6.
 *
 * @example
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * itemRest(judges, 0); // => 0.805787370352 (± 1e-12)
 * itemRest(judges, 1); // => 0.859304050960 (± 1e-12)
 * itemRest([[1], [2]], 0); // => NaN
 */
export function itemRest(table: readonly (readonly number[])[], item: number): number {
  checkTable("table", table);
  checkNumber("item", item, { from: 0, to: table[0].length - 1, whole: true });
  const rest = [...table[0].keys()].filter((place) => place !== item);
  return correlateSums(centredColumns(table), [item], rest);
}
