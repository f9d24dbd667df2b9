import { build } from "esbuild";
import { expect, test } from "vitest";
import { pageBundle } from "../../scripts/page-bundle.mjs";
import { readOracles } from "../../src/oracles/read-oracles.js";
import { openBrowser, withoutBrowser } from "../house/browser.js";
import { caseResults } from "./case-results.js";

/** What the bundle leaves in a page. */
interface WithOracles {
  readonly Oracles: { caseResults(all: typeof cases): string[] };
}

const cases = readOracles(import.meta.dirname).flatMap((family) => family.cases);

test.skipIf(withoutBrowser)(
  `every formula gives the same digits in Chromium as in Node (${cases.length} oracle cases)`,
  async () => {
    const { outputFiles } = await build({
      ...pageBundle,
      entryPoints: [`${import.meta.dirname}/case-results.ts`],
      globalName: "Oracles",
      write: false,
    });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: outputFiles?.[0].text ?? "" });
      const there = await page.evaluate(
        (all) => (globalThis as unknown as WithOracles).Oracles.caseResults(all),
        cases,
      );
      const here = caseResults(cases);
      const differing = cases.flatMap(({ fn, name }, at) =>
        here[at] === there[at] ? [] : [`${fn} ${name}: ${here[at]} in Node, ${there[at]} there`],
      );
      expect(there).toHaveLength(cases.length);
      expect(differing).toEqual([]);
      expect(here.filter((result) => result.startsWith("refused"))).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
