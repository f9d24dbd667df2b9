import type { ValueCloud } from "../culture/value-clouds.js";
import type { MapKind, MapPoint } from "../culture/value-space.js";
import { fitText } from "./fit-text.js";
import { markerShape } from "./marker-shape.js";
import { type ColourRole, paint } from "./paint.js";
import type { Point } from "./point-list.js";
import { roundNumber } from "./round-number.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";
import type { Marker } from "./theme.js";

/** A point with its name, and whether the picture writes it. */
export interface SpacePoint extends MapPoint {
  readonly name: string;
  readonly labelled: boolean;
}

const PANEL = 340;
const GAP = 40;
const TOP = 40;
const LOOK: Readonly<Record<MapKind, { role: ColourRole; marker: Marker; name: string }>> = {
  examinee: { role: "series0", marker: "circle", name: "models" },
  culture: { role: "series1", marker: "diamond", name: "cultures" },
  person: { role: "series3", marker: "star", name: "you" },
};

/** Two flat views of the space, side by side and on one scale: distances in them can be compared. */
export function valueSpacePicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  points: readonly SpacePoint[],
  clouds: readonly ValueCloud[],
  axes: readonly [string, string, string],
): string {
  const coordinates = [
    ...points.flatMap(({ x, y, z }) => [x, y, z]),
    ...clouds.flatMap(({ places }) => places.flat()),
  ];
  const reach = 1.08 * Math.max(1e-9, ...coordinates.map(Math.abs));
  const frame = { id: text.id, title: text.title, description: text.caption };
  const size = { width: 2 * PANEL + GAP + 20, height: TOP + PANEL + 34 };
  const panels = [
    { left: 10, across: 0, up: 1 },
    { left: 10 + PANEL + GAP, across: 0, up: 2 },
  ] as const;
  return svgDocument({ ...frame, ...size }, [
    ...legend(points),
    ...panels.flatMap((panel) => drawPanel(panel, { points, clouds, axes, reach })),
  ]);
}

function legend(points: readonly SpacePoint[]): readonly SvgNode[] {
  const kinds = (Object.keys(LOOK) as MapKind[]).filter((kind) =>
    points.some((point) => point.kind === kind),
  );
  return kinds.flatMap((kind, at) => {
    const { role, marker, name } = LOOK[kind];
    const x = 20 + at * 110;
    return [
      markerShape(marker, { x, y: 16, size: 5, role }),
      svgNode("text", { x: x + 12, y: 20, ...paint({ fill: "ink" }) }, [name]),
    ];
  });
}

interface Scene {
  readonly points: readonly SpacePoint[];
  readonly clouds: readonly ValueCloud[];
  readonly axes: readonly [string, string, string];
  readonly reach: number;
}

interface Panel {
  readonly left: number;
  readonly across: 0 | 1 | 2;
  readonly up: 0 | 1 | 2;
}

function drawPanel(panel: Panel, { points, clouds, axes, reach }: Scene): readonly SvgNode[] {
  const { left, across, up } = panel;
  const middle = { x: left + PANEL / 2, y: TOP + PANEL / 2 };
  const scale = PANEL / (2 * reach);
  const at = (place: readonly [number, number, number]) => ({
    x: middle.x + scale * place[across],
    y: middle.y - scale * place[up],
  });
  const cross = { "stroke-width": 0.8, ...paint({ stroke: "grid" }) };
  const muted = { "font-size": 10, ...paint({ fill: "muted" }) };
  return [
    svgNode("rect", { x: left, y: TOP, width: PANEL, height: PANEL, ...paint({ stroke: "grid" }) }),
    svgNode("line", { x1: left, y1: middle.y, x2: left + PANEL, y2: middle.y, ...cross }),
    svgNode("line", { x1: middle.x, y1: TOP, x2: middle.x, y2: TOP + PANEL, ...cross }),
    svgNode("text", { x: left, y: TOP + PANEL + 14, ...muted }, [
      `across ${fitText(axes[across], PANEL - 40, 10)}`,
    ]),
    svgNode("text", { x: left, y: TOP + PANEL + 28, ...muted }, [
      `up ${fitText(axes[up], PANEL - 20, 10)}`,
    ]),
    ...clouds.map(({ kind, places }) => cloudDots(kind, places.map(at))),
    ...points.flatMap((point) => {
      const { x, y } = at([point.x, point.y, point.z]);
      const { role, marker } = LOOK[point.kind];
      const size = point.kind === "person" ? 7 : 4;
      const end = x > left + PANEL - 90;
      const name = svgNode(
        "text",
        {
          x: end ? x - 7 : x + 7,
          y: y + 3.5,
          "text-anchor": end ? "end" : "start",
          "font-size": 9.5,
          ...paint({ fill: "ink" }),
        },
        [fitText(point.name, 110, 9.5)],
      );
      const shape = svgNode("g", {}, [
        svgNode("title", {}, [point.name]),
        markerShape(marker, { x, y, size, role }),
      ]);
      return point.labelled ? [shape, name] : [shape];
    }),
  ];
}

/** All dots of a cloud as one path of strokes without length: a tenth of the text that circles take. */
function cloudDots(kind: MapKind, places: readonly Point[]): SvgNode {
  const d = places.map(({ x, y }) => `M${roundNumber(x, 1)},${roundNumber(y, 1)}h0`).join("");
  const stroke = paint({ stroke: LOOK[kind].role });
  const shape = { "stroke-width": 2.6, "stroke-linecap": "round", "stroke-opacity": 0.35 };
  return svgNode("path", { d, ...shape, ...stroke });
}
