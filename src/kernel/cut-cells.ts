/** So many characters a table holds whole; escaped, they stay under 200 kB. */
const WHOLE = 30_000;
/** No cell is cut shorter than this. */
const SHORTEST = 60;

/**
 * The cells of a table that is to be shown, its long ones cut where the table would else be too large for a page: one
 * reply of a megabyte would make a notebook a megabyte longer. A cell that is cut says how long it was.
 *
 * @example
 * cutCells([["a", "b"]]); // => [["a", "b"]]
 * cutCells([["x".repeat(40_000)]])[0][0].endsWith("x... (40000 characters, cut)"); // => true
 */
export function cutCells(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const lengths = rows.flatMap((row) => row.map((cell) => cell.length));
  if (lengths.reduce((sum, one) => sum + one, 0) <= WHOLE) return rows;
  const most = Math.max(SHORTEST, Math.floor(WHOLE / lengths.length));
  const cut = (cell: string) =>
    cell.length <= most ? cell : `${cell.slice(0, most)}... (${cell.length} characters, cut)`;
  return rows.map((row) => row.map(cut));
}
