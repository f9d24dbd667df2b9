import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stateHash } from "../../src/dashboard/site/site-state.js";
import { siteViews } from "../../src/dashboard/site/site-views.js";
import { writeReport } from "../../src/dashboard/write-report.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";
import { largeBoard } from "./large-board.js";

interface AxeFinding {
  readonly impact: string | null;
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly AxeFinding[];
}

const full = process.env.VALUE_COMPASS_FULL === "1";

describe.skipIf(withoutBrowser)("axe-core finds nothing serious", () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const { results, detail, systems } = largeBoard({ examinees: 6, items: 6, reply: 200 });
  const folder = mkdtempSync(join(tmpdir(), "site-axe-"));
  let browser: Browser;
  let address = "";

  beforeAll(async () => {
    address = pathToFileURL(await writeReport(folder, results, systems, { detail })).href;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ids = results.examinees.slice(0, 3).map(({ id }) => encodeURIComponent(id));
  const everything = {
    m: ids.join(","),
    r: "power:9,security:2",
    w: "schwartz.power:2",
    own: "id,name",
    ...Object.fromEntries(["cases", "cols", "more"].map((name) => [name, "1"])),
  };
  const pages = [
    ...siteViews.map(({ id }) => ({
      name: id,
      hash: stateHash({ view: id, choices: everything }),
    })),
    { name: "a published release", hash: "#/board?rel=current" },
    { name: "a published model", hash: "#/model?rel=current" },
  ];

  // The two colour schemes differ in their tokens alone; the reduced count scans one of them whole.
  const schemes = full ? (["light", "dark"] as const) : (["light"] as const);
  test.each(schemes.flatMap((colours) => pages.map((page) => ({ colours, ...page }))))(
    "$name, $colours",
    async ({ colours, hash }) => {
      const page = await browser.newPage({ colorScheme: colours });
      await page.goto(`${address}${hash}`);
      await page.waitForSelector('body:not(:has-text("Loading "))');
      await page.evaluate(axe);
      const found = (await page.evaluate("axe.run(document)")) as AxeResult;
      await page.close();
      expect(found.passes.length).toBeGreaterThan(15);
      const serious = found.violations.filter(({ impact }) =>
        /serious|critical/.test(impact ?? ""),
      );
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    },
  );
});
