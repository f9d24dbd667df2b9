import type { Figure, Json } from "../figures/figure.js";
import { figureId } from "../figures/figure-id.js";
import { type Displayable, displayable } from "./displayable.js";
import { explorerBundle } from "./explorer-bundle.js";
import { type ExplorerControls, type ExplorerSettings, firstSettings } from "./explorer-control.js";
import { type ExplorerMath, explorerMath } from "./explorer-math.js";
import { type ExplorerTable, tableFigure } from "./explorer-view.js";
import { figureBundle } from "./figure-bundle.js";
import { scriptJson } from "./script-json.js";

/** An explorer of your own: its controls, its data, and what is computed from both. */
export interface ExplorerOptions<C extends ExplorerControls, D extends Json> {
  /** The question that it answers. */
  readonly title: string;
  readonly controls: C;
  /** Plain JSON; it goes into the page. */
  readonly data: D;
  /**
   * Computes what is shown, here and again in the page whenever a control moves. It is sent as text, so it
   * may use nothing but its three arguments and what JavaScript itself has.
   */
  readonly view: (settings: ExplorerSettings<C>, data: D, math: ExplorerMath) => ExplorerTable;
}

/** Everything an explorer's output is made of. */
export interface ExplorerPage {
  readonly title: string;
  readonly controls: ExplorerControls;
  readonly data: Json;
  /** The view as it stands in the page's script: a name in quotes, or a function. */
  readonly view: string;
  /** The figure where the controls stand at first. */
  readonly figure: Figure;
}

/**
 * An explorer: a picture and a table that are computed again, in the page, as its reader moves the controls. The
 * page computes with the package's own functions (`explorerMath`) and gives the same numbers. It works
 * in Jupyter and in exported HTML; where scripts are taken out, picture and table stay as they were at first.
 *
 * @throws RangeError for a view that needs more than its arguments
 * @example
 * const controls = { x: { kind: "range", label: "x", low: 0, high: 2, step: 1, value: 1 } };
 * const view = ({ x }) => ({ columns: ["name", "x"], rows: [["x", x]], caption: `x is ${x}` });
 * String(explorer({ title: "What is x?", controls, data: null, view })).includes("x is 1"); // => true
 */
export function explorer<C extends ExplorerControls, D extends Json>(
  options: ExplorerOptions<C, D>,
): Displayable {
  const { title, controls, data, view } = options;
  const source = portable(String(view));
  const shown = view(firstSettings(controls), data, explorerMath);
  const figure = tableFigure(figureId("own", title), title, shown);
  return explorerPage({ title, controls, data, view: `(${source})`, figure });
}

/** The kernel that compiles a cell rewrites what comes from earlier cells; that would be lost in a page. */
const OUTSIDE = /\bexports\.|\brequire\(|\bimport\(|\bawait\b|\bprocess\.|\bthis\./;

function portable(source: string): string {
  const found = OUTSIDE.exec(source);
  if (found)
    throw new RangeError(
      `the view of an explorer may use only its arguments (settings, data, math): it has "${found[0]}"; ` +
        "hand in what it needs as data",
    );
  return source.replaceAll("</script", "<\\/script");
}

/** The output that brings the bundle along; shown again, it brings it again. */
let bringer: string | null = null;

/** Makes an explorer of a figure, its controls, and the view that computes it. */
export function explorerPage(page: ExplorerPage): Displayable {
  const id = `vc-explorer-${page.figure.id}`;
  return displayable(() => {
    bringer ??= id;
    const bundle = figureBundle(page.figure);
    const scripts = bringer === id ? [`<script>${explorerBundle()}</script>`] : [];
    const html = [
      `<div class="vc-explorer" id="${id}">`,
      '<p class="vc-explorer-hint"><em>This figure has controls where scripts may run.</em></p>',
      String(bundle["text/html"]),
      "</div>",
      ...scripts,
      callScript(id, page),
    ].join("\n");
    return { "text/plain": bundle["text/plain"], "text/html": html };
  });
}

/** Announces the explorer; a page that has no bundle yet keeps the announcement until one comes. */
function callScript(id: string, { title, controls, data, view }: ExplorerPage): string {
  const known = { id, title, controls, data } as unknown as Json;
  return [
    "<script>",
    "(window.valueCompassExplorers = window.valueCompassExplorers || []).push(",
    `  Object.assign(${scriptJson(known)},`,
    `    { view: ${view}, script: document.currentScript }));`,
    "</script>",
  ].join("\n");
}
