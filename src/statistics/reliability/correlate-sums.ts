import { largest } from "../rounding.js";
import { type CentredColumns, rowSums } from "./centred-columns.js";

/**
 * Pearson's correlation, over the rows of a table, of the sum of some columns with the sum of
 * others.
 *
 * @param table  as `centredColumns` gives it
 * @returns from -1 to 1; NaN where one of the sums is the same in all rows, or has no columns
 * @example
 * correlateSums(centredColumns([[1, 2], [2, 4], [3, 7]]), [0], [1]); // => 0.993399 (± 1e-6)
 * correlateSums(centredColumns([[1, 2], [2, 2]]), [0], [1]); // => NaN
 */
export function correlateSums(
  table: CentredColumns | null,
  left: readonly number[],
  right: readonly number[],
): number {
  const a = table && rowSums(table, left);
  const b = table && rowSums(table, right);
  if (!a || !b) return Number.NaN;
  // Each side over its own largest, so that a faint side does not vanish when squared.
  const [mostA, mostB] = [largest(a), largest(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (const [row, sum] of a.entries()) {
    const x = sum / mostA;
    const y = b[row] / mostB;
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB)));
}
