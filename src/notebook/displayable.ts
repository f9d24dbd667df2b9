import { inspect } from "node:util";
import { visibleControls } from "../kernel/visible-controls.js";
import type { MimeBundle } from "./mime-bundle.js";

/**
 * The agreed name under which a value tells a notebook how to show it (Deno's kernel began it). A kernel
 * that knows it shows such a value when it is the last of a cell; `show` knows it everywhere.
 */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display");

/** A value that shows itself in a notebook. Printed, it is its plain text. */
export interface Displayable {
  [displaySymbol](): MimeBundle;
  toString(): string;
}

/**
 * Makes something to show of a function that gives its bundle. The bundle is made when it is shown.
 *
 * @example
 * String(displayable(() => ({ "text/plain": "words" }))); // => "words"
 */
export function displayable(bundle: () => MimeBundle): Displayable {
  const text = () => visibleControls(String(bundle()["text/plain"]));
  const shown = { [displaySymbol]: bundle, toString: text };
  // The stock kernel prints the last value of a cell with util.inspect.
  return Object.defineProperty(shown, inspect.custom, { value: text, enumerable: false });
}
