import { inspect } from "node:util";
import { InputError } from "../ports/input-error.js";
import type { StudyResults } from "../records/results.js";
import { displaySymbol } from "./displayable.js";
import { type FrameLike, frameRows } from "./frame-rows.js";
import { scoreRows } from "./score-rows.js";
import { tableBundle } from "./table.js";
import type { TableCell } from "./table-options.js";

/** One column of a frame, for choosing rows. */
export interface FrameColumn {
  readonly values: readonly TableCell[];
  /** Row by row: is it this? To be handed to `query`. */
  eq(value: string | number): FrameColumn;
  ne(value: string | number): FrameColumn;
  gt(value: number): FrameColumn;
  lt(value: number): FrameColumn;
  and(other: FrameColumn): FrameColumn;
  or(other: FrameColumn): FrameColumn;
}

/**
 * The part of danfojs's `DataFrame` that looks at rows without computing: choose, sort, cut. What
 * `scoreFrame` returns is the whole `DataFrame`; for the rest of it, import danfojs and make one of
 * `scoreRows`.
 */
export interface Frame {
  readonly columns: readonly string[];
  readonly shape: readonly number[];
  readonly values: readonly (readonly TableCell[])[];
  column(name: string): FrameColumn;
  query(rows: FrameColumn): Frame;
  sortValues(by: string, options?: { readonly ascending?: boolean }): Frame;
  head(rows?: number): Frame;
  tail(rows?: number): Frame;
  loc(part: { readonly columns: readonly string[] }): Frame;
}

/**
 * The scores of a study as a danfojs data frame, one row a score: a view for people. danfojs is
 * loaded now, and only now. It computes in single precision, so no score should be computed in it
 * (design, section 8); every number in the frame is the one in the results.
 *
 * @throws InputError when danfojs is not installed; the message says how to get it
 */
export async function scoreFrame(results: Pick<StudyResults, "scores">): Promise<Frame> {
  const DataFrame = await loadDataFrame();
  return new DataFrame(scoreRows(results));
}

type DataFrameClass = { new (rows: readonly object[]): Frame; readonly prototype: Frame };

/**
 * Teaches frames to show themselves: danfojs has no display for notebooks, and a bare frame prints its
 * inside. Only agreed symbols are added, so nothing of danfojs changes.
 */
function teachDisplay({ prototype }: DataFrameClass): void {
  if (displaySymbol in prototype) return;
  // What `head` and `query` return is of a class further up.
  let common: object = prototype;
  for (let up = Object.getPrototypeOf(common); up !== Object.prototype && up !== null; ) {
    common = up;
    up = Object.getPrototypeOf(up);
  }
  const bundle = (frame: FrameLike) => tableBundle(frame.columns, frameRows(frame));
  Object.defineProperty(common, displaySymbol, {
    value(this: FrameLike) {
      return bundle(this);
    },
  });
  Object.defineProperty(common, inspect.custom, {
    value(this: FrameLike) {
      return bundle(this)["text/plain"];
    },
  });
}

async function loadDataFrame(): Promise<DataFrameClass> {
  // A name in a variable, so that no compiler and no bundler looks for the package.
  const name = "danfojs";
  try {
    const loaded: { readonly DataFrame?: DataFrameClass } = await import(name);
    if (typeof loaded.DataFrame !== "function") throw new Error("it has no DataFrame");
    teachDisplay(loaded.DataFrame);
    return loaded.DataFrame;
  } catch (cause) {
    throw new InputError(
      {
        where: "scoreFrame",
        problem: "needs the package danfojs, which cannot be loaded",
        arrived: cause instanceof Error ? cause.message.split("\n")[0] : String(cause),
        fix: "run `npm install danfojs@1.1.2`, or use scoreRows, which needs nothing",
      },
      { cause },
    );
  }
}
