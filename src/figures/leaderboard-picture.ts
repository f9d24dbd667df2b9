import { fitText, textWidth } from "./fit-text.js";
import type { LeaderboardLine } from "./leaderboard-figure.js";
import { paint } from "./paint.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

const WIDTH = 720;
const ROW = 26;
const TOP = 12;
const NUMBERS = 128;
const TICKS = [0, 20, 40, 60, 80, 100];

/** Draws one line an examinee: name, dot and interval on a scale from 0 to 100, and the numbers. */
export function leaderboardPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  lines: readonly LeaderboardLine[],
): string {
  const longest = Math.max(60, ...lines.map((line) => textWidth(rankedName(line), 12)));
  const left = Math.min(290, longest + 16);
  const right = WIDTH - NUMBERS;
  const bottom = TOP + Math.max(1, lines.length) * ROW;
  // An interval may reach past the ends of the scale; the drawing stops there, the numbers do not.
  const x = (value: number) => left + ((right - left) * Math.min(100, Math.max(0, value))) / 100;
  const grid = TICKS.flatMap((tick) => [
    svgNode("line", {
      x1: x(tick),
      y1: TOP,
      x2: x(tick),
      y2: bottom,
      ...paint({ stroke: "grid" }),
    }),
    svgNode(
      "text",
      { x: x(tick), y: bottom + 16, "text-anchor": "middle", ...paint({ fill: "muted" }) },
      [String(tick)],
    ),
  ]);
  return svgDocument(
    {
      id: text.id,
      title: text.title,
      description: text.caption,
      width: WIDTH,
      height: bottom + 26,
    },
    [
      ...lines.flatMap((_, index) => (index % 2 === 1 ? [] : [stripe(TOP + index * ROW)])),
      ...grid,
      ...lines.map((line, index) => drawLine(line, TOP + (index + 0.5) * ROW, left, x)),
    ],
  );
}

function stripe(y: number): SvgNode {
  return svgNode("rect", { x: 0, y, width: WIDTH, height: ROW, ...paint({ fill: "band" }) });
}

function rankedName(line: LeaderboardLine): string {
  return line.rank === null ? line.name : `${line.rank}  ${line.name}`;
}

function drawLine(
  line: LeaderboardLine,
  y: number,
  left: number,
  x: (value: number) => number,
): SvgNode {
  const name = fitText(rankedName(line), left - 16, 12);
  const parts: SvgNode[] = [
    svgNode("title", {}, [line.name]),
    svgNode("text", { x: 8, y: y + 4, ...paint({ fill: "ink" }) }, [name]),
  ];
  if (line.low !== null && line.high !== null) {
    const interval = paint({ stroke: "accent" });
    const [from, to] = [x(line.low), x(line.high)];
    parts.push(
      svgNode("line", { x1: from, y1: y, x2: to, y2: y, ...interval, "stroke-width": 2.4 }),
      svgNode("line", { x1: from, y1: y - 4, x2: from, y2: y + 4, ...interval }),
      svgNode("line", { x1: to, y1: y - 4, x2: to, y2: y + 4, ...interval }),
    );
  }
  if (line.mean !== null)
    parts.push(
      svgNode("circle", {
        cx: x(line.mean),
        cy: y,
        r: 4.6,
        ...paint({ fill: "accent", stroke: "surface" }),
      }),
    );
  parts.push(
    svgNode(
      "text",
      { x: WIDTH - 8, y: y + 4, "text-anchor": "end", ...paint({ fill: numbersInk(line) }) },
      [numbers(line)],
    ),
  );
  return svgNode("g", {}, parts);
}

function numbersInk(line: LeaderboardLine): "ink" | "muted" {
  return line.mean === null ? "muted" : "ink";
}

function numbers(line: LeaderboardLine): string {
  if (line.mean === null) return "not measured";
  const mean = line.mean.toFixed(1);
  if (line.low === null || line.high === null) return `${mean} (no interval)`;
  return `${mean} (${line.low.toFixed(1)} to ${line.high.toFixed(1)})`;
}
