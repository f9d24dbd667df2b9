import type { DominanceGraph } from "../aggregation/dominance-graph.js";
import { fitText } from "./fit-text.js";
import { paint } from "./paint.js";
import type { Point } from "./point-list.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

/** Where every examinee stands. */
export interface DominanceLayout {
  /** The middle of each box, by id. */
  readonly places: ReadonlyMap<string, Point>;
  readonly height: number;
}

const WIDTH = 760;
const BOX = { width: 146, height: 22 };
/** Boxes side by side; a layer of more takes several lines. */
const ACROSS = 5;
const LINE = 34;
const BETWEEN = 40;

/**
 * Layers from top to bottom, in each those with most below them first. A row that does not fit is broken, and its
 * lines are shifted against each other so that the drawn lines stay apart.
 */
export function dominanceLayout({ nodes }: DominanceGraph): DominanceLayout {
  const places = new Map<string, Point>();
  const layers = Math.max(0, ...nodes.map(({ layer }) => layer + 1));
  let y = 24;
  for (let layer = 0; layer < layers; layer++) {
    const own = nodes
      .filter((node) => node.layer === layer)
      .toSorted((a, b) => b.dominates - a.dominates || (a.name < b.name ? -1 : 1));
    for (let from = 0; from < own.length; from += ACROSS) {
      const row = own.slice(from, from + ACROSS);
      const step = WIDTH / row.length;
      for (const [at, { id }] of row.entries()) places.set(id, { x: step * (at + 0.5), y });
      y += LINE;
    }
    y += BETWEEN;
  }
  return { places, height: Math.max(60, y - BETWEEN) };
}

/** Boxes with names, and lines from the better to the worse. */
export function dominancePicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  { nodes, edges }: DominanceGraph,
  { places, height }: DominanceLayout,
): string {
  const placeOf = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  const frame = { id: text.id, title: text.title, description: text.caption };
  const lines = edges.map(({ from, to }): SvgNode => {
    const [a, b] = [placeOf(from), placeOf(to)];
    return svgNode("line", {
      x1: a.x,
      y1: a.y + BOX.height / 2,
      x2: b.x,
      y2: b.y - BOX.height / 2,
      "stroke-opacity": 0.55,
      ...paint({ stroke: "muted" }),
    });
  });
  const boxes = nodes.map(({ id, name, dominates, dominatedBy, layer }) => {
    const { x, y } = placeOf(id);
    return svgNode("g", {}, [
      svgNode("title", {}, [`${name}: dominates ${dominates}, dominated by ${dominatedBy}`]),
      svgNode("rect", {
        x: x - BOX.width / 2,
        y: y - BOX.height / 2,
        width: BOX.width,
        height: BOX.height,
        rx: 4,
        ...paint({ fill: layer === 0 ? "heat2" : "band", stroke: "grid" }),
      }),
      svgNode(
        "text",
        { x, y: y + 4, "text-anchor": "middle", "font-size": 10.5, ...paint({ fill: "ink" }) },
        [fitText(name, BOX.width - 6, 10.5)],
      ),
    ]);
  });
  return svgDocument({ ...frame, width: WIDTH, height }, [...lines, ...boxes]);
}
