import { type Html, type HtmlPart, html } from "./html.js";

/** A column of a table: its heading, and whether it holds numbers. */
export interface Column {
  readonly heading: HtmlPart;
  readonly kind: "text" | "number";
  /** Explains the heading when pointed at. */
  readonly hint?: string;
  /** How the rows are sorted by it, where they are. */
  readonly sort?: "ascending" | "descending";
}

/**
 * A table that scrolls inside its own box where the page is narrow, also from the keyboard. The
 * first cell of every row is its heading, unless `heading` names the column of another.
 */
export function tableBox(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly HtmlPart[])[],
  heading = 0,
): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(
    ({ heading: words, kind, hint, sort }) =>
      html`<th scope="col" class="${kind}"${hint ? html` title="${hint}"` : null}${
        sort ? html` aria-sort="${sort}"` : null
      }>${words}</th>`,
  )}</tr></thead>
<tbody>${rows.map((row) => tableRow(row, columns, heading))}</tbody>
</table>
</div>
`;
}

function tableRow(row: readonly HtmlPart[], columns: readonly Column[], heading: number): Html {
  const cells = row.map((cell, index) => tableCell(cell, columns[index], index === heading));
  return html`<tr>${cells}</tr>
`;
}

function tableCell(cell: HtmlPart, column: Column, names: boolean): Html {
  return names
    ? html`<th scope="row" class="${column.kind}">${cell}</th>`
    : html`<td class="${column.kind}">${cell}</td>`;
}
