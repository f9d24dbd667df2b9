import type { Figure, Json, JsonObject } from "../../figures/figure.js";
import { darkTheme, lightTheme } from "../../figures/theme.js";
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

/** What a colour of the light theme is in the dark one. */
const DARK: ReadonlyMap<string, string> = new Map([
  ...lightTheme.series.map((colour, at) => [colour, darkTheme.series[at]] as const),
  ...lightTheme.heat.map((colour, at) => [colour, darkTheme.heat[at]] as const),
  ...(["surface", "ink", "muted", "grid", "accent", "band"] as const).map(
    (role) => [lightTheme[role], darkTheme[role]] as const,
  ),
]);

/** Tells when an element comes near the part of the page that is seen. */
interface Watcher {
  observe(element: SiteElement): void;
  unobserve(element: SiteElement): void;
  disconnect(): void;
}

declare const IntersectionObserver: new (
  seen: (
    entries: readonly { readonly isIntersecting: boolean; readonly target: SiteElement }[],
  ) => void,
  options: { readonly rootMargin: string },
) => Watcher;

/** By whom charts are drawn. */
export interface PlotOptions {
  readonly isDark: boolean;
  readonly isNarrow: boolean;
}

let watcher: Watcher | null = null;

/**
 * Puts charts that can be turned and asked in the place of the static pictures as these come near; the numbers behind
 * them are the same. A chart that fails leaves the picture; so does a narrow page, where only what can be turned gains
 * by it.
 */
export function plotFigures(
  document: SiteDocument,
  plotly: Plotly,
  figures: ReadonlyMap<string, Figure>,
  options: PlotOptions,
): void {
  watcher?.disconnect();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const figure = figures.get(target.dataset.figure ?? "");
        if (!isIntersecting || !figure) continue;
        near.unobserve(target);
        plotFigure(document, plotly, { figure, picture: target }, options);
      }
    },
    { rootMargin: "600px" },
  );
  watcher = near;
  for (const picture of document.querySelectorAll(".picture[data-figure]")) {
    const figure = figures.get(picture.dataset.figure ?? "");
    if (!figure || figure.plotly.data.length === 0 || picture.dataset.plotted) continue;
    if (options.isNarrow && figure.plotly.layout.scene === undefined) continue;
    near.observe(picture);
  }
}

function plotFigure(
  document: SiteDocument,
  plotly: Plotly,
  { figure, picture }: { readonly figure: Figure; readonly picture: SiteElement },
  { isDark, isNarrow }: PlotOptions,
): void {
  const drawn = picture.querySelector("svg");
  if (!drawn || picture.dataset.plotted) return;
  picture.dataset.plotted = "yes";
  const box = document.createElement("div");
  box.className = "plot";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", figure.title);
  picture.append(box);
  box.setAttribute("style", "position:absolute;visibility:hidden;width:100%");
  const size = { responsive: true, displaylogo: false, displayModeBar: false };
  const data = figure.plotly.data.map((trace) => inColours(trace, isDark) as JsonObject);
  plotly.newPlot(box, data, pageLayout(figure.plotly.layout, isDark, isNarrow), size).then(
    () => {
      drawn.setAttribute("data-under", "plot");
      box.removeAttribute("style");
    },
    () => box.setAttribute("style", "display:none"),
  );
}

/** The same with every colour of the light theme in the one that its reader sees. */
function inColours(value: Json, isDark: boolean): Json {
  if (!isDark) return value;
  if (typeof value === "string") return DARK.get(value) ?? value;
  if (Array.isArray(value)) return value.map((inner: Json) => inColours(inner, isDark));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inColours(inner, isDark)]),
  );
}

/** The figure's layout in the colours of the page, without the title, which stands above it. */
function pageLayout(layout: JsonObject, isDark: boolean, isNarrow: boolean): JsonObject {
  const own = inColours(layout, isDark) as Record<string, JsonObject>;
  const clear = "rgba(0,0,0,0)";
  const polar: JsonObject = own.polar ? { polar: { ...own.polar, bgcolor: clear } } : {};
  // On a phone the same scene, seen from farther off.
  const eye = { x: 2, y: -2.4, z: 1.1 };
  const scene: JsonObject =
    own.scene && isNarrow ? { scene: { ...own.scene, camera: { eye } } } : {};
  const side = own.scene ? 0 : own.polar ? 90 : 60;
  return {
    ...own,
    ...polar,
    ...scene,
    title: { text: "" },
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    margin: { l: side, r: side, t: own.scene ? 0 : 30, b: own.scene ? 0 : 50, ...own.margin },
    legend: { ...own.legend, orientation: "h", y: own.scene ? 0 : -0.12 },
  };
}
