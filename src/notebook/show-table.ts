import { show } from "./show.js";
import { tableBundle } from "./table.js";
import type { TableCell, TableOptions } from "./table-options.js";

/**
 * Shows a table under the running cell; as plain text outside a notebook.
 *
 * @param rows  one cell for each column; `null` is shown as a dash
 */
export function showTable(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): void {
  show(tableBundle(columns, rows, options));
}
