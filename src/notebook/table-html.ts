import { escapeMarkup } from "../figures/escape-markup.js";
import { tableCells } from "./table-cells.js";
import type { TableCell, TableOptions } from "./table-options.js";

/**
 * A table as HTML, every cell escaped. It carries no style sheet and no script, so every front end
 * keeps it whole.
 *
 * @example
 * tableHtml(["who"], [["<b>"]]).includes("&lt;b&gt;"); // => true
 */
export function tableHtml(
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): string {
  const cells = tableCells(columns, rows, options);
  const align = (k: number) => (cells.numeric[k] ? "right" : "left");
  const line = (tag: string, row: readonly string[]) =>
    `<tr>${row
      .map((cell, k) => `<${tag} style="text-align: ${align(k)}">${escapeMarkup(cell)}</${tag}>`)
      .join("")}</tr>`;
  const caption = options.caption === undefined ? "" : escapeMarkup(options.caption);
  return [
    "<table>",
    ...(caption === "" ? [] : [`<caption style="text-align: left">${caption}</caption>`]),
    `<thead>${line("th", cells.columns)}</thead>`,
    "<tbody>",
    ...cells.rows.map((row) => line("td", row)),
    "</tbody>",
    "</table>",
    ...(cells.more === "" ? [] : [`<p>${escapeMarkup(cells.more)}</p>`]),
  ].join("\n");
}
