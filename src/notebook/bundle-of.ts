import type { Figure } from "../figures/figure.js";
import { type Displayable, displaySymbol } from "./displayable.js";
import { figureBundle } from "./figure-bundle.js";
import { type FrameLike, frameRows } from "./frame-rows.js";
import type { MimeBundle } from "./mime-bundle.js";
import { tableBundle } from "./table.js";

/** What `show` can show: a bundle, a figure, a data frame, or anything that shows itself. */
export type Showable = MimeBundle | Figure | FrameLike | Displayable;

/**
 * The forms in which a value is shown.
 *
 * @example
 * bundleOf({ columns: ["n"], values: [[1]] })["text/plain"]; // => "n\n1"
 */
export function bundleOf(value: Showable): MimeBundle {
  if (isDisplayable(value)) return value[displaySymbol]();
  if (isFigure(value)) return figureBundle(value);
  if (isFrame(value)) return tableBundle(value.columns, frameRows(value));
  return value;
}

function isDisplayable(value: object): value is Displayable {
  return displaySymbol in value && typeof value[displaySymbol] === "function";
}

function isFigure(value: object): value is Figure {
  return "svg" in value && "plotly" in value && "table" in value;
}

function isFrame(value: object): value is FrameLike {
  return (
    "columns" in value &&
    "values" in value &&
    Array.isArray(value.columns) &&
    Array.isArray(value.values)
  );
}
