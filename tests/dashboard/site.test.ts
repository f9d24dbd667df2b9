import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { welfareRules } from "../../src/catalogue/welfare-rules.js";
import { boardLines, boardSettings, shownValue } from "../../src/dashboard/site/board.js";
import { siteOf } from "../../src/dashboard/site/site.js";
import { siteData } from "../../src/dashboard/site/site-data.js";
import { parseState } from "../../src/dashboard/site/site-state.js";
import { siteViews } from "../../src/dashboard/site/site-views.js";
import { writeReport } from "../../src/dashboard/write-report.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";
import { largeBoard } from "./large-board.js";
import { markupPayloads } from "./markup-payloads.js";
import { sampleResults, sampleSystems } from "./sample-results.js";

describe.skipIf(withoutBrowser)("the site, opened from a folder in Chromium", () => {
  const { results, detail, systems } = largeBoard({ examinees: 6, items: 6, reply: 200 });
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const complaints: string[] = [];
  const requests: string[] = [];
  let browser: Browser;
  let page: Page;
  let address = "";

  beforeAll(async () => {
    address = pathToFileURL(await writeReport(folder, results, systems, { detail })).href;
    browser = await openBrowser();
    page = await browser.newPage();
    watch(page);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const watch = (one: Page) => {
    one.on("pageerror", (error) => complaints.push(error.message));
    one.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    one.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    one.on("request", (request) => requests.push(request.url()));
  };
  const open = async (hash: string) => {
    await page.goto("about:blank");
    await page.goto(`${address}${hash}`);
  };
  /** Names and shown values of the board, as they stand in the page. */
  const rows = () =>
    page.$$eval("#result table:first-of-type tbody tr", (lines) =>
      (lines as unknown as { querySelector(selector: string): { textContent: string } }[]).map(
        (line) => [
          line.querySelector("th a").textContent,
          line.querySelector("td:nth-child(3)").textContent,
        ],
      ),
    );
  const expected = (hash: string) => {
    const site = siteOf(siteData(results, systems, null), new Map());
    const settings = boardSettings(site, parseState(hash));
    return boardLines(site, settings).map(({ name, result }) => [
      name,
      shownValue(result?.value ?? null, settings.scaling) ?? result?.why,
    ]);
  };

  test.each(siteViews.map(({ id }) => id))(
    "%s opens with its title and nothing missing",
    async (id) => {
      const m = results.examinees
        .map((card) => encodeURIComponent(card.id))
        .slice(0, 3)
        .join(",");
      await open(`#/${id}?${new URLSearchParams({ m, cases: "1", r: "power:9,security:2" })}`);
      expect(await page.textContent("h2#title")).toBe(
        siteViews.find((view) => view.id === id)?.title,
      );
      await page.waitForSelector('body:not(:has-text("Loading "))');
      expect(await page.innerText("main")).not.toMatch(/NaN|undefined|\[object/);
      expect(await page.getAttribute("nav a[aria-current]", "href")).toContain(`#/${id}`);
    },
  );

  test("the charts are drawn anew by plotly, from beside the page", async () => {
    const m = encodeURIComponent(results.examinees[0].id);
    await open(`#/model?m=${encodeURIComponent(m)}`);
    await page.waitForSelector(".plot .polar", { timeout: 60_000 });
    expect(await page.getAttribute(".plot", "aria-label")).toMatch(/profile/);
  });

  test("every rule ranks by the numbers of the library", async () => {
    for (const { id } of welfareRules) {
      await open("#/board");
      await page.selectOption("#c-rule", id);
      expect(await rows()).toEqual(expected(`#/board?rule=${id}`));
    }
  });

  test("a slider moved by the keyboard changes the ranking to the library's, and the address says so", async () => {
    await open("#/board");
    await page.click("summary");
    const slider = page.locator('[id="c-w-schwartz.power"]');
    await slider.focus();
    await page.keyboard.press("End");
    const hash = new URL(page.url()).hash;
    expect(parseState(hash).choices.w).toBe("schwartz.power:5");
    expect(await rows()).toEqual(expected(hash));
    expect(await page.evaluate("document.activeElement.id")).toBe("c-w-schwartz.power");
  });

  test("an address opened elsewhere shows the same view", async () => {
    const hash =
      "#/board?rule=atkinson&p=2&scale=range&w=schwartz.hedonism%3A0&cols=1&sort=-name&q=model";
    await open(hash);
    await page.waitForSelector("text=Intervals: items drawn again");
    const first = await page.innerText("main");
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.waitForSelector("text=Intervals: items drawn again");
    expect(await other.innerText("main")).toBe(first);
    expect(await other.inputValue("#c-p")).toBe("2");
    await other.close();
  });

  test("every view is reached with Tab and Enter, and its title gets the focus", async () => {
    await open("");
    for (const { id, title } of siteViews.slice(1)) {
      await page.focus("body");
      await page.evaluate("document.body.tabIndex = -1, document.body.focus()");
      for (let n = 0; n < 30; n++) {
        await page.keyboard.press("Tab");
        const href = await page.evaluate("document.activeElement.getAttribute('href') ?? ''");
        if (String(href).startsWith(`#/${id}`)) break;
      }
      await page.keyboard.press("Enter");
      await page.waitForSelector("#title:focus");
      expect(await page.evaluate("document.activeElement.textContent")).toBe(title);
    }
  });

  test("every control has a name, no id is there twice, and the headings are in order", async () => {
    for (const { id } of siteViews) {
      await open(`#/${id}?s=schwartz`);
      const found = (await page.evaluate(`({
        unnamed: [...document.querySelectorAll("input,select,button,a")].filter((one) =>
          !(one.labels?.length || one.textContent.trim())).map((one) => one.outerHTML.slice(0, 90)),
        ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
        levels: [...document.querySelectorAll("h1,h2,h3,h4")].map((one) => Number(one.tagName[1])),
      })`)) as { unnamed: string[]; ids: string[]; levels: number[] };
      expect(found.unnamed).toEqual([]);
      expect(found.ids.filter((one, at) => found.ids.indexOf(one) !== at)).toEqual([]);
      for (const [at, level] of found.levels.entries())
        expect(level - (found.levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test("what is seen is saved as CSV under the reader's eyes", async () => {
    await open("#/board?rule=nash");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#a-csv")]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text.split("\n")).toHaveLength(results.examinees.length + 2);
    expect(text).toContain("nash (raw)");
  });

  test("case texts are loaded when they are asked for, and not before", async () => {
    const m = encodeURIComponent(encodeURIComponent(results.examinees[0].id));
    const before = requests.length;
    await open(`#/model?m=${m}`);
    await page.waitForTimeout(200);
    expect(requests.slice(before).filter((url) => url.includes("cases-"))).toEqual([]);
    await page.click("text=Load the");
    await page.waitForSelector(".case");
    expect(requests.slice(before).filter((url) => url.includes("cases-"))).toHaveLength(1);
  });

  test("a table of cultures from a file joins the comparison and the address", async () => {
    await open("#/cultures");
    await page.click("text=Add cultures of your own");
    const line = "ATL,Atlantis,3,2,2,3,1,4,4,3,5,5";
    const head =
      "id,name,self_direction,stimulation,hedonism,achievement,power,security,conformity,tradition,benevolence,universalism";
    const file = {
      name: "mine.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${head}\n${line}`),
    };
    await page.setInputFiles("#f-own", file);
    await page.waitForSelector('abbr[title="Atlantis"]');
    expect(parseState(new URL(page.url()).hash).choices.own).toContain("Atlantis");
  });

  test("a published release is chosen, kept in the address, and left again", async () => {
    await open("#/board?s=safety");
    const [first] = await rows();
    await page.selectOption("#c-rel", "current");
    await page.waitForSelector("text=Point scores alone");
    expect((await rows())[0]).toEqual(["Claude-3.5-Haiku", "99.5"]);
    await page.click("#result tbody th a");
    await page.waitForSelector("text=Published scores of");
    expect(parseState(new URL(page.url()).hash).choices.rel).toBe("current");
    await page.goBack();
    await page.selectOption("#c-rel", "");
    expect((await rows())[0]).toEqual(first);
  });

  test.each(["model", "compare"])(
    "a %s page prints without its controls, in light colours, with its pictures and cases",
    async (view) => {
      const dark = await browser.newPage({ colorScheme: "dark" });
      watch(dark);
      const m = results.examinees.map((card) => encodeURIComponent(card.id)).slice(0, 2);
      await dark.goto(`${address}#/${view}?${new URLSearchParams({ m: m.join(","), cases: "1" })}`);
      await dark.waitForSelector(".plot .polar", { timeout: 60_000 });
      const pdf = await dark.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await dark.emulateMedia({ media: "print", colorScheme: "dark" });
      const shown = (await dark.evaluate(`(() => {
        const isSeen = (selector) => [...document.querySelectorAll(selector)]
          .some((one) => one.checkVisibility());
        return {
          controls: isSeen("#controls, nav, .actions, button"),
          plot: isSeen(".plot"), picture: isSeen(".picture svg"), cases: isSeen(".case"),
          ink: getComputedStyle(document.body).color,
        };
      })()`)) as Record<string, unknown>;
      const { ink, ...seen } = shown;
      expect(seen).toEqual({ controls: false, plot: false, picture: true, cases: true });
      expect(String(ink)).toMatch(/^rgb\([0-5]?\d, [0-5]?\d, [0-5]?\d\)$/);
      await dark.close();
    },
  );

  test("A1: 80 payloads in every text run nothing and fetch nothing", async () => {
    expect(new Set(markupPayloads).size).toBe(80);
    const hostileFolder = mkdtempSync(join(tmpdir(), "site-"));
    const hostile = hostileBoard();
    const path = await writeReport(hostileFolder, hostile.results, hostile.systems, {
      detail: hostile.detail,
    });
    const one = await browser.newPage();
    watch(one);
    for (const file of [path, join(hostileFolder, "report/print.html")])
      for (const { id } of file === path ? siteViews : siteViews.slice(0, 1)) {
        const m = hostile.results.examinees.map((card) => encodeURIComponent(card.id)).join(",");
        const query = new URLSearchParams({
          m,
          cases: "1",
          cols: "1",
          more: "1",
          q: markupPayloads[0],
          own: `id,name,${OWN_COLUMNS}\n${markupPayloads.map((text, n) => `"${text.replaceAll('"', '""')}${n}","${text.replaceAll('"', '""')}",${n},2,3,1,5,6,7,8,9,10`).join("\n")}`,
        });
        await one.goto("about:blank");
        await one.goto(`${pathToFileURL(file).href}#/${id}?${query}`);
        await one.waitForTimeout(600);
        const odd = await one.evaluate(`[...document.querySelectorAll("body *")].filter((e) =>
          /^(script|iframe|object|embed|img|video|link|meta|base|form|math|style)$/i.test(e.tagName) &&
          !(e.tagName === "SCRIPT" && /^(assets|data)\\//.test(e.getAttribute("src"))) &&
          !(/^style$/i.test(e.tagName) && e.closest("svg")) ||
          [...e.attributes].some((a) => /^on/.test(a.name) || /javascript:|data:/.test(a.value) && a.name === "href")).map((e) => e.outerHTML.slice(0, 80))`);
        expect(odd).toEqual([]);
        expect(await one.title()).not.toBe("broken");
      }
    await one.close();
    rmSync(hostileFolder, { recursive: true, force: true });
  });

  test("nothing was fetched from a network, and nothing failed in any page", () => {
    expect(requests.filter((url) => !/^(file|about|blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test("33 models, 27 dimensions and 2,700 items with plotly weigh under 6 MB before a case is asked for", async () => {
  const { results, detail, systems } = largeBoard({ examinees: 33, items: 100, reply: 600 });
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    await writeReport(folder, results, systems, { detail });
    const readings = systems.map((_, n) => `data/readings-${n}.js`);
    const loaded = [
      "index.html",
      "assets/site.js",
      "assets/data.js",
      "assets/plotly.js",
      ...readings,
    ];
    const bytes = loaded.map((name) => statSync(join(folder, "report", name)).size);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(6e6);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A small board in which every free text is a payload, each of the 80 somewhere. */
function hostileBoard() {
  const sample = sampleResults();
  const system = sampleSystems()[0];
  const payload = (n: number) => markupPayloads[n % markupPayloads.length];
  const examinees = sample.examinees.map((card, n) => ({
    ...card,
    name: payload(n),
    label: payload(n + 5),
    developer: payload(n + 10),
    released: payload(n + 15),
  }));
  const systems = [
    {
      ...system,
      name: payload(20),
      source: payload(21),
      dimensions: system.dimensions.map((one, n) => ({
        ...one,
        name: payload(n + 22),
        definition: payload(n + 32),
      })),
    },
  ];
  const results = {
    ...sample,
    systems: [system.id],
    examinees,
    study: { ...sample.study, name: payload(42) },
    recognizer: payload(43),
    warnings: markupPayloads,
  };
  const { detail } = largeBoard({ examinees: 1, items: 1, reply: 10 });
  const [item] = detail.systems[0].items;
  const items = markupPayloads.map((text, n) => ({
    ...item,
    id: payload(n),
    text,
    topic: text,
    targets: [system.dimensions[0].id],
    lineage: { ...item.lineage, writer: text },
    terms: { ...item.terms, fresh: FRESH },
  }));
  const readings = Object.fromEntries(
    examinees.map(({ id }, n) => [id, items.map((_, at) => [((at * 7 + n) % 10) / 10])]),
  );
  const cases = examinees.flatMap(({ id }, who) =>
    markupPayloads.map((text, n) => ({
      ...detail.cases[0],
      system: system.id,
      dimension: system.dimensions[0].id,
      examinee: id,
      item: text,
      reply: payload(n + who),
    })),
  );
  return {
    results,
    systems,
    detail: { ...detail, systems: [{ system: system.id, items, readings }], cases },
  };
}

const OWN_COLUMNS =
  "self_direction,stimulation,hedonism,achievement,power,security,conformity,tradition,benevolence,universalism";

const FRESH = {
  informativeness: 0.1,
  informativenessRaw: 0.1,
  separation: 0.1,
  elicitation: 0.1,
  objective: 0.1,
  examinees: 5,
  samples: 1,
  measured: 5,
  unmeasured: 0,
};
