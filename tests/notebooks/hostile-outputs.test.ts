import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { heatmapFigure } from "../../src/figures/heatmap-figure.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { radarFigure } from "../../src/figures/radar-figure.js";
import type { ReadItem } from "../../src/figures/read-item.js";
import { roundsFigure } from "../../src/figures/rounds-figure.js";
import { bundleOf, type Showable } from "../../src/notebook/bundle-of.js";
import { alphaExplorer, divergenceExplorer } from "../../src/notebook/item-explorers.js";
import { table } from "../../src/notebook/table.js";
import { weightsExplorer } from "../../src/notebook/weights-explorer.js";
import { markupPayloads } from "../dashboard/markup-payloads.js";
import { sampleResults, sampleSystems } from "../dashboard/sample-results.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";

/** So many examinees a board: no radar holds more; ten boards name every payload. */
const SIZE = 8;

/** A board whose examinees, dimensions and study are named by payloads. */
function board(first: number, names: readonly string[]) {
  const sample = sampleResults();
  const name = (n: number) => names[(first + n) % names.length];
  const who = Array.from({ length: SIZE }, (_, n) => sample.examinees[n % sample.examinees.length]);
  const examinees = who.map((card, n) => ({
    ...card,
    id: `examinee-${n}`,
    name: name(n),
    label: name(n),
    developer: name(n),
  }));
  const [system] = sampleSystems();
  const results = sampleResults({
    examinees,
    scores: who.flatMap(({ id }, n) =>
      sample.scores
        .filter(({ examinee }) => examinee === id)
        .map((score) => ({ ...score, examinee: `examinee-${n}` })),
    ),
  });
  const dimensions = system.dimensions.map((one, n) => ({
    ...one,
    name: name(n),
    definition: name(n + 10),
  }));
  return { results, system: { ...system, name: name(0), source: name(1), dimensions } };
}

function figures(names: readonly string[]): readonly Figure[] {
  return Array.from({ length: Math.ceil(names.length / SIZE) }, (_, n) => n * SIZE).flatMap(
    (first) => {
      const { results, system } = board(first, names);
      return [radarFigure, leaderboardFigure, heatmapFigure, roundsFigure].map((draw) =>
        draw(results, system),
      );
    },
  );
}

function others(names: readonly string[]): readonly Showable[] {
  const items: readonly ReadItem[] = names.map((name, n) => ({
    name,
    posteriors: [0, 1, 2].map((who) => [0, 1].map((k) => [((n + who + k) % 10) / 10, 0.4])),
    baseline: [0.2, 0.3],
  }));
  const { results, system } = board(0, names);
  const first = names[0];
  return [
    alphaExplorer(items, results.examinees),
    divergenceExplorer(items, results.examinees),
    weightsExplorer(results, system),
    table(
      [first, names[1]],
      names.map((name) => [name, name]),
      { caption: first },
    ),
  ];
}

const plotlyPath = createRequire(import.meta.url).resolve("plotly.js-dist");

describe.skipIf(withoutBrowser)("A1: 80 payloads in what a notebook shows, in Chromium", () => {
  let browser: Browser;
  let page: Page;
  const told: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    page.on("dialog", (dialog) => {
      told.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!/^(about|data|blob):/.test(request.url())) told.push(`request ${request.url()}`);
    });
    page.on("pageerror", (error) => told.push(`error ${error.message}`));
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Elements and attributes that none of our outputs has, but for scripts of its own that already ran. */
  const odd = () =>
    page.evaluate(`[...document.querySelectorAll("body *")].filter((e) =>
      /^(iframe|object|embed|video|link|meta|base|form|math|body)$/i.test(e.tagName) ||
      e.tagName === "IMG" && !/^data:image\\/svg/.test(e.getAttribute("src")) ||
      [...e.attributes].some((a) => /^on/.test(a.name) || /javascript:/.test(a.value) && /href|src/.test(a.name)))
      .map((e) => e.outerHTML.slice(0, 90))`);

  test("as HTML: pictures, tables and explorers run nothing and fetch nothing", async () => {
    const parts = [...figures(markupPayloads), ...others(markupPayloads)].map((one) =>
      String(bundleOf(one)["text/html"]),
    );
    await page.setContent(`<!doctype html><title>ours</title><body>${parts.join("\n")}</body>`);
    await page.waitForTimeout(300);
    for (const range of await page.$$("input[type=range]")) await range.press("ArrowRight");
    await page.waitForTimeout(300);
    expect(await page.$$eval("table", (found) => found.length)).toBeGreaterThan(16);
    expect(await odd()).toEqual([]);
    expect(await page.title()).toBe("ours");
    expect(told).toEqual([]);
  });

  test("as plotly JSON drawn by plotly.js, with what appears under the mouse", async () => {
    await page.setContent("<!doctype html><title>ours</title><body></body>");
    await page.addScriptTag({ path: plotlyPath });
    for (const { plotly } of figures(markupPayloads)) {
      const json = JSON.stringify(plotly);
      await page.evaluate(`(async () => {
        const { data, layout } = ${json.replaceAll("<", "\\u003c")};
        document.body.innerHTML = '<div id="plot" style="width: 700px; height: 500px"></div>';
        await Plotly.newPlot("plot", data, layout, { displaylogo: false });
        const [seen] = data;
        if (/^(bar|scatter)$/.test(seen.type)) Plotly.Fx.hover("plot", [{ curveNumber: 0, pointNumber: 0 }]);
      })()`);
      expect(await odd()).toEqual([]);
    }
    expect(await page.$$eval(".main-svg", (found) => found.length)).toBeGreaterThan(0);
    expect(await page.title()).toBe("ours");
    expect(told).toEqual([]);
  });
});

test("A2: whatever is shown has a text, and one reply of a megabyte makes no cell larger than 200 kB", () => {
  const long = "<b>&".repeat(250_000);
  const shown = [
    table(["reply"], [[long]]),
    table(
      ["a", "b"],
      Array.from({ length: 50 }, (_, n) => [n, long]),
    ),
  ];
  for (const one of [...shown, ...figures(markupPayloads), ...others(markupPayloads)])
    expect(String(bundleOf(one)["text/plain"]).length).toBeGreaterThan(20);
  for (const one of shown) expect(JSON.stringify(bundleOf(one)).length).toBeLessThan(200_000);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

test("A3: no text of an output holds a character that a terminal obeys", () => {
  const tricks = [
    "\u001b[31mred",
    "\u001b]8;;http://x.example\u0007link",
    "\u001b]52;c;eA==\u0007",
    "one\rtwo",
  ];
  for (const one of [...figures(tricks), ...others(tricks)])
    expect(bundleOf(one)["text/plain"]).not.toMatch(OBEYED);
});
