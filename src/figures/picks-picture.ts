import { fitText, textWidth, twoLines } from "./fit-text.js";
import { paint } from "./paint.js";
import type { PicksColumn } from "./picks-figure.js";
import { svgDocument } from "./svg-document.js";
import { svgNode } from "./svg-node.js";

const WIDTH = 720;
const ROW = 22;
const TOP = 40;
const WIDEST = 120;

/** Draws items down and divergences across: each cell is a rank, filled where the item is picked. */
export function picksPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  columns: readonly PicksColumn[],
  rows: readonly { readonly name: string; readonly place: number }[],
  picks: number,
): string {
  const longest = Math.max(60, ...rows.map(({ name }) => textWidth(name, 12)));
  const left = Math.min(WIDTH / 2, longest + 16);
  const step = Math.min(WIDEST, (WIDTH - left) / Math.max(1, columns.length));
  const heads = columns.flatMap(({ name }, k) => {
    const lines = twoLines(name);
    return lines.map((line, n) =>
      svgNode(
        "text",
        {
          x: left + (k + 0.5) * step,
          y: TOP - 8 - (lines.length - 1 - n) * 13,
          "text-anchor": "middle",
          "font-size": 11,
          ...paint({ fill: "muted" }),
        },
        [fitText(line, step - 4, 11)],
      ),
    );
  });
  const cells = rows.flatMap(({ name, place }, n) => {
    const y = TOP + n * ROW;
    const label = svgNode("text", { x: 8, y: y + 15, ...paint({ fill: "ink" }) }, [
      fitText(name, left - 16, 12),
    ]);
    const ranks = columns.flatMap(({ ranks }, k) => {
      const picked = ranks[place] <= picks;
      return [
        svgNode("rect", {
          x: left + k * step + 1,
          y: y + 1,
          width: step - 2,
          height: ROW - 2,
          ...paint({ fill: picked ? "heat6" : "heat0" }),
        }),
        svgNode(
          "text",
          {
            x: left + (k + 0.5) * step,
            y: y + 15,
            "text-anchor": "middle",
            ...paint({ fill: picked ? "heatInkHigh" : "heatInkLow" }),
          },
          [String(ranks[place])],
        ),
      ];
    });
    return [label, ...ranks];
  });
  const frame = { id: text.id, title: text.title, description: text.caption };
  const height = TOP + Math.max(1, rows.length) * ROW + 10;
  return svgDocument({ ...frame, width: WIDTH, height }, [...heads, ...cells]);
}
