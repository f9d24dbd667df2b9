import { ArgumentError } from "../argument-error.js";
import { checkNumber, checkTable } from "../check-argument.js";
import { type CentredColumns, centredColumns } from "./centred-columns.js";
import { correlateSums } from "./correlate-sums.js";
import { spearmanBrown } from "./spearman-brown.js";

/** How two halves of the items agree. */
export interface SplitHalf {
  /** Pearson's correlation of the two half scores. */
  readonly correlation: number;
  /** The same, stepped up to the length of the whole test (Spearman-Brown). */
  readonly reliability: number;
}

/**
 * Split-half reliability: score the examinees on one half of the items and again on the other half;
 * do they come out alike?
 *
 * @param table      examinees in rows, items in columns
 * @param firstHalf  places of the items of the first half, from 0; all others are the second
 * @returns both NaN where a half is empty or scores everybody the same; `reliability` also where
 * the halves are exactly opposed
 * @throws ArgumentError when the table is no table or a place is not in it or is named twice
 *
 * Source: math 4.3.
 *
 * @example
 * splitHalf([[1, 2], [2, 4], [3, 6]], [0]); // => { correlation: 1, reliability: 1 } (± 1e-12)
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * splitHalf(judges, [0, 2]).correlation; // => 0.886292108701 (± 1e-12)
 * splitHalf(judges, [0, 2]).reliability; // => 0.939718832108 (± 1e-12)
 * splitHalf(judges, [4]); // throws /firstHalf\[0\] must be a whole number from 0 to 3: 4/
 */
export function splitHalf(
  table: readonly (readonly number[])[],
  firstHalf: readonly number[],
): SplitHalf {
  checkTable("table", table);
  const items = table[0].length;
  firstHalf.forEach((place, at) => {
    checkNumber(`firstHalf[${at}]`, place, { from: 0, to: items - 1, whole: true });
  });
  if (new Set(firstHalf).size < firstHalf.length)
    throw new ArgumentError("firstHalf", "must name each item once", firstHalf);
  const second = [...table[0].keys()].filter((place) => !firstHalf.includes(place));
  return halvesAgree(centredColumns(table), firstHalf, second);
}

/**
 * The agreement of two halves of a table that was checked and centred already: what `splitHalf` and
 * `averageSplitHalf` share.
 *
 * @example
 * halvesAgree(centredColumns([[1, 2], [2, 4]]), [0], [1]).reliability; // => 1
 * halvesAgree(null, [0], [1]).reliability; // => NaN
 */
export function halvesAgree(
  centred: CentredColumns | null,
  first: readonly number[],
  second: readonly number[],
): SplitHalf {
  const correlation = correlateSums(centred, first, second);
  const reliability = Number.isNaN(correlation) ? Number.NaN : spearmanBrown(correlation, 2);
  return { correlation, reliability };
}
