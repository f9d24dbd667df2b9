import { fitText, textWidth, twoLines } from "./fit-text.js";
import { markerShape } from "./marker-shape.js";
import { type ColourRole, paint } from "./paint.js";
import { type Point, pointList } from "./point-list.js";
import type { RadarProfile, Spoke } from "./radar-profile.js";
import { type SvgNode, svgNode } from "./svg-node.js";
import { dashes, markers } from "./theme.js";

/** Where a radar stands and how large it is. */
export interface RadarPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fontSize: number;
  /** The score at the rim; the centre is 0. */
  readonly rim: number;
}

/** Fifths of the rim. */
const RINGS = [1, 2, 3, 4, 5];

/**
 * The point on spoke `index` of `count` at a value from 0 to the rim; spoke 0 points up, then
 * clockwise.
 */
function spokePoint(place: RadarPlace, index: number, count: number, value: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  // An interval may reach past the ends of the scale; drawn past the centre it would change sides.
  const distance = (place.radius * Math.min(place.rim, Math.max(0, value))) / place.rim;
  return { x: place.x + distance * Math.cos(angle), y: place.y + distance * Math.sin(angle) };
}

/** Rings, spokes and their names. */
export function radarGrid(place: RadarPlace, spokes: readonly Spoke[]): readonly SvgNode[] {
  const count = spokes.length;
  const rings = RINGS.map((ring) =>
    svgNode("polygon", {
      points: pointList(
        spokes.map((_, index) => spokePoint(place, index, count, (ring * place.rim) / 5)),
      ),
      ...paint({ stroke: "grid" }),
      "stroke-width": ring === 5 ? 1.2 : 0.8,
    }),
  );
  const axes = spokes.map((_, index) => {
    const end = spokePoint(place, index, count, place.rim);
    return svgNode("line", {
      x1: place.x,
      y1: place.y,
      x2: end.x,
      y2: end.y,
      ...paint({ stroke: "grid" }),
      "stroke-width": 0.8,
    });
  });
  const names = spokes.flatMap((spoke, index) => spokeName(place, spoke, index, count));
  return [...rings, ...axes, ...ringNumbers(place), ...names];
}

function ringNumbers(place: RadarPlace): readonly SvgNode[] {
  return [1, 3, 5].map((ring) =>
    svgNode(
      "text",
      {
        x: place.x + 3,
        y: place.y - (place.radius * ring) / 5 + (ring === 5 ? 11 : 4),
        "font-size": 9,
        ...paint({ fill: "muted" }),
      },
      [String((ring * place.rim) / 5)],
    ),
  );
}

function spokeName(
  place: RadarPlace,
  spoke: Spoke,
  index: number,
  count: number,
): readonly SvgNode[] {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const lines = labelLines(spoke.label, place.fontSize);
  const gap = 10;
  const x = place.x + (place.radius + gap) * Math.cos(angle);
  const y = place.y + (place.radius + gap) * Math.sin(angle);
  const side = Math.abs(Math.cos(angle)) < 0.15 ? "middle" : Math.cos(angle) > 0 ? "start" : "end";
  const lineHeight = place.fontSize * 1.15;
  // Text hangs below its spoke at the bottom, stands above it at the top, and is centred at the
  // sides.
  const block = lineHeight * (lines.length - 1);
  const first = y + place.fontSize * 0.35 - block / 2 + (Math.sin(angle) * (block + 6)) / 2;
  return lines.map((line, row) =>
    svgNode(
      "text",
      {
        x,
        y: first + row * lineHeight,
        "text-anchor": side,
        "font-size": place.fontSize,
        ...paint({ fill: "ink" }),
      },
      [line],
    ),
  );
}

/**
 * One examinee's profile: an outline that breaks where a score is missing, a whisker for every
 * interval, and a point for every mean.
 */
export function radarOutline(
  place: RadarPlace,
  profile: RadarProfile,
  look: { readonly series: number; readonly filled: boolean },
): SvgNode {
  const role: ColourRole = `series${look.series}`;
  const count = profile.values.length;
  const at = (index: number, value: number) => spokePoint(place, index, count, value);
  const stroke = { ...paint({ stroke: role }), "stroke-dasharray": dashes[look.series].svg };
  const whole = profile.values.every((value) => value.mean !== null);
  const lines: SvgNode[] = [];
  if (whole) {
    const points = profile.values.map((value, index) => at(index, value.mean ?? 0));
    if (look.filled)
      lines.push(
        svgNode("polygon", {
          points: pointList(points),
          ...paint({ fill: role }),
          "fill-opacity": "0.12",
        }),
      );
    lines.push(svgNode("polygon", { points: pointList(points), ...stroke, "stroke-width": 1.8 }));
  } else {
    for (let index = 0; index < count; index++) {
      const next = (index + 1) % count;
      const from = profile.values[index].mean;
      const to = profile.values[next].mean;
      if (from === null || to === null) continue;
      const points = pointList([at(index, from), at(next, to)]);
      lines.push(svgNode("polyline", { points, ...stroke, "stroke-width": 1.8 }));
    }
  }
  const whiskers = profile.values.flatMap((value, index) => {
    if (value.low === null || value.high === null) return [];
    return whisker(at(index, value.low), at(index, value.high), index / count, role);
  });
  const points = profile.values.flatMap((value, index) => {
    if (value.mean === null) return [];
    const point = at(index, value.mean);
    return [markerShape(markers[look.series], { ...point, size: 2.7, role })];
  });
  return svgNode("g", {}, [svgNode("title", {}, [profile.name]), ...lines, ...whiskers, ...points]);
}

/** An interval along a spoke: a line with a short bar across each end. */
function whisker(low: Point, high: Point, turn: number, role: ColourRole): readonly SvgNode[] {
  const look = { ...paint({ stroke: role }), "stroke-width": 1.3 };
  const across = { x: 3 * Math.cos(2 * Math.PI * turn), y: 3 * Math.sin(2 * Math.PI * turn) };
  const bar = ({ x, y }: Point) =>
    svgNode("line", {
      x1: x - across.x,
      y1: y - across.y,
      x2: x + across.x,
      y2: y + across.y,
      ...look,
    });
  return [
    svgNode("line", { x1: low.x, y1: low.y, x2: high.x, y2: high.y, ...look }),
    bar(low),
    bar(high),
  ];
}

/** How much room the names of the spokes need beside the circle, in pixels. */
export function spokeRoom(spokes: readonly Spoke[], fontSize: number): number {
  const widths = spokes.map((spoke, index) => {
    const angle = (2 * Math.PI * index) / spokes.length - Math.PI / 2;
    if (Math.abs(Math.cos(angle)) < 0.15) return 0;
    return Math.max(...labelLines(spoke.label, fontSize).map((line) => textWidth(line, fontSize)));
  });
  return 12 + Math.max(...widths);
}

/** No label takes more room than this, or a long name would leave none for the circle. */
const LABEL_ROOM = 130;

function labelLines(label: string, fontSize: number): readonly string[] {
  return twoLines(label).map((line) => fitText(line, LABEL_ROOM, fontSize));
}
