import { guardedCell } from "../records/guarded-cell.js";

/**
 * One line of CSV (RFC 4180, no line end). A text that a spreadsheet would take for a
 * formula is given a leading apostrophe, also where blanks, characters without width or full-width
 * signs hide it; numbers are written as they are; `null` is an empty cell.
 *
 * @example
 * csvLine(["a,b", 1.5, null]); // => '"a,b",1.5,'
 * csvLine(["=1+1"]); // => "'=1+1"
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map(csvCell).join(",");
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isNaN(cell) ? "NaN" : String(cell);
  const safe = guardedCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
