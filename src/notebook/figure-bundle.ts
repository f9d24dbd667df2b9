import type { Figure, JsonObject } from "../figures/figure.js";
import { visibleControls } from "../kernel/visible-controls.js";
import { figureHtml } from "./figure-html.js";
import type { MimeBundle } from "./mime-bundle.js";
import { tableText } from "./table-text.js";

/** What a drawing of plotly.js needs to know besides the figure. */
export const plotlyConfig: JsonObject = { displaylogo: false, responsive: true };

/**
 * A figure in every form that a front end may want: plotly JSON, a picture with its exact values as
 * HTML, and a table as plain text.
 */
export function figureBundle(figure: Figure): MimeBundle {
  const { columns, rows } = figure.table;
  const { data, layout } = figure.plotly;
  return {
    "text/plain": visibleControls(
      `${figure.title}\n${tableText(columns, rows)}\n${figure.caption}`,
    ),
    "text/html": figureHtml(figure),
    "application/vnd.plotly.v1+json": { data, layout, config: plotlyConfig },
  };
}
