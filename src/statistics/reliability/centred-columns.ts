import { deviations, largest } from "../rounding.js";

/** A table whose columns were brought to mean 0. */
export interface CentredColumns {
  readonly rows: readonly (readonly number[])[];
  /** For each column, how small a number of it is mere rounding. */
  readonly rounding: readonly number[];
  /**
   * The largest entry, by which to divide before squaring, so that no square overflows or
   * vanishes.
   */
  readonly scale: number;
}

/** A few steps of a double, as a share of the largest number of a column. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Takes each column's mean off. What reliability formulas compute does not change: they know no
 * column's level.
 *
 * @param table  rows by columns, all rows equally long
 * @returns `null` where every column is constant
 * @example
 * centredColumns([[1, 10], [3, 10]])?.rows; // => [[-1, 0], [1, 0]]
 * centredColumns([[1, 2], [1, 2]]); // => null
 */
export function centredColumns(table: readonly (readonly number[])[]): CentredColumns | null {
  const columns = table[0].map((_, at) => table.map((row) => row[at]));
  const centred = columns.map((column) => deviations(column).rest);
  const scale = largest(centred.map(largest));
  if (scale === 0) return null;
  return {
    rows: table.map((_, row) => centred.map((column) => column[row])),
    rounding: columns.map((column) => ROUNDING * largest(column)),
    scale,
  };
}

/**
 * The sum of each row over some columns; `null` where the sums are all the same but for rounding.
 *
 * @example
 * const table = centredColumns([[1, 2, 9], [2, 1, 9], [3, 3, 8]]);
 * table && rowSums(table, [0, 1])?.map(Math.sign); // => [-1, -1, 1]
 * const mirrored = centredColumns([[1, 2], [2, 1]]);
 * mirrored && rowSums(mirrored, [0, 1]); // => null
 */
export function rowSums(
  { rows, rounding }: CentredColumns,
  columns: readonly number[],
): readonly number[] | null {
  const sums = rows.map((row) => columns.reduce((sum, column) => sum + row[column], 0));
  const least = columns.reduce((sum, column) => sum + rounding[column], 0);
  return sums.every((sum) => Math.abs(sum) <= least) ? null : sums;
}
