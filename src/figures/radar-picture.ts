import { fitText, textWidth } from "./fit-text.js";
import { markerShape } from "./marker-shape.js";
import { paint } from "./paint.js";
import { type RadarPlace, radarGrid, radarOutline, spokeRoom } from "./radar-panel.js";
import type { RadarProfile, Spoke } from "./radar-profile.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";
import { dashes, markers } from "./theme.js";

const WIDTH = 720;
const COLUMNS = 2;
const FONT = 12;

/** What a picture says of itself. */
interface PictureText {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
}

/** How profiles are drawn. */
interface RadarDrawing {
  readonly arrangement: "overlay" | "panels";
  /** The score at the rim. */
  readonly rim: number;
}

/** Draws profiles on one circle with a key, or on a circle each. */
export function radarPicture(
  text: PictureText,
  spokes: readonly Spoke[],
  profiles: readonly RadarProfile[],
  { arrangement, rim }: RadarDrawing,
): string {
  return arrangement === "overlay"
    ? overlay(text, spokes, profiles, rim)
    : panels(text, spokes, profiles, rim);
}

function overlay(
  text: PictureText,
  spokes: readonly Spoke[],
  profiles: readonly RadarProfile[],
  rim: number,
): string {
  const room = spokeRoom(spokes, FONT);
  const radius = Math.min(170, WIDTH / 2 - room - 8);
  const place: RadarPlace = { x: WIDTH / 2, y: radius + 48, radius, fontSize: FONT, rim };
  const bottom = place.y + radius + 48;
  const key = radarKey(profiles, bottom);
  const height = bottom + key.height + 12;
  return svgDocument({ ...frame(text), width: WIDTH, height }, [
    ...radarGrid(place, spokes),
    ...profiles.map((profile, series) => radarOutline(place, profile, { series, filled: false })),
    ...key.nodes,
  ]);
}

function panels(
  text: PictureText,
  spokes: readonly Spoke[],
  profiles: readonly RadarProfile[],
  rim: number,
): string {
  const panelWidth = WIDTH / COLUMNS;
  const fontSize = 11;
  const radius = Math.min(112, panelWidth / 2 - spokeRoom(spokes, fontSize) - 6);
  const heading = 30;
  const panelHeight = heading + 2 * radius + 76;
  const nodes = profiles.flatMap((profile, series) => {
    const left = (series % COLUMNS) * panelWidth;
    const top = Math.floor(series / COLUMNS) * panelHeight;
    const place = {
      x: left + panelWidth / 2,
      y: top + heading + 36 + radius,
      radius,
      fontSize,
      rim,
    };
    return [
      ...panelHeading(profile, series, { left, top, width: panelWidth }),
      ...radarGrid(place, spokes),
      radarOutline(place, profile, { series, filled: true }),
    ];
  });
  const height = Math.max(1, Math.ceil(profiles.length / COLUMNS)) * panelHeight + 8;
  return svgDocument({ ...frame(text), width: WIDTH, height }, nodes);
}

function panelHeading(
  profile: RadarProfile,
  series: number,
  at: { readonly left: number; readonly top: number; readonly width: number },
): readonly SvgNode[] {
  const name = fitText(profile.name, at.width - 70, 13);
  const start = at.left + (at.width - textWidth(name, 14) - 16) / 2;
  return [
    markerShape(markers[series], {
      x: start + 4,
      y: at.top + 20,
      size: 4.5,
      role: `series${series}`,
    }),
    svgNode(
      "text",
      {
        x: start + 16,
        y: at.top + 24.5,
        "font-size": 13,
        "font-weight": 600,
        ...paint({ fill: "ink" }),
      },
      [name],
    ),
  ];
}

function radarKey(
  profiles: readonly RadarProfile[],
  top: number,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const rowHeight = 20;
  const columnWidth = WIDTH / COLUMNS;
  const nodes = profiles.flatMap((profile, series) => {
    const x = (series % COLUMNS) * columnWidth + 24;
    const y = top + Math.floor(series / COLUMNS) * rowHeight + 10;
    return [
      svgNode("line", {
        x1: x,
        y1: y,
        x2: x + 34,
        y2: y,
        ...paint({ stroke: `series${series}` }),
        "stroke-width": 1.8,
        "stroke-dasharray": dashes[series].svg,
      }),
      markerShape(markers[series], { x: x + 17, y, size: 4, role: `series${series}` }),
      svgNode("text", { x: x + 42, y: y + 4, ...paint({ fill: "ink" }) }, [
        fitText(profile.name, columnWidth - 80, FONT),
      ]),
    ];
  });
  return { nodes, height: Math.ceil(profiles.length / COLUMNS) * rowHeight };
}

function frame(text: PictureText) {
  return { id: text.id, title: text.title, description: text.caption };
}
