import { paint } from "./paint.js";
import { type SvgNode, svgNode } from "./svg-node.js";

/** The pattern of what was not measured, to be named in a fill: `url(#id)`. */
export function hatch(id: string): SvgNode {
  const size = { width: 6, height: 6 };
  return svgNode("defs", {}, [
    svgNode(
      "pattern",
      { id, ...size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      [
        svgNode("rect", { ...size, ...paint({ fill: "surface" }) }),
        svgNode("line", { x1: 0, y1: 0, x2: 0, y2: 6, ...paint({ stroke: "muted" }) }),
      ],
    ),
  ]);
}
