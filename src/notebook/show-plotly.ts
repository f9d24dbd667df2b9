import type { Figure } from "../figures/figure.js";
import { figureBundle, plotlyConfig } from "./figure-bundle.js";
import { scriptJson } from "./script-json.js";
import { show } from "./show.js";

/** In pixels; without one, a drawing takes as much of the page as there is. */
const HEIGHT = 450;

/**
 * Shows a figure that answers to the pointer where plotly.js is in the page (`loadPlotly` puts it
 * there); everywhere else the picture of `showFigure` stays.
 */
export function showPlotly(figure: Figure): void {
  const bundle = figureBundle(figure);
  show({ ...bundle, "text/html": `${bundle["text/html"]}\n${upgradeScript(figure)}` });
}

/**
 * Finds the figure beside the script, or by its id where a front end runs scripts elsewhere, and
 * puts plotly's drawing in the picture's place. What an untrusted notebook strips is this script alone.
 */
function upgradeScript({ id, plotly: { data, layout } }: Figure): string {
  // The question already stands above the picture.
  const { title, ...untitled } = layout;
  const height = typeof layout.height === "number" ? layout.height : HEIGHT;
  return [
    "<script>",
    "(function () {",
    "  var script = document.currentScript;",
    "  var box = script && script.previousElementSibling;",
    '  if (!box || !box.classList.contains("vc-figure"))',
    `    box = document.getElementById(${scriptJson(`vc-${id}`)});`,
    '  var picture = box && box.querySelector("img");',
    "  if (!picture || !window.Plotly) return;",
    '  var place = document.createElement("div");',
    `  place.style.height = "${height}px";`,
    "  picture.replaceWith(place);",
    `  window.Plotly.newPlot(place, ${scriptJson(data)}, ${scriptJson(untitled)},`,
    `    ${scriptJson(plotlyConfig)});`,
    "})();",
    "</script>",
  ].join("\n");
}
