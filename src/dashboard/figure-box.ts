import type { Figure } from "../figures/figure.js";
import { type Html, html, trusted } from "./html.js";
import { notDefined, notMeasured } from "./show-number.js";
import { tableBox } from "./table-box.js";

/**
 * A figure on the page: its question, the picture, how to read it, and the exact values behind it.
 */
export function figureBox(figure: Figure): Html {
  return html`<figure id="${figure.id}">
<h4>${figure.title}</h4>
<div class="scroll picture" data-figure="${figure.id}" role="region" tabindex="0"
 aria-label="Figure: ${figure.title}">
${trusted(figure.svg)}</div>
<figcaption>${figure.caption}</figcaption>
<details class="quiet"><summary>The numbers behind this figure</summary>
${valuesTable(figure)}</details>
</figure>
`;
}

function valuesTable(figure: Figure): Html {
  const { columns, rows } = figure.table;
  const kinds = columns.map((_, index) =>
    rows.some((row) => typeof row[index] === "string") ? ("text" as const) : ("number" as const),
  );
  return tableBox(
    `Values: ${figure.title}`,
    columns.map((heading, index) => ({ heading, kind: kinds[index] })),
    rows.map((row) =>
      row.map((cell, index) => {
        if (cell !== null) return exact(cell);
        return columns[index].startsWith("mean") ? notMeasured : notDefined;
      }),
    ),
  );
}

/** Enough digits to check a number by, few enough to read. */
function exact(cell: string | number): string {
  return typeof cell === "string" || Number.isInteger(cell)
    ? String(cell)
    : String(Number(cell.toPrecision(8)));
}
