/** What begins a formula, behind anything that a spreadsheet may skip, and behind guards that stand there already. */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * A text for a cell of a spreadsheet: what would be taken for a formula, also where blanks, characters without width
 * or full-width signs hide it, is given a leading apostrophe. `unguardedCell` gives every text back as it was.
 *
 * @example
 * guardedCell("=1+1"); // => "'=1+1"
 * guardedCell("a=1"); // => "a=1"
 */
export function guardedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * The text behind a cell that `guardedCell` made.
 *
 * @example
 * unguardedCell(guardedCell("'=1")); // => "'=1"
 * unguardedCell("'tis"); // => "'tis"
 */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
