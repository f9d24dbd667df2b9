import { fitText, textWidth, twoLines } from "./fit-text.js";
import { hatch } from "./hatch.js";
import type { HeatCell, HeatColumn, HeatRow } from "./heatmap-figure.js";
import { paint } from "./paint.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

const ROW = 38;
const TOP = 44;
const LEAST_CELL = 62;
const LEAST_WIDTH = 720;
const STEPS = 10;

/** Draws the squares with their numbers, the names around them, and the scale below. */
export function heatmapPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  columns: readonly HeatColumn[],
  rows: readonly HeatRow[],
): string {
  const left = Math.min(200, Math.max(60, ...rows.map((row) => textWidth(row.name, 12))) + 20);
  const widest = Math.max(
    ...columns.flatMap((column) => twoLines(column.label).map((line) => textWidth(line, 11))),
  );
  const least = Math.max(LEAST_CELL, widest + 6);
  const cell = Math.max(least, (LEAST_WIDTH - left - 8) / columns.length);
  const width = Math.ceil(left + cell * columns.length + 8);
  const bottom = TOP + Math.max(1, rows.length) * ROW;
  const hatchId = `${text.id}-hatch`;
  return svgDocument(
    { id: text.id, title: text.title, description: text.caption, width, height: bottom + 44 },
    [
      hatch(hatchId),
      ...columns.flatMap((column, index) => columnName(column, left + (index + 0.5) * cell)),
      ...rows.map((row, index) =>
        svgNode("g", {}, [
          svgNode(
            "text",
            { x: left - 10, y: TOP + (index + 0.5) * ROW + 4, "text-anchor": "end", ...ink() },
            [fitText(row.name, left - 18, 12)],
          ),
          ...row.cells.flatMap((entry, column) =>
            square(entry, {
              x: left + column * cell,
              y: TOP + index * ROW,
              width: cell,
              hatchId,
              says: `${row.name}, ${columns[column].name}`,
            }),
          ),
        ]),
      ),
      ...scale(left, bottom + 14),
    ],
  );
}

function ink() {
  return paint({ fill: "ink" });
}

function columnName(column: HeatColumn, x: number): readonly SvgNode[] {
  const lines = twoLines(column.label);
  return lines.map((line, row) =>
    svgNode(
      "text",
      {
        x,
        y: TOP - 10 - (lines.length - 1 - row) * 13,
        "text-anchor": "middle",
        "font-size": 11,
        ...ink(),
      },
      [line],
    ),
  );
}

function square(
  cell: HeatCell,
  at: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly hatchId: string;
    readonly says: string;
  },
): readonly SvgNode[] {
  const box = { x: at.x + 1, y: at.y + 1, width: at.width - 2, height: ROW - 2, rx: 2 };
  const middle = at.x + at.width / 2;
  if (cell.mean === null)
    return [
      svgNode("rect", { ...box, fill: `url(#${at.hatchId})` }, [
        svgNode("title", {}, [`${at.says}: not measured`]),
      ]),
    ];
  const step = Math.min(STEPS - 1, Math.max(0, Math.floor((cell.mean / 100) * STEPS)));
  const on = paint({ fill: step < STEPS / 2 ? "heatInkLow" : "heatInkHigh" });
  const interval =
    cell.low === null || cell.high === null
      ? "no interval"
      : `${cell.low.toFixed(0)} to ${cell.high.toFixed(0)}`;
  return [
    svgNode("rect", { ...box, ...paint({ fill: `heat${step}` }) }, [
      svgNode("title", {}, [`${at.says}: ${cell.mean.toFixed(1)} (${interval})`]),
    ]),
    svgNode("text", { x: middle, y: at.y + 17, "text-anchor": "middle", ...on }, [
      cell.mean.toFixed(1),
    ]),
    svgNode("text", { x: middle, y: at.y + 30, "text-anchor": "middle", "font-size": 9.5, ...on }, [
      interval,
    ]),
  ];
}

function scale(left: number, y: number): readonly SvgNode[] {
  const step = 22;
  const muted = { "font-size": 10, ...paint({ fill: "muted" }) };
  return [
    ...Array.from({ length: STEPS }, (_, index) =>
      svgNode("rect", {
        x: left + index * step,
        y,
        width: step,
        height: 8,
        ...paint({ fill: `heat${index}` }),
      }),
    ),
    svgNode("text", { x: left, y: y + 20, ...muted }, ["0"]),
    svgNode("text", { x: left + STEPS * step, y: y + 20, "text-anchor": "end", ...muted }, ["100"]),
  ];
}
