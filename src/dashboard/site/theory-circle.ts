import type { Figure } from "../../figures/figure.js";
import { figureId } from "../../figures/figure-id.js";
import { paint } from "../../figures/paint.js";
import { plotlyLayout } from "../../figures/plotly-layout.js";
import { svgDocument } from "../../figures/svg-document.js";
import { svgNode } from "../../figures/svg-node.js";
import type { ValueSystem } from "../../values/value-system.js";

const SIZE = { width: 560, height: 420, radius: 120 };

/** The circle on which a theory puts its values, each under the first group that holds it. */
export function theoryCircle(system: ValueSystem): Figure {
  const order = system.circularOrder ?? [];
  const id = figureId("circle", system.id);
  const title = `Which values of ${system.name} go together, and which are in conflict?`;
  const caption =
    "Neighbours go together, opposites are in conflict; colours are the groups. This is the theory, not a result: no n.";
  const placed = order.map((dimension, at) => ({
    name: system.dimensions.find((one) => one.id === dimension)?.name ?? dimension,
    group: system.groups.findIndex(({ dimensions }) => dimensions.includes(dimension)),
    angle: (2 * Math.PI * at) / order.length - Math.PI / 2,
  }));
  const [cx, cy] = [SIZE.width / 2, SIZE.height / 2];
  const at = (angle: number, radius: number) => ({
    x: cx + radius * Math.cos(angle),
    y: cy + radius * Math.sin(angle),
  });
  const drawn = placed.flatMap(({ name, group, angle }) => {
    const dot = at(angle, SIZE.radius);
    const words = at(angle, SIZE.radius + 22);
    const side = Math.cos(angle);
    const anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
    return [
      svgNode("line", { x1: cx, y1: cy, x2: dot.x, y2: dot.y, ...paint({ stroke: "grid" }) }),
      svgNode("circle", {
        cx: dot.x,
        cy: dot.y,
        r: 9,
        ...paint({ fill: group < 0 ? "muted" : `series${group % 8}` }),
      }),
      svgNode(
        "text",
        {
          x: words.x,
          y: words.y + 4,
          "text-anchor": anchor,
          "font-size": 13,
          ...paint({ fill: "ink" }),
        },
        [name],
      ),
    ];
  });
  const ring = svgNode("circle", { cx, cy, r: SIZE.radius, ...paint({ stroke: "grid" }) });
  const { width, height } = SIZE;
  return {
    id,
    title,
    caption,
    plotly: { data: [], layout: plotlyLayout(title, {}) },
    svg: svgDocument({ id, title, description: caption, width, height }, [ring, ...drawn]),
    table: {
      columns: ["dimension", "group", "place on the circle"],
      rows: placed.map(({ name, group }, place) => [
        name,
        system.groups[group]?.name ?? "",
        place + 1,
      ]),
    },
  };
}
