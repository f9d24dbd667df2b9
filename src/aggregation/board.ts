import type { DimensionId, SystemId } from "../values/value-system.js";
import type { MaybeScore } from "./welfare-result.js";

/** One column of a board: a dimension of a value system. A board may hold those of several systems. */
export interface BoardDimension {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly name: string;
}

/** One examinee's scores on all columns. */
export interface BoardRow {
  readonly id: string;
  readonly name: string;
  /** In [0, 1], one a column; `null` where nothing was measured. */
  readonly scores: readonly MaybeScore[];
  /** What must be said beside this row, such as that it holds a placeholder; `null` where nothing. */
  readonly flag: string | null;
}

/** Scores to rank: who by what. */
export interface Board {
  readonly dimensions: readonly BoardDimension[];
  readonly rows: readonly BoardRow[];
}

/**
 * A column by its name: `power`, or `schwartz.power` where two systems have a dimension of that name.
 *
 * @returns its place from 0
 * @throws RangeError when there is none, or more than one; the message lists the columns
 * @example
 * const board = { dimensions: [{ system: "mft", dimension: "care", name: "Care" }], rows: [] };
 * columnOf(board, "care"); // => 0
 * columnOf(board, "mft.care"); // => 0
 * columnOf(board, "power"); // throws /no dimension "power"; there are: mft.care/
 */
export function columnOf(board: Pick<Board, "dimensions">, name: string): number {
  const wanted = name.trim().toLowerCase();
  const full = board.dimensions.map(({ system, dimension }) => `${system}.${dimension}`);
  const found = full.flatMap((one, at) =>
    one.toLowerCase() === wanted || board.dimensions[at].dimension.toLowerCase() === wanted
      ? [at]
      : [],
  );
  if (found.length === 1) return found[0];
  if (found.length > 1)
    throw new RangeError(
      `"${name}" is a dimension of several systems; say which: ${found.map((at) => full[at]).join(", ")}`,
    );
  throw new RangeError(`no dimension "${name}"; there are: ${full.join(", ")}`);
}

/**
 * A board of some of the columns, in the order asked.
 *
 * @param names  as in `columnOf`
 * @throws RangeError when a name fits none or several
 * @example
 * const dimensions = ["care", "power"].map((id) => ({ system: "s", dimension: id, name: id }));
 * const board = { dimensions, rows: [{ id: "a", name: "A", scores: [0.1, 0.9], flag: null }] };
 * pickColumns(board, ["power"]).rows[0].scores; // => [0.9]
 */
export function pickColumns(board: Board, names: readonly string[]): Board {
  const places = names.map((name) => columnOf(board, name));
  return {
    dimensions: places.map((at) => board.dimensions[at]),
    rows: board.rows.map((row) => ({ ...row, scores: places.map((at) => row.scores[at]) })),
  };
}
