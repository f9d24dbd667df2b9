import type { AlignmentCell } from "./alignment-figure.js";
import { fitText, textWidth, twoLines } from "./fit-text.js";
import { hatch } from "./hatch.js";
import { paint } from "./paint.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

const ROW = 36;
const TOP = 46;
const STEPS = 10;
const LEAST_CELL = 74;
const LEAST_WIDTH = 720;

/** Squares from -1 to 1 with their intervals; the closest of each row is framed. */
export function alignmentPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  columns: readonly string[],
  names: readonly string[],
  cells: readonly (readonly AlignmentCell[])[],
): string {
  const left = Math.min(200, Math.max(60, ...names.map((name) => textWidth(name, 12)))) + 20;
  const cell = Math.max(LEAST_CELL, (LEAST_WIDTH - left - 8) / Math.max(1, columns.length));
  const width = Math.ceil(left + cell * columns.length + 8);
  const height = TOP + Math.max(1, names.length) * ROW + 10;
  const hatchId = `${text.id}-hatch`;
  const frame = { id: text.id, title: text.title, description: text.caption, width, height };
  return svgDocument(frame, [
    hatch(hatchId),
    ...columns.flatMap((name, at) => columnName(name, left + (at + 0.5) * cell, cell)),
    ...names.map((name, row) =>
      svgNode("g", {}, [
        svgNode(
          "text",
          {
            x: left - 10,
            y: TOP + (row + 0.5) * ROW + 4,
            "text-anchor": "end",
            ...paint({ fill: "ink" }),
          },
          [fitText(name, left - 18, 12)],
        ),
        ...cells[row].flatMap((one, at) =>
          square(one, {
            x: left + at * cell,
            y: TOP + row * ROW,
            width: cell,
            hatchId,
            says: `${name}, ${columns[at]}`,
          }),
        ),
      ]),
    ),
  ]);
}

function columnName(name: string, x: number, width: number): readonly SvgNode[] {
  const lines = twoLines(name).map((line) => fitText(line, width - 4, 11));
  return lines.map((line, row) =>
    svgNode(
      "text",
      {
        x,
        y: TOP - 10 - (lines.length - 1 - row) * 13,
        "text-anchor": "middle",
        "font-size": 11,
        ...paint({ fill: "ink" }),
      },
      [line],
    ),
  );
}

interface SquarePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly hatchId: string;
  readonly says: string;
}

function square(cell: AlignmentCell, at: SquarePlace): readonly SvgNode[] {
  const box = { x: at.x + 1.5, y: at.y + 1.5, width: at.width - 3, height: ROW - 3, rx: 2 };
  const { value, low, high } = cell;
  if (value === null)
    return [
      svgNode("rect", { ...box, fill: `url(#${at.hatchId})` }, [
        svgNode("title", {}, [`${at.says}: cannot be computed`]),
      ]),
    ];
  const step = Math.min(STEPS - 1, Math.max(0, Math.floor(((value + 1) / 2) * STEPS)));
  const on = paint({ fill: step < STEPS / 2 ? "heatInkLow" : "heatInkHigh" });
  const interval =
    low === null || high === null ? "no interval" : `${low.toFixed(2)} to ${high.toFixed(2)}`;
  const middle = { x: at.x + at.width / 2, "text-anchor": "middle" };
  const edge = cell.closest ? { stroke: "ink" as const } : {};
  return [
    svgNode(
      "rect",
      { ...box, ...paint({ fill: `heat${step}`, ...edge }), "stroke-width": cell.closest ? 2 : 0 },
      [svgNode("title", {}, [`${at.says}: ${value.toFixed(2)} (${interval})`])],
    ),
    svgNode("text", { ...middle, y: at.y + 16, ...on }, [value.toFixed(2)]),
    svgNode("text", { ...middle, y: at.y + 29, "font-size": 9.5, ...on }, [interval]),
  ];
}
