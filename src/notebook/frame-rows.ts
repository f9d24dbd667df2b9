import type { TableCell } from "./table-options.js";

/** Anything with the columns and values of a data frame; danfojs's `DataFrame` is one. */
export interface FrameLike {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * The rows of a data frame as cells of a table.
 *
 * @example
 * frameRows({ columns: ["a", "b"], values: [[1, undefined]] }); // => [[1, null]]
 */
export function frameRows(frame: FrameLike): readonly (readonly TableCell[])[] {
  return frame.values.map((row) => (Array.isArray(row) ? row : [row]).map(cellOf));
}

function cellOf(value: unknown): TableCell {
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
