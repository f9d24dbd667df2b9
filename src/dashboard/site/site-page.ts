import { boardCsv, boardJson } from "./board-table.js";
import type { SiteDocument, SiteElement, SiteEvent } from "./page-dom.js";
import { type Plotly, plotFigures } from "./plot-figures.js";
import { releasedSite } from "./releases.js";
import { type Site, siteOf } from "./site.js";
import { type PackedSite, unpackSite } from "./site-data.js";
import {
  parseState,
  readNames,
  readNumbers,
  type SiteState,
  stateHash,
  withChoices,
  writeNames,
  writeNumbers,
} from "./site-state.js";
import { resultHtml, siteNavigation, viewHtml, viewOf } from "./site-views.js";

// This file is bundled for the browser (scripts/bundle.mjs) as assets/site.js of a report.

/** A part as its file hands it over: its name and what is in it. */
type Part = readonly [name: string, content: unknown];

declare const document: SiteDocument;
declare const window: {
  valueCompassParts?: { push(part: Part): unknown };
  readonly Plotly?: Plotly;
  readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => object;
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
  readonly location: { hash: string };
  readonly history: { replaceState(data: null, unused: string, url: string): void };
  addEventListener(type: string, listener: () => void): void;
  setTimeout(job: () => void, wait: number): number;
  clearTimeout(timer: number): void;
  matchMedia(query: string): {
    readonly matches: boolean;
    addEventListener(type: string, listener: () => void): void;
  };
  print(): void;
};

const parts = new Map<string, unknown>();
const asked = new Set<string>();
for (const [name, content] of (window.valueCompassParts ?? []) as readonly Part[])
  parts.set(name, content);
window.valueCompassParts = {
  push([name, content]) {
    parts.set(name, content);
    // Other scores and other surveys also change what there is to choose from.
    draw(/^(?:published|surveys)-/.test(name));
  },
};

const site = siteOf(unpackSite(parts.get("board") as PackedSite), parts);
let state = stateNow();
const darkness = window.matchMedia("(prefers-color-scheme: dark)");
const narrowness = window.matchMedia("(max-width: 34rem)");
let plotting = 0;
let resting = 0;

function stateNow(): SiteState {
  const read = parseState(window.location.hash);
  return { ...read, view: viewOf(read).id };
}

/** The navigation as it was last drawn. */
let shownLinks = "";

/** How long nothing moves before what takes long is computed, in milliseconds. */
const REST = 200;

/** Draws at once what is quick, and the rest when nothing has moved for a moment. */
function draw(whole: boolean): void {
  site.pace.isAtRest = false;
  drawNow(whole);
  window.clearTimeout(resting);
  resting = window.setTimeout(() => {
    site.pace.isAtRest = true;
    if (state.view === "board") drawNow(false);
  }, REST);
}

/** Draws the view anew; `whole` with what the reader moves, which would take a slider from under a hand. */
function drawNow(whole: boolean): void {
  site.wanted.clear();
  site.figures.clear();
  const focused = document.activeElement?.id ?? "";
  const view = viewOf(state);
  if (whole) {
    const links = String(siteNavigation(state, view));
    // What is there stays there: whoever stands on a link when more data comes keeps the place.
    if (links !== shownLinks) put("navigation", links);
    shownLinks = links;
    put("view", String(viewHtml(site, state)));
    document.title = `${view.name}: ${site.results.study.name}`;
  } else put("result", String(resultHtml(site, state)));
  if (focused !== "" && document.activeElement?.id !== focused)
    document.getElementById(focused)?.focus({ preventScroll: true });
  fetchWanted();
  window.clearTimeout(plotting);
  plotting = window.setTimeout(plot, 400);
}

function put(id: string, markup: string): void {
  const box = document.getElementById(id);
  if (box) box.innerHTML = markup;
}

/** Adds the scripts of parts that the view asked for; a page opened from a folder cannot fetch. */
function fetchWanted(): void {
  for (const name of site.wanted) {
    if (asked.has(name)) continue;
    asked.add(name);
    addScript(`data/${name}.js`);
  }
}

function addScript(src: string, loaded: () => void = () => {}): void {
  const script = document.createElement("script");
  script.src = src;
  script.onload = loaded;
  document.head.append(script);
}

/** Draws with plotly once it is here; it is only asked for where there is something to draw. */
function plot(): void {
  if ([...site.figures.values()].every(({ plotly }) => plotly.data.length === 0)) return;
  if (!window.Plotly) {
    if (!asked.has("plotly")) addScript("assets/plotly.js", plot);
    asked.add("plotly");
    return;
  }
  plotFigures(document, window.Plotly, site.figures, {
    isDark: darkness.matches,
    isNarrow: narrowness.matches,
  });
}

/** Takes a choice into the address, without a step of the browser's history for every step of a slider. */
function choose(changes: Readonly<Record<string, string>>, whole: boolean): void {
  state = withChoices(state, changes);
  window.history.replaceState(null, "", stateHash(state));
  draw(whole);
}

/** What a control now says, as a change of choices. */
function changeOf(element: SiteElement): Readonly<Record<string, string>> | null {
  const { set, key, first, list, value } = element.dataset;
  if (list !== undefined && value !== undefined) {
    const names = readNames(state.choices[list]).filter((name) => name !== value);
    return { [list]: writeNames(element.checked ? [...names, value] : names) };
  }
  if (set === undefined) return null;
  if (key === undefined) return { [set]: element.value === first ? "" : element.value };
  const { [key]: _, ...rest } = readNumbers(state.choices[set]);
  const numbers = element.value === first ? rest : { ...rest, [key]: Number(element.value) };
  return { [set]: writeNumbers(numbers) };
}

function onInput({ target }: SiteEvent): void {
  const change = changeOf(target);
  if (!change) return;
  if (target.type === "range" && target.nextElementSibling)
    target.nextElementSibling.textContent = target.value;
  choose(change, false);
}

/** What a list or a box changes may change what else there is to move. */
function onChange({ target }: SiteEvent): void {
  const { file } = target.dataset;
  if (file !== undefined) {
    target.files?.[0]?.text().then((text) => choose({ [file]: text }, true));
    return;
  }
  const change = changeOf(target);
  if (!change || target.type === "range" || target.type === "textarea" || target.type === "search")
    return;
  // The parameter of one rule means nothing to another, nor do weights to another system's dimensions.
  choose(target.dataset.set === "rule" ? { ...change, p: "" } : change, true);
}

function onClick({ target }: SiteEvent): void {
  const button = target.closest("button");
  if (!button) return;
  const { choose: name, value = "", act } = button.dataset;
  if (name !== undefined) choose({ [name]: value }, true);
  if (act === "print") window.print();
  if (act === "csv") save("leaderboard.csv", "text/csv", boardCsv(shown(), state));
  if (act === "json") save("leaderboard.json", "application/json", boardJson(shown(), state));
}

/** What the address asks to look at. */
function shown(): Site {
  return releasedSite(site, state) ?? site;
}

function save(name: string, type: string, text: string): void {
  const url = window.URL.createObjectURL(new window.Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => window.URL.revokeObjectURL(url), 10_000);
}

function onAddress(): void {
  if (window.location.hash === "#title") {
    document.getElementById("title")?.focus();
    return;
  }
  const before = state.view;
  state = stateNow();
  draw(true);
  if (state.view !== before) {
    document.getElementById("title")?.focus({ preventScroll: true });
    document.body.scrollIntoView();
  }
}

document.addEventListener("input", onInput);
document.addEventListener("change", onChange);
document.addEventListener("click", onClick);
window.addEventListener("hashchange", onAddress);
darkness.addEventListener("change", () => draw(true));
draw(true);
