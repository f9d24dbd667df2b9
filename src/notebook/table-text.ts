import { visibleControls } from "../kernel/visible-controls.js";
import { tableCells } from "./table-cells.js";
import type { TableCell, TableOptions } from "./table-options.js";

/** Longer cells are cut in plain text, where one of them would push all columns apart. */
const WIDEST = 60;

/**
 * A table as plain text: columns as wide as their widest cell, numbers to the right.
 *
 * @example
 * tableText(["who", "n"], [["a", 10]]); // => "who   n\na    10"
 */
export function tableText(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): string {
  const cells = tableCells(columns, rows, options);
  const lines = [cells.columns, ...cells.rows].map((row) => row.map(oneLine));
  const widths = columns.map((_, k) => Math.max(...lines.map((line) => line[k].length)));
  const padded = lines.map((line) =>
    line
      .map((cell, k) => (cells.numeric[k] ? cell.padStart(widths[k]) : cell.padEnd(widths[k])))
      .join("  ")
      .trimEnd(),
  );
  return [visibleControls(options.caption ?? ""), ...padded, cells.more]
    .filter((line) => line !== "")
    .join("\n");
}

function oneLine(cell: string): string {
  const line = visibleControls(cell.replace(/\s+/g, " "));
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 3)}...` : line;
}
