import { axisTicks } from "./axis-ticks.js";
import { fitText, textWidth } from "./fit-text.js";
import { type ColourRole, paint } from "./paint.js";
import { roundNumber } from "./round-number.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

/** One line of bars: parts that follow each other from 0, and what is printed at the end. */
export interface BarLine {
  readonly name: string;
  /** Parts above 0 follow each other to the right, those below 0 to the left. */
  readonly parts: readonly number[];
  /** A thin mark at a value to compare with. */
  readonly mark?: number;
  readonly text: string;
}

/** What a part's colour stands for, in the order of the parts. */
export interface BarKey {
  readonly name: string;
  readonly role: ColourRole;
}

const WIDTH = 720;
const ROW = 24;
const NUMBERS = 96;
const LONGEST_NAME = 250;

/** Draws one line of stacked bars for each name, from a common 0, with a key above. */
export function barPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  lines: readonly BarLine[],
  keys: readonly BarKey[],
): string {
  const top = keys.length > 1 ? 34 : 12;
  const longest = Math.max(60, ...lines.map(({ name }) => textWidth(name, 12)));
  const left = Math.min(LONGEST_NAME, longest) + 16;
  const right = WIDTH - NUMBERS;
  const bottom = top + Math.max(1, lines.length) * ROW;
  const ends = lines.flatMap((line) => [reach(line, 1), reach(line, -1), line.mark ?? 0]);
  const ticks = axisTicks(Math.min(0, ...ends), Math.max(0, ...ends), 5);
  const [from, to] = [ticks[0], ticks[ticks.length - 1]];
  const x = (value: number) => left + ((right - left) * (value - from)) / (to - from);
  const axis = ticks.flatMap((tick) => [
    svgNode("line", {
      x1: x(tick),
      y1: top,
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
  const frame = { id: text.id, title: text.title, description: text.caption };
  return svgDocument({ ...frame, width: WIDTH, height: bottom + 26 }, [
    ...(keys.length > 1 ? drawKeys(keys, left) : []),
    ...axis,
    ...lines.map((line, n) => drawLine(line, keys, { y: top + n * ROW, left, x })),
  ]);
}

function reach({ parts }: BarLine, side: 1 | -1): number {
  return parts.filter((part) => part * side > 0).reduce((sum, part) => sum + part, 0);
}

function drawKeys(keys: readonly BarKey[], left: number): readonly SvgNode[] {
  let x = left;
  return keys.flatMap(({ name, role }) => {
    const at = x;
    x += 34 + textWidth(name, 12);
    return [
      svgNode("rect", { x: at, y: 10, width: 12, height: 12, ...paint({ fill: role }) }),
      svgNode("text", { x: at + 18, y: 20, ...paint({ fill: "ink" }) }, [name]),
    ];
  });
}

function drawLine(
  line: BarLine,
  keys: readonly BarKey[],
  place: { readonly y: number; readonly left: number; readonly x: (value: number) => number },
): SvgNode {
  const { y, left, x } = place;
  const name = fitText(line.name, left - 16, 12);
  let [above, below] = [0, 0];
  const bars = line.parts.flatMap((part, n) => {
    if (part === 0) return [];
    const start = part > 0 ? above : below;
    if (part > 0) above += part;
    else below += part;
    const [a, b] = [x(Math.min(start, start + part)), x(Math.max(start, start + part))];
    const fill = paint({ fill: keys[n].role });
    return [svgNode("rect", { x: a, y: y + 4, width: b - a, height: ROW - 8, ...fill })];
  });
  const { mark } = line;
  const tick =
    mark === undefined
      ? []
      : [
          svgNode("line", {
            x1: x(mark),
            y1: y + 2,
            x2: x(mark),
            y2: y + ROW - 2,
            ...paint({ stroke: "ink" }),
            "stroke-width": 1.8,
          }),
        ];
  return svgNode("g", {}, [
    svgNode("title", {}, [line.name]),
    svgNode("text", { x: 8, y: y + 16, ...paint({ fill: "ink" }) }, [name]),
    ...bars,
    ...tick,
    svgNode("text", { x: WIDTH - 8, y: y + 16, "text-anchor": "end", ...paint({ fill: "ink" }) }, [
      line.text,
    ]),
  ]);
}
