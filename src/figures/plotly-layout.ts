import type { JsonObject } from "./figure.js";
import { lightTheme } from "./theme.js";

/** The part of a plotly layout that all figures share: one font, one size, our colours. */
export function plotlyLayout(title: string, rest: JsonObject): JsonObject {
  return {
    title: { text: plotlyText(title), font: { size: 15 } },
    font: { family: "system-ui, sans-serif", size: 12, color: lightTheme.ink },
    paper_bgcolor: lightTheme.surface,
    plot_bgcolor: lightTheme.surface,
    colorway: lightTheme.series,
    ...rest,
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
