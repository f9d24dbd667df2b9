import { type Displayable, displayable } from "./displayable.js";
import type { MimeBundle } from "./mime-bundle.js";
import { tableHtml } from "./table-html.js";
import type { TableCell, TableOptions } from "./table-options.js";
import { tableText } from "./table-text.js";

/**
 * A table that shows itself: hand it to `show`, or print it. `showTable` does both steps at once.
 *
 * @param rows  one cell for each column; `null` is shown as a dash
 * @throws RangeError for a row with more or fewer cells than there are columns
 * @example
 * String(table(["who", "n"], [["a", 10]])); // => "who   n\na    10"
 */
export function table(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): Displayable {
  const bundle = tableBundle(columns, rows, options);
  return displayable(() => bundle);
}

/** A table in every form that a front end may want: HTML and plain text. */
export function tableBundle(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): MimeBundle {
  return {
    "text/plain": tableText(columns, rows, options),
    "text/html": tableHtml(columns, rows, options),
  };
}
