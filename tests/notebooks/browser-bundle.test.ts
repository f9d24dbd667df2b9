import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as node from "../../src/browser.js";
import { sampleResults, sampleSystems } from "../dashboard/sample-results.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";

const source = readFileSync(new URL("../../dist/browser.bundle.js", import.meta.url), "utf8");

test("the pure rooms are one file that asks for no module", () => {
  expect(source).not.toMatch(/\brequire\(["'](node:|fs|path|crypto)/);
  expect(source).not.toMatch(/\bfrom\s*["']node:/);
});

describe.skipIf(withoutBrowser)("the pure rooms in Chromium give Node's numbers", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.addScriptTag({ content: source });
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("every function of Node's entry is there", async () => {
    const names = await page.evaluate("Object.keys(ValueCompass).sort()");
    expect(names).toEqual(Object.keys(node).sort());
  });

  /** Code that runs on both sides with the pure rooms as `vc`, and gives text. */
  const samples = {
    "every divergence": `
      vc.divergences.map(({ id, of }) => [id, of(matrix("D", 6, 10), null)])`,
    "every elicitation": `
      vc.elicitations.map(({ id, of }) => [id, of({
        replies: matrix("I", 5, 10), baseline: matrix("b", 1, 10)[0], clip: 0.02 })])`,
    "the terms of Eq. 1": `
      vc.itemTerms({
        posteriors: [1, 2, 3, 4].map((i) => matrix("p" + i, 5, 10)),
        baseline: matrix("r", 1, 10)[0],
        divergence: vc.divergence("jensen-shannon"),
        elicitation: vc.elicitation("question-baseline"),
        alpha: 0.3, clip: 0.02, random: vc.stream("null") })`,
    "scores with their intervals": `
      vc.scoreFromTallies(matrix("t", 12, 2).map(([a, b]) => ({
        judgedSum: 2 * a, declinedSum: b, judged: 2, declined: 1, unmeasured: 1 })))`,
    "welfare rules": `
      [vc.weightedMean, vc.rawls, vc.nash].map((of) => of(matrix("w", 1, 10)[0], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))`,
    correlations: `
      [vc.spearman(matrix("x", 1, 30)[0], matrix("y", 1, 30)[0]),
       vc.areaUnderCurve(matrix("x", 1, 30)[0], matrix("y", 1, 30)[0].map((v) => v > 0.5))]`,
    "a ridge fit": `
      vc.ridge({ columns: 6, rows: Array.from({ length: 20 }, (_, n) => [n % 3, 3 + (n * n) % 3]) },
        [matrix("z", 1, 20)[0]]).map(({ intercept, coefficients, leaveOneOutError }) =>
          ({ intercept, coefficients, leaveOneOutError }))`,
  };
  const prelude = `const matrix = (key, rows, columns) => {
    const random = vc.stream(key);
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.next()));
  };`;

  test.each(Object.entries(samples))("%s", async (_, code) => {
    const here = new Function("vc", `${prelude} return JSON.stringify(${code});`)(node);
    const there = await page.evaluate(
      `(() => { const vc = ValueCompass; ${prelude} return JSON.stringify(${code}); })()`,
    );
    expect(here.length).toBeGreaterThan(10);
    expect(there).toBe(here);
  });

  test("Student quantiles, but for the rounding of a power in jstat", async () => {
    const freedoms = [1, 2, 5, 10, 29, 100];
    const there = await page.evaluate(
      `${JSON.stringify(freedoms)}.map((freedom) => ValueCompass.studentQuantile(0.975, freedom))`,
    );
    for (const [n, freedom] of freedoms.entries()) {
      const here = node.studentQuantile(0.975, freedom);
      expect(Math.abs((there as number[])[n] - here)).toBeLessThan(1e-14 * here);
    }
  });

  test("the same figures, byte for byte", async () => {
    const results = sampleResults();
    const [system] = sampleSystems();
    const draw = `
      [vc.radarFigure, vc.heatmapFigure, vc.leaderboardFigure, vc.roundsFigure]
        .map((figure) => figure(results, system))`;
    const here = new Function("vc", "results", "system", `return JSON.stringify(${draw});`);
    const there = await page.evaluate(
      `(() => { const vc = ValueCompass; const results = ${JSON.stringify(results)};
        const system = ${JSON.stringify(system)}; return JSON.stringify(${draw}); })()`,
    );
    expect(there).toBe(here(node, results, system));
  });
});
