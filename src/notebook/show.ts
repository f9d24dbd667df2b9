import type { Json } from "../figures/figure.js";
import { visibleControls } from "../kernel/visible-controls.js";
import { bundleOf, type Showable } from "./bundle-of.js";
import { kernelDisplay } from "./kernel-display.js";

/** Options of `show`. */
export interface ShowOptions {
  /** Names this output, so that a later `show` with `update` can replace it. */
  readonly id?: string;
  /** Replace the output of the same id instead of adding one. */
  readonly update?: boolean;
  readonly metadata?: Readonly<Record<string, Json>>;
}

/**
 * Shows a result under the running cell, in the richest form that the front end knows: a figure, a table, an
 * explorer, a data frame, anything with `Symbol.for("Jupyter.display")`, or a bundle of your own by
 * MIME type. Outside a notebook its plain text is printed.
 *
 * @param value  a bundle needs at least `text/plain`, for readers without a front end
 * @throws TypeError without `text/plain`
 * @example
 * show({ "text/html": "<b>bold</b>" }); // throws /text\/plain/
 */
export function show(value: Showable, options: ShowOptions = {}): void {
  const bundle = bundleOf(value);
  const text = bundle["text/plain"];
  if (typeof text !== "string")
    throw new TypeError(
      `a bundle to show needs text/plain, for readers without a front end; it has: ` +
        (Object.keys(bundle).join(", ") || "nothing"),
    );
  const display = kernelDisplay();
  if (display === null) {
    console.log(visibleControls(text));
    return;
  }
  const { id, update = false, metadata = {} } = options;
  const transient = id === undefined ? {} : { display_id: id };
  display({ data: bundle, metadata, transient }, update);
}
