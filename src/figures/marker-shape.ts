import { type ColourRole, paint } from "./paint.js";
import { pointList } from "./point-list.js";
import { type SvgNode, svgNode } from "./svg-node.js";
import type { Marker } from "./theme.js";

/** Outlines in a box from -1 to 1. */
const OUTLINES: Readonly<
  Record<Exclude<Marker, "circle">, readonly (readonly [number, number])[]>
> = {
  square: box(0.85),
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  "triangle-up": [
    [0, -1.15],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  "triangle-down": [
    [0, 1.15],
    [1.1, -0.85],
    [-1.1, -0.85],
  ],
  cross: plus(0),
  x: plus(Math.PI / 4),
  star: Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 1.35 : 0.6;
    const angle = (Math.PI * index) / 5 - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  }),
};

/** One examinee's point: a filled shape around (x, y), with a thin edge in the page's colour. */
export function markerShape(
  shape: Marker,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly role: ColourRole },
): SvgNode {
  const edge = { ...paint({ fill: at.role, stroke: "surface" }), "stroke-width": 0.8 };
  if (shape === "circle") return svgNode("circle", { cx: at.x, cy: at.y, r: at.size, ...edge });
  const points = OUTLINES[shape].map(([x, y]) => ({
    x: at.x + x * at.size,
    y: at.y + y * at.size,
  }));
  return svgNode("polygon", { points: pointList(points), ...edge });
}

function box(half: number): readonly (readonly [number, number])[] {
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
}

function plus(turn: number): readonly (readonly [number, number])[] {
  const arm = 1.25;
  const width = 0.42;
  const corners: readonly (readonly [number, number])[] = [
    [-width, -arm],
    [width, -arm],
    [width, -width],
    [arm, -width],
    [arm, width],
    [width, width],
    [width, arm],
    [-width, arm],
    [-width, width],
    [-arm, width],
    [-arm, -width],
    [-width, -width],
  ];
  return corners.map(([x, y]) => [
    x * Math.cos(turn) - y * Math.sin(turn),
    x * Math.sin(turn) + y * Math.cos(turn),
  ]);
}
