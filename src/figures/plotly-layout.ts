import type { JsonObject } from "./figure.js";
import { lightTheme } from "./theme.js";

const AXIS = /^[xy]axis\d*$/;

/** Lines behind the marks: plotly's own are near white, which shines on a dark page. */
const LINES: JsonObject = { gridcolor: lightTheme.grid, zerolinecolor: lightTheme.muted };

/** The part of a plotly layout that all figures share: one font, one size, our colours. */
export function plotlyLayout(title: string, rest: JsonObject): JsonObject {
  const flat = rest.scene || rest.polar ? [] : ["xaxis", "yaxis"];
  const axes = [...flat, ...Object.keys(rest).filter((name) => AXIS.test(name))];
  return {
    title: { text: plotlyText(title), font: { size: 15 } },
    font: { family: "system-ui, sans-serif", size: 12, color: lightTheme.ink },
    paper_bgcolor: lightTheme.surface,
    plot_bgcolor: lightTheme.surface,
    colorway: lightTheme.series,
    ...rest,
    ...Object.fromEntries(axes.map((name) => [name, { ...LINES, ...(rest[name] as JsonObject) }])),
  };
}

/**
 * Text for plotly, which reads a few HTML tags inside its labels.
 *
 * @example
 * plotlyText("<b>A</b> & B"); // => "&lt;b&gt;A&lt;/b&gt; &amp; B"
 */
export function plotlyText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
