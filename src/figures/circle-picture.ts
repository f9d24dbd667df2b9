import type { CirclePoint } from "./circle-figure.js";
import { twoLines } from "./fit-text.js";
import { paint } from "./paint.js";
import { type Point, pointList } from "./point-list.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

const WIDTH = 560;
const HEIGHT = 470;
const RADIUS = 170;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
/** Standard deviations at the centre and at the rim. */
const REACH = 2.5;

/** The circle of values: rings of standard deviations, the wave, and the values in their directions. */
export function circlePicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  points: readonly CirclePoint[],
  wave: readonly { readonly angle: number; readonly value: number }[],
): string {
  const frame = { id: text.id, title: text.title, description: text.caption };
  const rings = [-1.5, 0, 1.5, REACH].map((value) =>
    svgNode("circle", {
      cx: CENTRE.x,
      cy: CENTRE.y,
      r: distance(value),
      ...paint({ stroke: value === 0 ? "muted" : "grid" }),
      ...(value === 0 ? { "stroke-dasharray": "4 3" } : {}),
    }),
  );
  return svgDocument({ ...frame, width: WIDTH, height: HEIGHT }, [
    ...rings,
    svgNode("polygon", {
      points: pointList(wave.map(({ angle, value }) => placeOf(angle, distance(value)))),
      ...paint({ stroke: "series1" }),
      "stroke-width": 1.8,
    }),
    ...points.flatMap((point) => valueNodes(point, besides(point, points))),
  ]);
}

/** How many before it stand in the same direction, as tradition and conformity do. */
function besides(point: CirclePoint, points: readonly CirclePoint[]): number {
  return points.slice(0, points.indexOf(point)).filter(({ angle }) => angle === point.angle).length;
}

function distance(value: number): number {
  const kept = Math.min(REACH, Math.max(-REACH, value));
  return (RADIUS * (kept + REACH)) / (2 * REACH);
}

/** Angle 0 points up, then clockwise. */
function placeOf(angle: number, radius: number): Point {
  const turn = ((angle - 90) * Math.PI) / 180;
  return { x: CENTRE.x + radius * Math.cos(turn), y: CENTRE.y + radius * Math.sin(turn) };
}

function valueNodes(point: CirclePoint, before: number): readonly SvgNode[] {
  const place = placeOf(point.angle, distance(point.value));
  const rim = placeOf(point.angle, RADIUS);
  const lines = twoLines(point.name);
  const name = placeOf(point.angle, RADIUS + 22 + 26 * before);
  const side = name.x > CENTRE.x + 20 ? "start" : name.x < CENTRE.x - 20 ? "end" : "middle";
  return [
    svgNode("line", {
      x1: CENTRE.x,
      y1: CENTRE.y,
      x2: rim.x,
      y2: rim.y,
      ...paint({ stroke: "grid" }),
    }),
    svgNode("line", {
      x1: placeOf(point.angle, distance(0)).x,
      y1: placeOf(point.angle, distance(0)).y,
      x2: place.x,
      y2: place.y,
      ...paint({ stroke: "accent" }),
      "stroke-width": 2,
    }),
    svgNode(
      "circle",
      { cx: place.x, cy: place.y, r: 5, ...paint({ fill: "accent", stroke: "surface" }) },
      [svgNode("title", {}, [`${point.name}: ${point.value.toFixed(2)} standard deviations`])],
    ),
    ...lines.map((line, row) =>
      svgNode(
        "text",
        {
          x: name.x,
          y: name.y + 4 + (row - (lines.length - 1) / 2) * 13,
          "text-anchor": side,
          ...paint({ fill: "ink" }),
        },
        [line],
      ),
    ),
  ];
}
