import { escapeMarkup } from "../figures/escape-markup.js";
import type { Figure } from "../figures/figure.js";
import { tableHtml } from "./table-html.js";

/**
 * A figure as HTML that every front end keeps: the picture as an image (an `<svg>` in place would
 * be taken apart by the cleaners of untrusted notebooks), its caption, and the exact values behind a
 * fold. Everything is escaped.
 */
export function figureHtml(figure: Figure): string {
  const picture = Buffer.from(figure.svg, "utf8").toString("base64");
  const { columns, rows } = figure.table;
  const exact = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  return [
    `<div class="vc-figure" id="vc-${escapeMarkup(figure.id)}">`,
    `<p><strong>${escapeMarkup(figure.title)}</strong></p>`,
    `<img alt="${escapeMarkup(figure.title)}" style="max-width: 100%"` +
      ` src="data:image/svg+xml;base64,${picture}">`,
    `<p>${escapeMarkup(figure.caption)}</p>`,
    "<details><summary>The numbers behind this figure</summary>",
    tableHtml(columns, exact, { rows: rows.length }),
    "</details>",
    "</div>",
  ].join("\n");
}
