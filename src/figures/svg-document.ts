import { darkRules, paint } from "./paint.js";
import { roundNumber } from "./round-number.js";
import { type SvgNode, svgClasses, svgNode, writeSvg } from "./svg-node.js";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, 'DejaVu Sans', sans-serif";

/**
 * A whole SVG picture: described for people who do not see it, on its own background so that it is
 * legible on any page, and repainted where the reader prefers dark.
 */
export function svgDocument(
  frame: {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly width: number;
    readonly height: number;
  },
  children: readonly SvgNode[],
): string {
  const background = svgNode("rect", {
    width: frame.width,
    height: frame.height,
    ...paint({ fill: "surface" }),
  });
  const body = [background, ...children];
  const rules = darkRules(body.flatMap((child) => svgClasses(child)));
  const root = svgNode(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "vc-figure",
      viewBox: `0 0 ${roundNumber(frame.width)} ${roundNumber(frame.height)}`,
      width: frame.width,
      height: frame.height,
      role: "img",
      "aria-labelledby": `${frame.id}-title ${frame.id}-description`,
      "font-family": FONT,
      "font-size": 12,
    },
    [
      svgNode("title", { id: `${frame.id}-title` }, [frame.title]),
      svgNode("desc", { id: `${frame.id}-description` }, [frame.description]),
      svgNode("style", {}, [rules]),
      ...body,
    ],
  );
  // One element a line, so that a changed figure shows as a short difference.
  return `${writeSvg(root).replaceAll("><", ">\n<")}\n`;
}
