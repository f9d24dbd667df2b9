import { cutCells } from "../kernel/cut-cells.js";
import { showNumber } from "./show-number.js";
import { ROWS_SHOWN, type TableCell, type TableOptions } from "./table-options.js";

/** A table as it is shown: every cell in words, and which columns hold numbers. */
export interface TableCells {
  readonly columns: readonly string[];
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** "and 12 rows more", or empty. */
  readonly more: string;
}

/**
 * Words every cell of a table. What was not measured is a dash.
 *
 * @throws RangeError for a row with more or fewer cells than there are columns
 */
export function tableCells(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): TableCells {
  for (const [n, row] of rows.entries())
    if (row.length !== columns.length)
      throw new RangeError(
        `row ${n} has ${row.length} cells, the table has ${columns.length} columns`,
      );
  const numeric = columns.map((_, k) => {
    const cells = rows.map((row) => row[k]).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === "number");
  });
  // A column of whole numbers stays one; beside others, whole numbers get decimals too.
  const whole = columns.map((_, k) => rows.every((row) => Number.isInteger(row[k] ?? 0)));
  const shown = Math.max(1, options.rows ?? ROWS_SHOWN);
  const left = rows.length - shown;
  const word = (cell: TableCell, k: number): string => {
    if (cell === null) return "-";
    if (typeof cell !== "number") return String(cell);
    return showNumber(cell, whole[k] ? undefined : options.digits);
  };
  const [heads, ...words] = cutCells([
    columns,
    ...rows.slice(0, shown).map((row) => row.map(word)),
  ]);
  return {
    columns: heads,
    numeric,
    rows: words,
    more: left > 0 ? `and ${left} more row${left === 1 ? "" : "s"}` : "",
  };
}
