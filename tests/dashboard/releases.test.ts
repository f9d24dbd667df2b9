import { describe, expect, test } from "vitest";
import { boardLines, boardSettings } from "../../src/dashboard/site/board.js";
import { publishedSites } from "../../src/dashboard/site/published-site.js";
import { publishedReleases, releasedSite } from "../../src/dashboard/site/releases.js";
import { siteOf } from "../../src/dashboard/site/site.js";
import { siteData } from "../../src/dashboard/site/site-data.js";
import { siteViews, viewHtml } from "../../src/dashboard/site/site-views.js";
import { reproducedFindings } from "../../src/experiments/reproduce/reproduce-findings.js";
import { cultureRounds } from "../../src/facts/culture-rounds.js";
import { publishedLeaderboard } from "../../src/facts/published-leaderboard.js";
import { escapeMarkup } from "../../src/figures/escape-markup.js";
import { sampleResults, sampleSystems } from "./sample-results.js";

const parts = new Map<string, unknown>([
  ...publishedSites().map((release, at) => [`published-${at}`, release] as const),
  ["surveys-0", cultureRounds()],
]);
const site = siteOf(siteData(sampleResults(), sampleSystems(), null), parts);
const stateOf = (view: string, choices: Readonly<Record<string, string>>) => ({ view, choices });

describe("a published release in the site", () => {
  test.each(["schwartz", "mft", "safety", "llm_unique"])(
    "ranks %s as the platform's own leaderboard does, its placeholder left out and flagged",
    (system) => {
      const state = stateOf("board", { rel: "current", s: system });
      const shown = releasedSite(site, state);
      if (shown === null) throw new Error("not loaded");
      const lines = boardLines(shown, boardSettings(shown, state));
      const served = publishedLeaderboard(system);
      expect(lines).toHaveLength(33);
      for (const { model, score, flag } of served) {
        const line = lines.find(({ card }) => card.id === model);
        if (flag === null) expect(line?.result?.value).toBeCloseTo(score / 100, 12);
        else {
          expect([line?.result?.value, line?.rank]).toEqual([null, null]);
          expect(line?.card.label).toContain("placeholder");
        }
      }
      expect(lines[0].name).toBe(served[0].name);
    },
  );

  test("is drawn by every view that scores alone can fill, and says what it lacks", () => {
    for (const { version } of publishedReleases)
      for (const { id, showsReleases } of siteViews) {
        const choices = { rel: version, m: "gpt-4o,o1", cases: "1", cols: "1", more: "1" };
        const page = String(viewHtml(site, stateOf(id, { ...choices, r: "power:9" })));
        expect(page).not.toMatch(/NaN|Infinity|undefined|\[object|Loading/);
        if (!showsReleases) continue;
        expect(page).toContain("Point scores alone");
        expect(page).not.toMatch(/run <code>value-compass score|unvalidated|n = 0 items/);
      }
  });

  test("shows what its numbers carry: who leads by how much, and every claim made of them with its verdict", () => {
    const page = (choices: Readonly<Record<string, string>>) =>
      String(viewHtml(site, stateOf("findings", choices)));
    const shown = page({ rel: "current", s: "schwartz" });
    const [first, second] = publishedLeaderboard("schwartz");
    const gap = (first.score - second.score).toFixed(1);
    expect(shown).toContain(
      `${first.name}, with a mean of ${first.score.toFixed(1)}, ${gap} above ${second.name}`,
    );
    expect(shown.match(/<article class="finding/g)).toHaveLength(5);
    const findings = reproducedFindings();
    expect(shown.match(/<tr><th scope="row"/g)).toHaveLength(findings.length);
    for (const { claim, says } of findings)
      for (const text of [claim.claim, says]) expect(shown).toContain(escapeMarkup(text));
    expect(shown).toContain("fails 4, in part");
    const older = page({ rel: "static2024" });
    expect(older).toContain('href="#/findings?rel=current"');
    expect(older).not.toContain("<th");
    expect(page({})).not.toContain("insight report");
  });

  test("is asked for when it is chosen, and not before", () => {
    const bare = siteOf(siteData(sampleResults(), sampleSystems(), null), new Map());
    viewHtml(bare, stateOf("board", {}));
    expect([...bare.wanted].filter((name) => name.startsWith("published"))).toEqual([]);
    viewHtml(bare, stateOf("board", { rel: "static2024" }));
    expect(bare.wanted).toContain("published-2");
  });
});

describe("the cultures of the site", () => {
  const page = (choices: Readonly<Record<string, string>>) =>
    String(viewHtml(site, stateOf("cultures", choices)));

  test("follow survey, round and value: the platform's switch on hedonism moves most models from China to France", () => {
    const closest = (choices: Readonly<Record<string, string>>) => {
      const table = page({ rel: "current", ...choices });
      const body = /<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? "";
      return body.split("</tr>").map((row) => /<td class="text">(\w+)/.exec(row)?.[1]);
    };
    const count = (names: readonly (string | undefined)[], name: string) =>
      names.filter((one) => one === name).length;
    // The map in use now drops Japan from the vectors of March.
    const hide = { src: "2025-03-04" };
    expect(count(closest({ ...hide, leave: "last" }), "France")).toBeGreaterThan(20);
    expect(count(closest(hide), "China")).toBeGreaterThan(15);
  });

  test("offer the eleven rounds of the survey, each by itself", () => {
    const rounds = page({}).match(/European Social Survey, round \d+/g) ?? [];
    expect(new Set(rounds).size).toBe(11);
    expect(page({ src: "ESS6" })).toContain("round 6 (2012)");
  });

  test.each([
    ["a value missing", "ATL,Atlantis,3,2,2,3,,4,4,3,5,5", /Line 2 has no number for power/],
    ["too few cells", "MU,Mu,1,2", /Line 2 has 4 cells/],
    ["a word", "MU,Mu,1,2,3,4,x,6,7,8,9,10", /for power; write a number/],
    ["one number everywhere", "MU,Mu,1,1,1,1,1,1,1,1,1,1", /no order/],
  ])("say of a culture with %s why it is left out, and keep the others", (_, line, said) => {
    const head =
      "id,name,self_direction,stimulation,hedonism,achievement,power,security,conformity,tradition,benevolence,universalism";
    const good = "ATL2,Second,3,2,2,3,1,4,4,3,5,5";
    const shown = page({ rel: "current", own: [head, line, good].join("\n") });
    expect(shown).toMatch(said);
    expect(shown).toContain('<abbr title="Second">ATL2</abbr>');
    expect(shown).not.toContain('<abbr title="Mu">');
  });

  test("say of a table without a head line, and of one too long, that it cannot be used", () => {
    expect(page({ rel: "current", own: "1,2,3" })).toMatch(
      /cannot be used: it line 1 lacks|lacks the columns/,
    );
    expect(page({ rel: "current", own: "x".repeat(30_000) })).toMatch(/holds 30000 characters/);
  });
});
