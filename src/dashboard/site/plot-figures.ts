import type { Figure, JsonObject } from "../../figures/figure.js";
import type { SiteDocument, SiteElement } from "./page-dom.js";

/** The one function of plotly.js that the site calls. */
export interface Plotly {
  newPlot(
    box: SiteElement,
    data: readonly JsonObject[],
    layout: JsonObject,
    config: JsonObject,
  ): Promise<unknown>;
}

/** The colours of the page as its reader sees it. */
export type PageColour = (name: "ink" | "grid" | "surface" | "muted") => string;

/**
 * Puts charts that can be turned and asked in the place of the static pictures; the numbers behind them are the
 * same. A chart that fails leaves the picture.
 */
export function plotFigures(
  document: SiteDocument,
  plotly: Plotly,
  figures: ReadonlyMap<string, Figure>,
  colour: PageColour,
): void {
  for (const picture of document.querySelectorAll(".picture[data-figure]")) {
    const figure = figures.get(picture.dataset.figure ?? "");
    const drawn = picture.querySelector("svg");
    if (!figure || figure.plotly.data.length === 0 || !drawn || picture.dataset.plotted) continue;
    picture.dataset.plotted = "yes";
    const box = document.createElement("div");
    box.className = "plot";
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", figure.title);
    picture.append(box);
    box.setAttribute("style", "position:absolute;visibility:hidden;width:100%");
    const size = { responsive: true, displaylogo: false, displayModeBar: false };
    plotly.newPlot(box, figure.plotly.data, pageLayout(figure.plotly.layout, colour), size).then(
      () => {
        drawn.setAttribute("style", "display:none");
        box.removeAttribute("style");
      },
      () => box.setAttribute("style", "display:none"),
    );
  }
}

/** The figure's layout in the colours of the page, without the title, which stands above it. */
function pageLayout(layout: JsonObject, colour: PageColour): JsonObject {
  const inColours = (value: unknown, key: string): unknown => {
    if (key === "gridcolor") return colour("grid");
    if (Array.isArray(value)) return value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, inColours(inner, name)]),
    );
  };
  const own = inColours(layout, "") as Record<string, JsonObject>;
  const clear = "rgba(0,0,0,0)";
  const polar: JsonObject = own.polar ? { polar: { ...own.polar, bgcolor: clear } } : {};
  return {
    ...own,
    ...polar,
    title: { text: "" },
    font: { ...own.font, color: colour("ink") },
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    margin: { l: 60, r: 40, t: 30, b: 50, ...own.margin },
    legend: { orientation: "h", y: -0.12 },
  };
}
