import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { familyDistances } from "../../src/experiments/reproduce/family-distances.js";
import { reproducedFindings } from "../../src/experiments/reproduce/reproduce-findings.js";
import { reproduceLeaderboards } from "../../src/experiments/reproduce/reproduce-leaderboards.js";
import { checkPinned } from "../../src/experiments/reproduce/reproduction.js";
import { reproductions } from "../../src/experiments/reproduce/reproductions.js";
import { figureFour } from "../../src/experiments/reproduce/static-against-evolving.js";
import { numbersPinned } from "../../src/facts/pinned-number.js";
import { claimsPublished } from "../../src/facts/published-claim.js";
import { publishedMeasure } from "../../src/facts/published-measure.js";
import { publishedProfile } from "../../src/facts/published-profile.js";
import { squaresPublished } from "../../src/facts/published-square.js";
import { publishedWinRates } from "../../src/facts/published-win-rate.js";
import { stream } from "../../src/random/stream.js";
import { spearman } from "../../src/statistics/spearman.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const found = new Map(reproductions.map(({ id, reproduce }) => [id, reproduce()]));

describe("every number that was noted comes out again", () => {
  test.each([
    ["leaderboard", 61],
    ["heatmap", 13],
    ["fig4b", 39],
    ["families", 23],
    ["findings", 98 + 43],
  ])("%s: %d numbers", (id, count) => {
    const reproduction = found.get(id);
    expect(reproduction?.check.differ).toEqual([]);
    expect(reproduction?.check.pinned).toBe(count);
  });

  test("a number that is off by more than its last decimal is named, and so is one that is missing", () => {
    const { numbers } = reproduceLeaderboards();
    const off = { ...numbers, "schwartz o3-mini": 49.8 };
    expect(checkPinned("leaderboard", off).differ).toEqual([
      { number: "schwartz o3-mini", pinned: 49.79, got: 49.8 },
    ]);
    const { "mft gpt-4o": _, ...without } = numbers;
    expect(checkPinned("leaderboard", without).differ).toEqual([
      { number: "mft gpt-4o", pinned: 38.74, got: null },
    ]);
  });

  test("whole numbers are pinned exactly, others to the decimal that was noted", () => {
    for (const { id } of reproductions)
      for (const { value, tolerance, number } of numbersPinned(id)) {
        expect(Number.isFinite(value), number).toBe(true);
        if (tolerance === 0) expect(Number.isInteger(value), number).toBe(true);
        expect(tolerance, number).toBeLessThan(Math.max(0.06, Math.abs(value) / 2));
      }
  });
});

describe("the heatmap", () => {
  test("is 671 squares, all within 1e-9 of the published ones", () => {
    expect(found.get("heatmap")?.numbers).toMatchObject({
      squares: 671,
      "squares within 1e-9": 671,
    });
  });

  test("is held against the squares of the source", ({ skip }) => {
    if (!existsSync(shared)) return skip("../shared is absent");
    const [, ...lines] = readFileSync(`${shared}culture_similarity.csv`, "utf8")
      .trimEnd()
      .split("\n");
    const theirs = lines.map((line) => line.split(",").slice(0, 4).join(","));
    const ours = squaresPublished().map(({ snapshot, model, culture, rho }) =>
      [snapshot, model, culture, rho].join(","),
    );
    const asNumber = (line: string) => line.replace(/[^,]+$/, (rho) => String(Number(rho)));
    expect(ours.map(asNumber)).toEqual(theirs.map(asNumber));
  });
});

describe("the findings", () => {
  const findings = reproducedFindings();

  test("reach the verdicts that are known", () => {
    for (const { claim, verdict } of findings)
      expect([claim.id, verdict]).toEqual([claim.id, claim.verdict]);
    const count = (verdict: string) => findings.filter((one) => one.verdict === verdict).length;
    expect(["holds", "in part", "fails", "cannot tell"].map(count)).toEqual([24, 9, 4, 6]);
  });

  test("say where the US stands, and that Fig. 4(a) cannot be rebuilt", () => {
    const says = (id: string) => findings.find(({ claim }) => claim.id === id)?.says;
    expect(says("closest-cultures")).toContain("the US stands below China for 33");
    expect(says("fig4a-knowing")).toContain("Llama-2-70B-Chat is in no published table");
    expect(says("instruct-lower")).toBe("22.11 (11 models) against 38.05 (22), p = 2e-5");
  });

  test("cover each claim once, each with a number or a reason", () => {
    const ids = claimsPublished().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { says } of findings) expect(says.length).toBeGreaterThan(4);
  });
});

describe("Fig. 4(b)", () => {
  test("has four models of which none is in the published static scores", () => {
    for (const model of ["o3-mini", "deepseek-r1", "gemini-2.0-pro", "llama-3.3-70b-instruct"])
      expect(() => publishedProfile(model, { version: "static2024" })).toThrow(
        /no published static2024/,
      );
    expect(figureFour().pairs.map(({ distance }) => distance.toFixed(2))).toEqual([
      "5.66",
      "6.82",
      "7.44",
      "8.74",
      "12.06",
      "14.53",
    ]);
  });

  test("says that much of the wider spread is overall level", () => {
    expect(found.get("fig4b")?.notes[0]).toContain(
      "4.8 times as wide (2.3 with SEA-Lion v2.1), after centring 2.7 (1.3)",
    );
  });
});

describe("distances of families", () => {
  const random = () => stream("family test");

  test("find families that are there, and none where names were dealt by chance", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [at % 3, at % 3, at / 100]);
    const names = rows.map((_, at) => `family ${at % 3}`);
    const there = familyDistances(rows, names, { random: random(), deals: 500 });
    expect(there.ratio).toBeGreaterThan(10);
    expect(there.p).toBeLessThan(0.01);
    const noise = stream("noise");
    const flat = rows.map(() => [noise.next(), noise.next()]);
    expect(familyDistances(flat, names, { random: random(), deals: 500 }).p).toBeGreaterThan(0.05);
  });

  test("refuse names that join nobody or everybody", () => {
    const rows = [[1], [2], [3]];
    const how = { random: random(), deals: 10 };
    expect(() => familyDistances(rows, ["a", "b", "c"], how)).toThrow(/0 pairs of 3/);
    expect(() => familyDistances(rows, ["a", "a", "a"], how)).toThrow(/3 pairs of 3/);
  });
});

describe("figures and tables", () => {
  test("come with every reproduction, with ids of their own and no numbers missing", () => {
    const figures = [...found.values()].flatMap(({ figures: own }) => own);
    const ids = figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { svg, table, caption, id } of figures) {
      expect(svg).toContain(`id="${id}-title"`);
      expect(svg).not.toContain("NaN");
      expect(table.rows.length).toBeGreaterThan(4);
      expect(caption).toContain("CC BY-NC-SA");
    }
    for (const { tables } of found.values())
      for (const { columns, rows } of tables)
        for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

describe("other published numbers", () => {
  test("AdAEM's Fig. 9 orders models within a value as the platform does, to a point", () => {
    const rates = publishedWinRates();
    const rhos = [...new Set(rates.map(({ dimension }) => dimension))].map((dimension) => {
      const own = rates.filter((one) => one.dimension === dimension && one.platformModel !== null);
      const platform = own.map(
        ({ platformModel }) => publishedProfile(platformModel ?? "").profiles.schwartz[dimension],
      );
      expect(own).toHaveLength(13);
      return [
        dimension,
        spearman(
          own.map(({ score }) => score),
          platform,
        ),
      ] as const;
    });
    const noted = { achievement: 0.91, power: 0.65, hedonism: 0.73, stimulation: 0.84 };
    const more = { self_direction: 0.87, universalism: 0.91, benevolence: 0.99, tradition: 0.89 };
    const all = { ...noted, ...more, conformity: 0.54, security: 0.84 };
    expect(Object.keys(all)).toHaveLength(rhos.length);
    for (const [dimension, rho] of rhos)
      expect(Math.abs(rho - all[dimension as keyof typeof all]), dimension).toBeLessThan(
        0.005 + 1e-9,
      );
  });

  test("its columns cannot be win rates, which would average 50", () => {
    const rates = publishedWinRates();
    const means = [...new Set(rates.map(({ dimension }) => dimension))].map((dimension) => {
      const own = rates.filter((one) => one.dimension === dimension).map(({ score }) => score);
      return own.reduce((a, b) => a + b, 0) / own.length;
    });
    expect(Math.min(...means)).toBeCloseTo(26, 0);
    expect(Math.max(...means)).toBeCloseTo(93, 0);
  });

  test("AdAEM's priming of o3-mini has the means that it states", () => {
    const rows = publishedMeasure({ work: "adaem", table: "priming of o3-mini" });
    const meanOf = (measure: string) => {
      const own = rows.filter((row) => row.measure === measure);
      expect(own).toHaveLength(10);
      return own.reduce((sum, { value }) => sum + value, 0) / own.length;
    };
    expect(meanOf("baseline")).toBeCloseTo(76.46, 2);
    expect(meanOf("target when primed")).toBeCloseTo(98.62, 0);
    // The source states 40.63 for opposite groups; its own ten rows average less.
    expect(meanOf("opposite group when primed")).toBeCloseTo(39.74, 2);
  });

  test("ask for a work that is there", () => {
    expect(() => publishedMeasure({ table: "none" })).toThrow(/there are: adaem \(item quality\)/);
  });
});
