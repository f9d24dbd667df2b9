import type { Figure, Json } from "../figures/figure.js";
import type { ExplorerControl, ExplorerControls, ExplorerSettings } from "./explorer-control.js";
import { firstSettings } from "./explorer-control.js";
import { type ExplorerMath, explorerMath } from "./explorer-math.js";
import {
  type ExplorerTable,
  type ExplorerViewName,
  explorerViews,
  tableFigure,
} from "./explorer-view.js";
import type { PageDocument, PageElement } from "./page-element.js";
import { tableHtml } from "./table-html.js";

// This file is bundled for the browser (scripts/bundle.mjs) and sent along with the first explorer.

/** One explorer as its cell announces it to the page. */
export interface ExplorerCall {
  readonly id: string;
  readonly title: string;
  readonly controls: ExplorerControls;
  readonly data: Json;
  /** One of ours by name, or the reader's own. */
  readonly view:
    | ExplorerViewName
    | ((settings: ExplorerSettings, data: Json, math: ExplorerMath) => ExplorerTable);
  readonly script: PageElement | null;
}

declare const document: PageDocument;
declare const window: { valueCompassExplorers?: { push(call: ExplorerCall): unknown } };

/** Marks an explorer that has its controls, as a page may run a script twice. */
const MOUNTED = "data-vc-mounted";

function figureOf(call: ExplorerCall, settings: ExplorerSettings): Figure {
  const { id, title, view, data } = call;
  if (typeof view === "string") return explorerViews[view](settings, data);
  return tableFigure(id, title, view(settings, data, explorerMath));
}

function mountAll(call: ExplorerCall): void {
  // Some front ends run scripts elsewhere, and a page may show one output twice.
  for (const box of document.querySelectorAll(`[id="${call.id}"]`)) mount(box, call);
  for (let box = call.script; box; box = box.previousElementSibling)
    if (box.id === call.id) mount(box, call);
}

function mount(box: PageElement, call: ExplorerCall): void {
  const hint = box.querySelector(".vc-explorer-hint");
  if (!hint || box.getAttribute(MOUNTED)) return;
  box.setAttribute(MOUNTED, "yes");
  let settings = firstSettings(call.controls);
  const panel = document.createElement("div");
  panel.className = "vc-explorer-controls";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", `Controls: ${call.title}`);
  // Front ends of notebooks take keys for themselves unless told otherwise.
  panel.setAttribute("data-lm-suppress-shortcuts", "true");
  panel.addEventListener("keydown", (event) => event.stopPropagation());
  for (const [n, [name, control]] of Object.entries(call.controls).entries()) {
    const change = (value: number | string) => {
      settings = { ...settings, [name]: value };
      draw(box, figureOf(call, settings));
    };
    panel.append(controlRow(`${call.id}-${n}`, control, change));
  }
  const words = document.createElement("p");
  words.setAttribute("style", "font-size: 85%; margin: 2px 0 6px");
  words.textContent =
    "Recomputed in this page by the package's own functions. No model is asked again.";
  panel.append(words);
  hint.replaceWith(panel);
  const caption = box.querySelector(".vc-figure > p:not(:first-child)");
  caption?.setAttribute("aria-live", "polite");
  draw(box, figureOf(call, settings));
}

function controlRow(
  id: string,
  control: ExplorerControl,
  change: (value: number | string) => void,
): PageElement {
  const row = document.createElement("div");
  row.setAttribute("style", "display: flex; gap: 8px; align-items: center; margin: 2px 0");
  const label = document.createElement("label");
  label.setAttribute("for", id);
  label.setAttribute("style", "min-width: 130px");
  label.textContent = control.label;
  row.append(label);
  if (control.kind === "choice") {
    const list = document.createElement("select");
    list.id = id;
    for (const name of control.options) {
      const option = document.createElement("option");
      option.setAttribute("value", name);
      option.textContent = name;
      list.append(option);
    }
    list.value = control.value;
    list.addEventListener("change", () => change(list.value));
    row.append(list);
    return row;
  }
  const slider = document.createElement("input");
  for (const [name, value] of [
    ["type", "range"],
    ["min", control.low],
    ["max", control.high],
    ["step", control.step],
  ])
    slider.setAttribute(String(name), String(value));
  slider.id = id;
  slider.value = String(control.value);
  const number = document.createElement("output");
  number.setAttribute("for", id);
  number.textContent = String(control.value);
  slider.addEventListener("input", () => {
    number.textContent = slider.value;
    change(Number(slider.value));
  });
  row.append(slider, number);
  return row;
}

function draw(box: PageElement, figure: Figure): void {
  const picture = box.querySelector("img");
  picture?.setAttribute(
    "src",
    `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figure.svg)}`,
  );
  picture?.setAttribute("alt", `${figure.title} ${figure.caption}`);
  const caption = box.querySelector(".vc-figure > p:not(:first-child)");
  if (caption) caption.textContent = figure.caption;
  const { columns, rows } = figure.table;
  const exact = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  const table = box.querySelector("details table");
  if (!table) return;
  const fresh = document.createElement("div");
  fresh.innerHTML = tableHtml(columns, exact, { rows: rows.length });
  const made = fresh.querySelector("table");
  if (made) table.replaceWith(made);
}

const waiting = window.valueCompassExplorers;
if (!waiting || Array.isArray(waiting)) {
  for (const call of waiting ?? []) mountAll(call);
  window.valueCompassExplorers = { push: mountAll };
}
