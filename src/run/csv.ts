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

/** What begins a formula, behind anything that a spreadsheet may skip. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isNaN(cell) ? "NaN" : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
