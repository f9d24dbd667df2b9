import type { EmbeddedSpace } from "../culture/embedded-space.js";
import type { MapAxis } from "../culture/map-axis.js";
import type { ValueCloud } from "../culture/value-clouds.js";
import type { MapKind, MapPoint, ValueSpace } from "../culture/value-space.js";
import type { Figure, JsonObject } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";
import { type SpacePoint, valueSpacePicture } from "./value-space-picture.js";

/** What to write beside the points, and where the profiles come from. */
export interface ValueSpaceFigureOptions {
  /** Names by id; the ids themselves where one is missing. */
  readonly names?: Readonly<Record<string, string>>;
  /** Ids that are labelled in the picture; all, where there are few. */
  readonly labelled?: readonly string[];
  readonly clouds?: readonly ValueCloud[];
  readonly source: string;
}

/** With more points than this, only some are labelled. */
const FEW = 14;

const KINDS: readonly { readonly kind: MapKind; readonly name: string }[] = [
  { kind: "examinee", name: "models" },
  { kind: "culture", name: "cultures" },
  { kind: "person", name: "you" },
];

/**
 * Models, cultures and you in one space of three axes: as a turning picture in plotly, and as two flat views (from the front
 * and from above) in the static one. Clouds show where a point might as well lie.
 */
export function valueSpaceFigure(
  space: ValueSpace | EmbeddedSpace,
  { names = {}, labelled, clouds = [], source }: ValueSpaceFigureOptions,
): Figure {
  const nameOf = (id: string) => names[id] ?? id;
  const few = space.points.length <= FEW;
  const points = space.points.map(
    (point): SpacePoint => ({
      ...point,
      name: nameOf(point.id),
      labelled: labelled ? labelled.includes(point.id) : few || point.kind === "person",
    }),
  );
  const axes = axisNames(space);
  const id = figureId("value-space", space.kind);
  const title = "Who is near whom in the space of values?";
  const count = (kind: MapKind) => space.points.filter((point) => point.kind === kind).length;
  const shown = KINDS.filter(({ kind }) => count(kind) > 0);
  const caption = [
    `${methodText(space)} Flat pictures: first and second axis, first and third.`,
    space.kind === "value-space" ? `Axis ${axes.join("; axis ")}.` : "",
    clouds.length > 0
      ? "Small dots: where a point might as well lie (its items or survey drawn again)."
      : "No clouds: of these profiles no items and no errors are known.",
    space.trust === null
      ? ""
      : `Neighbours shown are neighbours in truth to ${(100 * space.trust.value).toFixed(0)} %.`,
    `n = ${shown.map(({ kind, name }) => `${count(kind)} ${name}`).join(", ")}; ${space.dimensions.length} values.`,
    `Source: ${source}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
  return {
    id,
    title,
    caption,
    plotly: spacePlotly(title, points, clouds, axes),
    svg: valueSpacePicture({ id, title, caption }, points, clouds, axes),
    table: {
      columns: ["name", "kind", ...axes],
      rows: points.map(({ name, kind, x, y, z }) => [name, kind, x, y, z]),
    },
  };
}

function methodText(space: ValueSpace | EmbeddedSpace): string {
  if (space.kind === "value-space") {
    const share = Number.isNaN(space.shareShown) ? "none" : (100 * space.shareShown).toFixed(0);
    return `Principal axes of within-profile z-scores; they hold ${share} % of the differences.`;
  }
  const stress = Number.isNaN(space.stress) ? "undefined" : space.stress.toFixed(2);
  const said = [`${space.method}; stress ${stress} (0 is exact, 0.2 and more is poor).`];
  if (space.warning !== null) said.push(space.warning);
  return said.join(" ");
}

/** What each axis runs between; only principal axes can be named. */
function axisNames(space: ValueSpace | EmbeddedSpace): readonly [string, string, string] {
  if (space.kind === "embedded-space") return ["axis 1", "axis 2", "axis 3"];
  const named = ({ low, high, share }: MapAxis, at: number) => {
    const ends = [low, high].map((ids) => ids.map((id) => id.replaceAll("_", " ")).join(", "));
    return `${at}: ${ends[0]} to ${ends[1]} (${(100 * share || 0).toFixed(0)} %)`;
  };
  return [named(space.axes.x, 1), named(space.axes.y, 2), named(space.axes.z, 3)];
}

function spacePlotly(
  title: string,
  points: readonly SpacePoint[],
  clouds: readonly ValueCloud[],
  [x, y, z]: readonly [string, string, string],
): Figure["plotly"] {
  const symbols = { examinee: "circle", culture: "diamond", person: "cross" };
  const colourOf = (kind: MapKind) =>
    lightTheme.series[KINDS.findIndex((one) => one.kind === kind)];
  const places = (own: readonly Pick<MapPoint, "x" | "y" | "z">[]) => ({
    x: own.map((point) => drawnAt(point.x)),
    y: own.map((point) => drawnAt(point.y)),
    z: own.map((point) => drawnAt(point.z)),
  });
  const traces = KINDS.flatMap(({ kind, name }) => {
    const own = points.filter((point) => point.kind === kind);
    if (own.length === 0) return [];
    return [
      {
        type: "scatter3d",
        mode: "markers+text",
        name,
        ...places(own),
        text: own.map((point) => (point.labelled ? plotlyText(point.name) : "")),
        hovertext: own.map((point) => plotlyText(point.name)),
        textposition: "top center",
        textfont: { size: 11 },
        marker: { size: kind === "person" ? 7 : 5, symbol: symbols[kind], color: colourOf(kind) },
      },
    ];
  });
  const drawn = clouds.map(({ id, kind, places: cloud }) => ({
    type: "scatter3d",
    mode: "markers",
    name: plotlyText(id),
    showlegend: false,
    hoverinfo: "skip",
    ...places(cloud.map(([px, py, pz]) => ({ x: px, y: py, z: pz }))),
    marker: { size: 1.6, opacity: 0.35, color: colourOf(kind) },
  }));
  const layout = plotlyLayout(title, {
    height: 620,
    scene: { ...sceneOf([x, y, z]), aspectmode: "data" },
    legend: { itemsizing: "constant" },
  });
  return { data: [...drawn, ...traces], layout };
}

/** The ends of an axis are said in the caption: written along it they would run into each other. */
function sceneOf(names: readonly [string, string, string]): JsonObject {
  const [xaxis, yaxis, zaxis] = names.map((text) => ({
    title: { text: plotlyText(text.replace(/:.*\(/, " (")) },
    showticklabels: false,
    gridcolor: lightTheme.grid,
    zerolinecolor: lightTheme.muted,
  }));
  return { xaxis, yaxis, zaxis, camera: { eye: { x: 1.05, y: -1.25, z: 0.6 } } };
}

/** A coordinate as finely as anyone can see it; the exact ones are in the table. */
function drawnAt(value: number): number {
  return Number(value.toFixed(3)) + 0;
}
