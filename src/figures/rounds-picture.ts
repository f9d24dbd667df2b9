import type { RoundSummary } from "../records/results.js";
import { axisTicks } from "./axis-ticks.js";
import { markerShape } from "./marker-shape.js";
import { type ColourRole, paint } from "./paint.js";
import { type Point, pointList } from "./point-list.js";
import { roundNumber } from "./round-number.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

const FRAME = { width: 720, height: 320, left: 64, right: 704, top: 40, bottom: 268 };
const SEARCH_INK: ColourRole = "series1";

/** Draws rounds from left to right, informativeness upward. */
export function roundsPicture(
  text: {
    readonly id: string;
    readonly title: string;
    readonly caption: string;
    readonly unit: string;
  },
  rounds: readonly RoundSummary[],
): string {
  const ticks = verticalTicks(rounds);
  const bottomValue = ticks[0];
  const topValue = ticks[ticks.length - 1];
  const x = (index: number) =>
    FRAME.left + ((FRAME.right - FRAME.left) * (index + 0.5)) / Math.max(1, rounds.length);
  const y = (value: number) =>
    FRAME.bottom - ((FRAME.bottom - FRAME.top) * (value - bottomValue)) / (topValue - bottomValue);
  return svgDocument(
    { ...text, description: text.caption, width: FRAME.width, height: FRAME.height },
    [
      ...staticBand(rounds, y),
      ...axes(rounds, ticks, text.unit, x, y),
      ...searchLine(rounds, x, y),
      ...freshLine(rounds, x, y),
      ...key(),
    ],
  );
}

function verticalTicks(rounds: readonly RoundSummary[]): readonly number[] {
  const values = rounds.flatMap((round) => {
    const { mean, low, high } = round.freshInformativeness;
    return [mean, low, high, round.searchInformativeness];
  });
  const found = values.filter((value): value is number => value !== null);
  return axisTicks(Math.min(0, ...found), Math.max(0, ...found), 5);
}

function axes(
  rounds: readonly RoundSummary[],
  ticks: readonly number[],
  unit: string,
  x: (index: number) => number,
  y: (value: number) => number,
): readonly SvgNode[] {
  const muted = paint({ fill: "muted" });
  const middle = (FRAME.top + FRAME.bottom) / 2;
  return [
    ...ticks.flatMap((tick) => [
      svgNode("line", {
        x1: FRAME.left,
        y1: y(tick),
        x2: FRAME.right,
        y2: y(tick),
        ...paint({ stroke: tick === 0 ? "muted" : "grid" }),
        "stroke-width": 0.8,
      }),
      svgNode("text", { x: FRAME.left - 8, y: y(tick) + 4, "text-anchor": "end", ...muted }, [
        roundNumber(tick, 4),
      ]),
    ]),
    ...rounds.map((round, index) =>
      svgNode(
        "text",
        { x: x(index), y: FRAME.bottom + 20, "text-anchor": "middle", ...paint({ fill: "ink" }) },
        [round.round === 0 ? "0 (static)" : String(round.round)],
      ),
    ),
    svgNode(
      "text",
      {
        x: (FRAME.left + FRAME.right) / 2,
        y: FRAME.height - 10,
        "text-anchor": "middle",
        ...muted,
      },
      ["round"],
    ),
    svgNode(
      "text",
      {
        x: 16,
        y: middle,
        "text-anchor": "middle",
        transform: `rotate(-90 16 ${middle})`,
        ...muted,
      },
      [unit],
    ),
  ];
}

function staticBand(
  rounds: readonly RoundSummary[],
  y: (value: number) => number,
): readonly SvgNode[] {
  const first = rounds.find((round) => round.round === 0)?.freshInformativeness;
  if (!first || first.mean === null) return [];
  const line = svgNode("line", {
    x1: FRAME.left,
    y1: y(first.mean),
    x2: FRAME.right,
    y2: y(first.mean),
    ...paint({ stroke: "muted" }),
    "stroke-dasharray": "4 3",
  });
  if (first.low === null || first.high === null) return [line];
  const box = {
    x: FRAME.left,
    y: y(first.high),
    width: FRAME.right - FRAME.left,
    height: y(first.low) - y(first.high),
  };
  return [svgNode("rect", { ...box, ...paint({ fill: "grid" }), "fill-opacity": "0.55" }), line];
}

function searchLine(
  rounds: readonly RoundSummary[],
  x: (index: number) => number,
  y: (value: number) => number,
): readonly SvgNode[] {
  const points = rounds.map((round, index) => at(x(index) + 9, round.searchInformativeness, y));
  return [
    ...joined(points, { ...paint({ stroke: SEARCH_INK }), "stroke-dasharray": "5 4" }),
    ...points.flatMap((point) => (point ? [openDiamond(point)] : [])),
  ];
}

function freshLine(
  rounds: readonly RoundSummary[],
  x: (index: number) => number,
  y: (value: number) => number,
): readonly SvgNode[] {
  const points = rounds.map((round, index) => at(x(index), round.freshInformativeness.mean, y));
  const whiskers = rounds.flatMap((round, index) => {
    const { low, high } = round.freshInformativeness;
    if (low === null || high === null) return [];
    const ends = { x1: x(index), x2: x(index), y1: y(low), y2: y(high) };
    return [svgNode("line", { ...ends, ...paint({ stroke: "accent" }), "stroke-width": 2.4 })];
  });
  return [
    ...joined(points, { ...paint({ stroke: "accent" }), "stroke-width": 1.6 }),
    ...whiskers,
    ...points.flatMap((point) =>
      point ? [markerShape("circle", { ...point, size: 5, role: "accent" })] : [],
    ),
  ];
}

function at(x: number, value: number | null, y: (value: number) => number): Point | null {
  return value === null ? null : { x, y: y(value) };
}

/** Joins neighbouring points; where one is missing the line has a gap. */
function joined(
  points: readonly (Point | null)[],
  look: Readonly<Record<string, string | number>>,
): readonly SvgNode[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return point && before
      ? [svgNode("polyline", { points: pointList([before, point]), ...look })]
      : [];
  });
}

function openDiamond({ x, y }: Point): SvgNode {
  const corners = [
    { x, y: y - 6 },
    { x: x + 6, y },
    { x, y: y + 6 },
    { x: x - 6, y },
  ];
  return svgNode("polygon", {
    points: pointList(corners),
    ...paint({ fill: "surface", stroke: SEARCH_INK }),
    "stroke-width": 1.8,
  });
}

function key(): readonly SvgNode[] {
  const ink = paint({ fill: "ink" });
  return [
    markerShape("circle", { x: FRAME.left + 8, y: 18, size: 5, role: "accent" }),
    svgNode("text", { x: FRAME.left + 20, y: 22, ...ink }, ["on fresh replies, 95 % interval"]),
    openDiamond({ x: FRAME.left + 240, y: 18 }),
    svgNode("text", { x: FRAME.left + 252, y: 22, ...ink }, ["on the replies that chose them"]),
    svgNode("rect", {
      x: FRAME.left + 468,
      y: 12,
      width: 18,
      height: 12,
      ...paint({ fill: "grid" }),
      "fill-opacity": "0.55",
    }),
    svgNode("text", { x: FRAME.left + 492, y: 22, ...ink }, ["round 0, static"]),
  ];
}
