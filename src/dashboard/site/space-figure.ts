import type { MapAxis } from "../../culture/map-axis.js";
import { type MapEntry, type MapPoint, valueSpace } from "../../culture/value-space.js";
import { sourceLabel } from "../../figures/examinee-names.js";
import type { Figure, JsonObject } from "../../figures/figure.js";
import { figureId } from "../../figures/figure-id.js";
import { paint } from "../../figures/paint.js";
import { plotlyLayout, plotlyText } from "../../figures/plotly-layout.js";
import { svgDocument } from "../../figures/svg-document.js";
import { type SvgNode, svgNode } from "../../figures/svg-node.js";
import { lightTheme } from "../../figures/theme.js";
import type { StudyResults } from "../../records/results.js";

/** Someone to place, with the name to print. */
export interface SpaceEntry extends MapEntry {
  readonly name: string;
}

/** Models and cultures as points that are near where their priorities have the same shape. */
export function spaceFigure(
  entries: readonly SpaceEntry[],
  results: Pick<StudyResults, "examinees">,
): Figure {
  const space = valueSpace(entries);
  const named = space.points.map((point, at) => ({ ...point, name: entries[at].name }));
  const count = (kind: MapEntry["kind"]) => entries.filter((one) => one.kind === kind).length;
  const id = figureId("space", "basic");
  const title = "Who lies near whom when only the shape of priorities counts?";
  const axes = [space.axes.x, space.axes.y, space.axes.z];
  const caption = [
    `n = ${count("examinee")} examinees (dots) and ${count("culture")} cultures (diamonds).`,
    `Three axes hold ${percent(space.shareShown)} of all variance between the profiles${space.trust ? `; neighbours here are neighbours in truth to ${space.trust.value.toFixed(2)} of 1` : ""}.`,
    "The flat picture shows the first two. No randomness: the same profiles give the same map (a t-SNE would keep no distances).",
    sourceLabel(results.examinees),
  ].join(" ");
  return {
    id,
    title,
    caption,
    plotly: spacePlotly(title, named, axes),
    svg: picture({ id, title, description: caption }, named, axes),
    table: {
      columns: ["name", "kind", "x", "y", "z"],
      rows: named.map(({ name, kind, x, y, z }) => [name, kind, x, y, z]),
    },
  };
}

type Named = MapPoint & { readonly name: string };

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : "no part";
}

function axisName(axis: MapAxis): string {
  return `${axis.low.join(", ") || "less"} ← → ${axis.high.join(", ") || "more"} (${percent(axis.share)})`;
}

function spacePlotly(
  title: string,
  points: readonly Named[],
  axes: readonly MapAxis[],
): Figure["plotly"] {
  const cloud = (kind: MapPoint["kind"], symbol: string, color: string): JsonObject => {
    const own = points.filter((point) => point.kind === kind);
    return {
      type: "scatter3d",
      // Names of cultures would cover each other; they are said when pointed at.
      mode: kind === "examinee" ? "markers+text" : "markers",
      name: kind === "examinee" ? "examinees" : "cultures",
      x: own.map(({ x }) => x),
      y: own.map(({ y }) => y),
      z: own.map(({ z }) => z),
      text: own.map(({ name }) => plotlyText(name)),
      marker: { size: 5, symbol, color },
      textfont: { size: 10 },
      hovertemplate: "%{text}<extra></extra>",
    };
  };
  const axis = (at: number): JsonObject => ({
    title: { text: plotlyText(axisName(axes[at])), font: { size: 10 } },
    gridcolor: lightTheme.grid,
    showticklabels: false,
  });
  return {
    data: [
      cloud("culture", "diamond", lightTheme.series[1]),
      cloud("examinee", "circle", lightTheme.series[0]),
    ],
    layout: plotlyLayout(title, {
      scene: { xaxis: axis(0), yaxis: axis(1), zaxis: axis(2) },
      height: 560,
    }),
  };
}

const FRAME = { width: 720, height: 480, edge: 60 };

/** The first two axes, flat. */
function picture(
  about: { readonly id: string; readonly title: string; readonly description: string },
  points: readonly Named[],
  axes: readonly MapAxis[],
): string {
  const { width, height, edge } = FRAME;
  const reach = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const across = (x: number) => width / 2 + (x / reach) * (width / 2 - edge);
  const up = (y: number) => height / 2 - (y / reach) * (height / 2 - edge);
  const words = (text: string, place: Record<string, string | number>) =>
    svgNode("text", { ...place, ...paint({ fill: "muted" }) }, [text]);
  return svgDocument({ ...about, width, height }, [
    svgNode("line", {
      x1: edge,
      x2: width - edge,
      y1: up(0),
      y2: up(0),
      ...paint({ stroke: "grid" }),
    }),
    svgNode("line", {
      x1: across(0),
      x2: across(0),
      y1: edge,
      y2: height - edge,
      ...paint({ stroke: "grid" }),
    }),
    words(axisName(axes[0]), { x: width / 2, y: height - 12, "text-anchor": "middle" }),
    words(axisName(axes[1]), { x: width / 2, y: 20, "text-anchor": "middle" }),
    ...points.flatMap((point) => mark(point, across(point.x), up(point.y))),
  ]);
}

function mark({ id, name, kind }: Named, x: number, y: number): readonly SvgNode[] {
  const isModel = kind === "examinee";
  const shape = isModel
    ? svgNode("circle", { cx: x, cy: y, r: 4.5, ...paint({ fill: "series0" }) }, [
        svgNode("title", {}, [name]),
      ])
    : svgNode(
        "path",
        {
          d: `M${x.toFixed(1)} ${(y - 5).toFixed(1)}l5 5l-5 5l-5-5z`,
          ...paint({ fill: "series1" }),
        },
        [svgNode("title", {}, [name])],
      );
  const place = { x: x + 7, y: y + 4, "font-size": isModel ? 11 : 9 };
  return [
    shape,
    svgNode("text", { ...place, ...paint({ fill: isModel ? "ink" : "muted" }) }, [
      isModel ? name : id,
    ]),
  ];
}
