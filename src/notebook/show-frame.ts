import { type FrameLike, frameRows } from "./frame-rows.js";
import { showTable } from "./show-table.js";
import type { TableOptions } from "./table-options.js";

/**
 * Shows a data frame as a table, every cell escaped. danfojs has no display of its own for
 * notebooks: a bare frame at the end of a cell prints its inside.
 */
export function showFrame(frame: FrameLike, options: TableOptions = {}): void {
  showTable(frame.columns, frameRows(frame), options);
}
