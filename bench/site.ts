// What the site of a large board costs a reader: 33 examinees, 27 dimensions, 2,700 items, opened from a folder.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeReport } from "../src/dashboard/write-report.js";
import { largeBoard } from "../tests/dashboard/large-board.js";
import { chromiumPath, openBrowser } from "../tests/house/browser.js";

const { results, detail, systems } = largeBoard({ examinees: 33, items: 100, reply: 600 });
const folder = mkdtempSync(join(tmpdir(), "site-bench-"));
const began = performance.now();
const path = await writeReport(folder, results, systems, { detail });
const written = performance.now() - began;
const size = (name: string) => (statSync(join(folder, "report", name)).size / 1e6).toFixed(2);
console.log(`written in ${written.toFixed(0)} ms`);
for (const name of [
  "index.html",
  "assets/site.js",
  "assets/data.js",
  "assets/plotly.js",
  "data/readings-0.js",
  "data/cases-0.js",
])
  console.log(`${size(name).padStart(6)} MB  ${name}`);
const before = ["index.html", "assets/site.js", "assets/data.js", "assets/plotly.js"];
const loaded = [...before, ...systems.map((_, n) => `data/readings-${n}.js`)];
const whole = loaded.reduce((sum, name) => sum + statSync(join(folder, "report", name)).size, 0);
console.log(
  `${(whole / 1e6).toFixed(2).padStart(6)} MB  all that is loaded before a case is asked for (aim under 6)`,
);
if (chromiumPath === null) console.log("no Chromium here: nothing was opened");
else {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(path).href}#/board?s=all`);
  const paint = await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null",
  );
  const step = (choices: string) =>
    page.evaluate(`(async () => {
      ${choices}
      await new Promise((done) => setTimeout(done, 3000));
      const slider = document.getElementById("c-w-schwartz.power");
      const times = [];
      for (let n = 0; n < 11; n++) {
        slider.value = String((n % 10) / 2);
        const start = performance.now();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        times.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 700));
      }
      return times.sort((a, b) => a - b)[5];
    })()`) as Promise<number>;
  const ten = async () => {
    await page.goto("about:blank");
    await page.goto(`${pathToFileURL(path).href}#/board`);
    return step("");
  };
  console.log(`first contentful paint ${Math.round(Number(paint))} ms (aim under 1,000)`);
  console.log(`slider step, 27 dimensions: ${(await step("")).toFixed(1)} ms (aim under 50)`);
  console.log(`slider step, 10 dimensions: ${(await ten()).toFixed(1)} ms (aim under 50)`);
  await browser.close();
}
rmSync(folder, { recursive: true, force: true });
