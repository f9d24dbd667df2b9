import type { Figure } from "../figures/figure.js";
import { figureBundle } from "./figure-bundle.js";
import { show } from "./show.js";

/**
 * Shows a figure under the running cell: a picture that needs no script, its caption, and the exact
 * values behind a fold. Outside a notebook its table is printed.
 */
export function showFigure(figure: Figure): void {
  show(figureBundle(figure));
}
