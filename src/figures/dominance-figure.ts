import type { DominanceGraph, DominanceNode } from "../aggregation/dominance-graph.js";
import { type DominanceLayout, dominanceLayout, dominancePicture } from "./dominance-picture.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** What was compared, and where the scores come from. */
export interface DominanceFigureOptions {
  /** What the dimensions are: `the ten Schwartz values`. */
  readonly name: string;
  readonly source: string;
}

/**
 * Who is at least as good as whom on every dimension, before any weights? An arrow leads from the better down to the worse;
 * whoever stands in the top row can be first under some weights, the others under none.
 */
export function dominanceFigure(
  graph: DominanceGraph,
  { name, source }: DominanceFigureOptions,
): Figure {
  const layout = dominanceLayout(graph);
  const id = figureId("dominance", name);
  const title = `Who is at least as good as whom on all of ${name}?`;
  const top = graph.nodes.filter(({ layer }) => layer === 0).length;
  const caption = [
    "A line leads from the better (above) to the worse; what follows from others is not drawn.",
    `${top} of ${graph.nodes.length} are dominated by nobody; ${graph.ordered} of ${graph.pairs} pairs are ordered, the rest is left to weights.`,
    graph.leftOut.length > 0
      ? `Left out, a score is missing: ${graph.leftOut.map((row) => row.name).join(", ")}.`
      : "",
    `n = ${graph.nodes.length} examinees. Scores are taken as exact; intervals would open more pairs.`,
    `Source: ${source}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
  return {
    id,
    title,
    caption,
    plotly: dominancePlotly(title, graph, layout),
    svg: dominancePicture({ id, title, caption }, graph, layout),
    table: {
      columns: ["examinee", "layer", "dominates", "dominated by"],
      rows: graph.nodes
        .toSorted((a, b) => a.layer - b.layer || b.dominates - a.dominates)
        .map((node: DominanceNode) => [node.name, node.layer, node.dominates, node.dominatedBy]),
    },
  };
}

function dominancePlotly(
  title: string,
  graph: DominanceGraph,
  { places }: DominanceLayout,
): Figure["plotly"] {
  const placeOf = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  const hidden = { showgrid: false, zeroline: false, showticklabels: false };
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        hoverinfo: "skip",
        x: graph.edges.flatMap(({ from, to }) => [placeOf(from).x, placeOf(to).x, null]),
        y: graph.edges.flatMap(({ from, to }) => [placeOf(from).y, placeOf(to).y, null]),
        line: { color: lightTheme.grid, width: 1 },
      },
      {
        type: "scatter",
        mode: "markers+text",
        cliponaxis: false,
        x: graph.nodes.map(({ id }) => placeOf(id).x),
        y: graph.nodes.map(({ id }) => placeOf(id).y),
        text: graph.nodes.map(({ name }) => plotlyText(name)),
        textposition: "top center",
        marker: { size: 9, color: lightTheme.accent },
      },
    ],
    layout: plotlyLayout(title, {
      showlegend: false,
      xaxis: hidden,
      yaxis: { ...hidden, autorange: "reversed" },
    }),
  };
}
