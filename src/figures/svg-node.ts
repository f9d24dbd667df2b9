import { escapeMarkup } from "./escape-markup.js";
import { roundNumber } from "./round-number.js";

/**
 * The attributes of an SVG element; numbers are rounded when written, `undefined` ones left out.
 */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element. A child that is a string is text and is escaped when written. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: SvgAttributes;
  readonly children: readonly (SvgNode | string)[];
}

/**
 * Makes an SVG element.
 *
 * @example
 * writeSvg(svgNode("text", { x: 1 / 3 }, ["a < b"])); // => '<text x="0.33">a &lt; b</text>'
 */
export function svgNode(
  name: string,
  attributes: SvgAttributes = {},
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  return { name, attributes, children };
}

/** Writes an element and all it holds. The same element always gives the same text. */
export function writeSvg(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === "number" ? roundNumber(value) : escapeMarkup(String(value));
      return ` ${name}="${text}"`;
    })
    .join("");
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  const inner = node.children
    .map((child) => (typeof child === "string" ? escapeMarkup(child) : writeSvg(child)))
    .join("");
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}

/** The class names used by an element and all it holds, in order of appearance. */
export function svgClasses(node: SvgNode): readonly string[] {
  const own = String(node.attributes.class ?? "")
    .split(" ")
    .filter((name) => name !== "");
  const inner = node.children.flatMap((child) =>
    typeof child === "string" ? [] : svgClasses(child),
  );
  return [...own, ...inner];
}
