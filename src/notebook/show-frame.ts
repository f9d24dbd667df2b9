import { showTable } from "./show-table.js";
import type { TableCell, TableOptions } from "./table-options.js";

/** Anything with the columns and values of a data frame; danfojs's `DataFrame` is one. */
export interface FrameLike {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * Shows a data frame as a table, every cell escaped. danfojs has no display of its own for
 * notebooks: a bare frame at the end of a cell prints its inside.
 */
export function showFrame(frame: FrameLike, options: TableOptions = {}): void {
  const rows = frame.values.map((row) => (Array.isArray(row) ? row : [row]).map(cellOf));
  showTable(frame.columns, rows, options);
}

function cellOf(value: unknown): TableCell {
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
