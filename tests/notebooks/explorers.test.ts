import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { divergences } from "../../src/catalogue/divergences.js";
import { elicitations } from "../../src/catalogue/elicitations.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { objectiveFigure } from "../../src/figures/objective-figure.js";
import { picksFigure } from "../../src/figures/picks-figure.js";
import type { ReadItem } from "../../src/figures/read-item.js";
import { weightsFigure } from "../../src/figures/weights-figure.js";
import { bundleOf } from "../../src/notebook/bundle-of.js";
import { type Displayable, displaySymbol } from "../../src/notebook/displayable.js";
import { explorer } from "../../src/notebook/explorer.js";
import { explorerBundle } from "../../src/notebook/explorer-bundle.js";
import { alphaExplorer, divergenceExplorer } from "../../src/notebook/item-explorers.js";
import { weightsExplorer } from "../../src/notebook/weights-explorer.js";
import { stream } from "../../src/random/stream.js";
import { sampleResults } from "../dashboard/sample-results.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";

const random = stream("explorers");
const reading = () => Number(random.next().toFixed(3));
const row = () => [reading(), reading(), reading()];
/** Four examinees, three replies each, three dimensions. */
const items: readonly ReadItem[] = Array.from({ length: 9 }, (_, n) => ({
  name: `item ${n + 1}`,
  posteriors: Array.from({ length: 4 }, () => [row(), row(), row()]),
  baseline: row(),
}));
const examinees = [{ origin: "simulated" }] as const;
const system = valueSystem("mft");
const sample = sampleResults();
/** Every examinee of the sample with a score on every dimension. */
const results = {
  examinees: sample.examinees,
  scores: sample.examinees.flatMap(({ id: examinee }) =>
    system.dimensions.map(({ id: dimension }) => ({
      ...sample.scores[0],
      examinee,
      system: system.id,
      dimension,
      mean: random.next(),
    })),
  ),
};

const doubled = explorer({
  title: "What is twice x?",
  controls: { x: { kind: "range", label: "x", low: 0, high: 3, step: 0.1, value: 0.3 } },
  data: { name: "<b>x</b>" },
  view: ({ x }, { name }, math) => ({
    columns: ["name", "twice", "entropy bound"],
    rows: [
      [name, 2 * x, math.divergence("jensen-shannon").maximum({ examinees: 2, dimensions: 1 })],
    ],
    caption: `x is ${x}`,
  }),
});
const shown: Readonly<Record<string, Displayable>> = {
  alpha: alphaExplorer(items, examinees),
  picks: divergenceExplorer(items, examinees),
  weights: weightsExplorer(results, system),
  doubled,
};
const htmlOf = (one: Displayable) => String(bundleOf(one)["text/html"]);

describe("an explorer without scripts", () => {
  test.each(Object.entries(shown))("%s is a picture with a text and a table", (_, one) => {
    const { "text/plain": text, "text/html": html } = one[displaySymbol]();
    expect(String(text).split("\n").length).toBeGreaterThan(2);
    expect(html).toMatch(/<img alt="[^"]{10,}"/);
    expect(html).toMatch(/<details>[\s\S]*<table>/);
    expect(html).not.toMatch(/<(input|select|button|svg)\b/);
  });

  test("brings the bundle once, however many there are, and again when its first is shown again", () => {
    const bundle = explorerBundle();
    const pages = Object.values(shown).map(htmlOf);
    expect(pages.map((html) => html.includes(bundle))).toEqual([true, false, false, false]);
    expect(htmlOf(shown.alpha)).toContain(bundle);
    expect(bundle.length).toBeLessThan(60_000);
  });

  test("names from outside stay names: no text ends a script or begins one", () => {
    const hostile = items.map((item, n) => ({ ...item, name: `${n}</script><script>alert(1)` }));
    const html = htmlOf(alphaExplorer(hostile, examinees));
    expect(html.match(/<script/g)).toHaveLength(html.match(/<\/script>/g)?.length ?? 0);
    expect(html).not.toContain("<script>alert");
  });

  test("a view that needs more than its arguments is refused", () => {
    const view = Object.assign(() => ({ columns: [], rows: [], caption: "" }), {
      toString: () => "() => exports.seed",
    });
    expect(() => explorer({ title: "?", controls: {}, data: null, view })).toThrow(
      /only its arguments.*exports\./,
    );
  });
});

describe.skipIf(withoutBrowser)("an explorer in Chromium", () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    // The last explorer stands first: the page has no bundle yet when its script runs.
    const parts = Object.values(shown).map(htmlOf).reverse();
    await page.setContent(`<!doctype html><body>${parts.join("\n")}</body>`);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const exact = (root: string) =>
    page.$$eval(`${root} details tbody tr`, (rows) =>
      (rows as unknown as { children: { textContent: string }[] }[]).map((line) =>
        Array.from(line.children, (cell) => cell.textContent),
      ),
    );
  const words = (rows: readonly (readonly unknown[])[]) => rows.map((line) => line.map(String));
  const ids = async () =>
    page.$$eval(".vc-explorer", (found) => (found as unknown as { id: string }[]).map((x) => x.id));

  test("30 positions of alpha, by the keyboard, give Node's numbers to the last digit", async () => {
    const root = `#${(await ids()).find((id) => id.includes("objective"))}`;
    await page.focus(`${root} input[type=range]`);
    await page.keyboard.press("Home");
    let positions = 0;
    for (const { id: divergence } of divergences.slice(0, 2)) {
      await page.selectOption(`${root} select >> nth=0`, divergence);
      await page.selectOption(`${root} select >> nth=1`, elicitations[positions % 2].id);
      await page.focus(`${root} input[type=range]`);
      for (let step = 0; step < 15; step++) {
        const alpha = Number(await page.inputValue(`${root} input[type=range]`));
        const elicitation = await page.inputValue(`${root} select >> nth=1`);
        const node = objectiveFigure(items, { alpha, divergence, elicitation, examinees });
        expect(await exact(root)).toEqual(words(node.table.rows));
        expect(await page.textContent(`${root} [aria-live]`)).toBe(node.caption);
        await page.keyboard.press(positions < 15 ? "ArrowRight" : "ArrowLeft");
        positions++;
      }
    }
    expect(positions).toBe(30);
  });

  test("the picture follows, and says in its alternative text what it shows", async () => {
    const root = `#${(await ids()).find((id) => id.includes("objective"))}`;
    await page.fill(`${root} input[type=range]`, "1");
    const alt = await page.getAttribute(`${root} img`, "alt");
    expect(alt).toContain("alpha 1: first is");
    const width = await page.$eval(`${root} img`, async (image) => {
      const picture = image as unknown as { decode(): Promise<void>; naturalWidth: number };
      await picture.decode();
      return picture.naturalWidth;
    });
    expect(width).toBe(720);
  });

  test("picks of every divergence are those of Node", async () => {
    const root = `#${(await ids()).find((id) => id.includes("picks"))}`;
    for (const picks of [1, 4, 9])
      for (const { id: order } of divergences) {
        await page.fill(`${root} input[type=range]`, String(picks));
        await page.selectOption(`${root} select`, order);
        const node = picksFigure(items, { picks, order, examinees });
        expect(await exact(root)).toEqual(words(node.table.rows));
      }
  });

  test("personal weights give Node's numbers under every rule", async () => {
    const root = `#${(await ids()).find((id) => id.includes("weights"))}`;
    const dimensions = system.dimensions.map(({ name }) => name);
    for (const rule of ["weighted mean", "Nash", "Rawls"] as const) {
      await page.selectOption(`${root} select`, rule);
      const weights = dimensions.map((_, k) => (k * 3) % 11);
      for (const [k, weight] of weights.entries())
        await page.fill(`${root} input[type=range] >> nth=${k}`, String(weight));
      const profiles = results.examinees.map(({ id, name }) => ({
        name,
        scores: results.scores.flatMap((one) => (one.examinee === id ? [one.mean * 100] : [])),
      }));
      const node = weightsFigure(profiles, { dimensions, weights, rule, examinees });
      const numbers = (rows: readonly (readonly unknown[])[]) => words(rows).map((line) => line[2]);
      expect(numbers(await exact(root))).toEqual(numbers(node.table.rows));
    }
  });

  test("a view of one's own is computed in the page, and its words stay words", async () => {
    const root = `#${(await ids()).find((id) => id.includes("own"))}`;
    await page.focus(`${root} input`);
    await page.keyboard.press("ArrowRight");
    expect(await exact(root)).toEqual([["<b>x</b>", "0.8", String(Math.LN2)]]);
    expect(await page.$(`${root} td b`)).toBeNull();
  });

  test("every control is named and can be reached with the Tab key", async () => {
    const controls = await page.$$(".vc-explorer input, .vc-explorer select");
    for (const control of controls) {
      const id = await control.getAttribute("id");
      expect(await page.textContent(`label[for="${id}"]`)).toMatch(/\S/);
    }
    const reached = new Set<string>();
    await page.focus("body");
    for (let n = 0; n < controls.length + 12; n++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate("document.activeElement.id"));
    }
    for (const control of controls) expect(reached).toContain(await control.getAttribute("id"));
  });

  test("nothing failed in the page", () => {
    expect(complaints).toEqual([]);
  });
});
