import { axisTicks } from "./axis-ticks.js";
import { fitText, textWidth } from "./fit-text.js";
import { paint } from "./paint.js";
import { roundNumber } from "./round-number.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

/** One line: a dot with its interval. */
export interface IntervalLine {
  readonly name: string;
  /** `null` where there is nothing to show. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What is printed at the end of the line. */
  readonly text: string;
}

/** The axis, and a value to compare all lines with. */
export interface IntervalScale {
  readonly from: number;
  readonly to: number;
  /** Drawn as a line through all rows; `null` for none. */
  readonly mark: number | null;
}

const WIDTH = 720;
const ROW = 20;
const TOP = 12;
const NUMBERS = 130;
const LONGEST_NAME = 230;

/** Draws dots with their intervals on one common axis, in the order given. */
export function intervalPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  lines: readonly IntervalLine[],
  scale: IntervalScale,
): string {
  const longest = Math.max(60, ...lines.map(({ name }) => textWidth(name, 12)));
  const left = Math.min(LONGEST_NAME, longest) + 20;
  const right = WIDTH - NUMBERS;
  const bottom = TOP + Math.max(1, lines.length) * ROW;
  const x = (value: number) => {
    const kept = Math.min(scale.to, Math.max(scale.from, value));
    return left + ((right - left) * (kept - scale.from)) / (scale.to - scale.from);
  };
  const frame = { id: text.id, title: text.title, description: text.caption };
  const mark =
    scale.mark === null
      ? []
      : [
          svgNode("line", {
            x1: x(scale.mark),
            y1: TOP - 4,
            x2: x(scale.mark),
            y2: bottom,
            ...paint({ stroke: "ink" }),
            "stroke-dasharray": "4 3",
          }),
        ];
  return svgDocument({ ...frame, width: WIDTH, height: bottom + 26 }, [
    ...axis(scale, bottom, x),
    ...mark,
    ...lines.map((line, at) => lineOf(line, TOP + at * ROW, left, x)),
  ]);
}

function axis(
  { from, to }: IntervalScale,
  bottom: number,
  x: (value: number) => number,
): readonly SvgNode[] {
  return axisTicks(from, to, 5)
    .filter((tick) => tick >= from && tick <= to)
    .flatMap((tick) => [
      svgNode("line", {
        x1: x(tick),
        y1: TOP - 4,
        x2: x(tick),
        y2: bottom,
        ...paint({ stroke: tick === 0 ? "muted" : "grid" }),
      }),
      svgNode(
        "text",
        { x: x(tick), y: bottom + 16, "text-anchor": "middle", ...paint({ fill: "muted" }) },
        [roundNumber(tick, 4)],
      ),
    ]);
}

function lineOf(
  line: IntervalLine,
  y: number,
  left: number,
  x: (value: number) => number,
): SvgNode {
  const middle = y + ROW / 2;
  const { value, low, high } = line;
  const span =
    low === null || high === null
      ? []
      : [
          svgNode("line", {
            x1: x(low),
            y1: middle,
            x2: x(high),
            y2: middle,
            ...paint({ stroke: "accent" }),
            "stroke-width": 1.8,
          }),
        ];
  const dot =
    value === null
      ? []
      : [svgNode("circle", { cx: x(value), cy: middle, r: 4, ...paint({ fill: "accent" }) })];
  return svgNode("g", {}, [
    svgNode("title", {}, [`${line.name}: ${line.text}`]),
    svgNode("text", { x: 8, y: middle + 4, ...paint({ fill: "ink" }) }, [
      fitText(line.name, left - 20, 12),
    ]),
    ...span,
    ...dot,
    svgNode(
      "text",
      {
        x: WIDTH - 8,
        y: middle + 4,
        "text-anchor": "end",
        "font-size": 11,
        ...paint({ fill: "ink" }),
      },
      [line.text],
    ),
  ]);
}
