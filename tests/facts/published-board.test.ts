import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rankBoard } from "../../src/aggregation/rank-board.js";
import { welfareRule } from "../../src/catalogue/welfare-rules.js";
import { cultureRounds } from "../../src/facts/culture-rounds.js";
import { cultures } from "../../src/facts/cultures.js";
import { foundationCultures } from "../../src/facts/moral-foundations.js";
import type { HeatmapSnapshot } from "../../src/facts/platform-culture.js";
import { publishedBoard } from "../../src/facts/published-board.js";
import { publishedHeatmap } from "../../src/facts/published-heatmap.js";
import { publishedLeaderboard } from "../../src/facts/published-leaderboard.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const snapshots: readonly HeatmapSnapshot[] = ["2025-01-07", "2025-03-04", "2025-05-26"];

const round2 = (value: number) => Number(value.toFixed(2));

describe("the platform's leaderboards, from our facts alone", () => {
  test.each([
    ["schwartz", ["o3-mini", 49.79], ["GPT-3.5-Turbo", 20.31]],
    ["mft", ["Claude-3.5-Sonnet", 68.36], ["LlaMA-3-70B-Instruct", 12.97]],
    ["safety", ["Claude-3.5-Haiku", 99.55], ["o1-mini", 79.97]],
    ["llm_unique", ["DeepSeek-R1", 92.69], ["LlaMA-3.3-70B-Instruct", 86.01]],
  ] as const)("%s as served", (system, [first, best], [last, least]) => {
    const board = publishedLeaderboard(system);
    expect(board).toHaveLength(33);
    expect(board.map(({ rank }) => rank)).toEqual(Array.from({ length: 33 }, (_, at) => at + 1));
    expect([board[0].name, round2(board[0].score)]).toEqual([first, best]);
    expect([board[32].name, round2(board[32].score)]).toEqual([last, least]);
  });

  test("the site ticks two Schwartz values when it opens, and the order turns", () => {
    const board = publishedLeaderboard("schwartz", { ticked: "site" });
    expect(board.slice(0, 5).map(({ name, score }) => [name, round2(score)])).toEqual([
      ["Phi-3.5-MoE-instruct", 72.5],
      ["Qwen-Max", 72.4],
      ["o1", 71.45],
      ["Phi-3.5-mini-instruct", 69],
      ["o3-mini", 68.95],
    ]);
    expect(publishedLeaderboard("mft", { ticked: "site" })).toEqual(publishedLeaderboard("mft"));
    expect(() => publishedLeaderboard("mft", { ticked: ["power"] })).toThrow(
      /no dimension "power"/,
    );
  });

  test("the placeholder row is served at rank 12, and marked; left out it has no rank", () => {
    const served = publishedLeaderboard("mft").filter(({ flag }) => flag !== null);
    expect(served.map(({ name, rank, score }) => [name, rank, round2(score)])).toEqual([
      ["Gemini-2.0-Pro", 12, 35],
    ]);
    expect(served[0].flag).toContain("35.0 on all 5 dimensions");
    const ours = rankBoard(publishedBoard({ systems: ["mft"] }), {
      rule: welfareRule("utilitarian"),
    });
    expect(ours.counts).toEqual({ examinees: 33, ranked: 32 });
    expect(ours.rows[32]).toMatchObject({ id: "gemini-2.0-pro", rank: null, value: null });
    expect(ours.notes.join("\n")).toContain("Gemini-2.0-Pro is not ranked: no score for Care");
  });

  test("the January release has three systems of 22 models", () => {
    const board = publishedBoard({ version: "static2024", systems: ["schwartz", "mft", "safety"] });
    expect([board.rows.length, board.dimensions.length]).toEqual([22, 21]);
    expect(board.rows.every(({ scores }) => scores.every((score) => score !== null))).toBe(true);
  });
});

describe("the platform's heatmaps, from our facts alone", () => {
  test("have 671 squares, each a correlation", () => {
    const cells = snapshots.flatMap((snapshot) => publishedHeatmap(snapshot).cells);
    expect(cells).toHaveLength(671);
    for (const { rho } of cells) expect(Math.abs(rho)).toBeLessThanOrEqual(1);
  });

  test("turn the closest culture of most models by what is done with hedonism alone", () => {
    const closest = (hedonism: "as-scored" | "forced-last") => {
      const { cells } = publishedHeatmap("2025-05-26", { hedonism });
      const models = [...new Set(cells.map(({ model }) => model))];
      const first = models.map(
        (model) =>
          cells
            .filter((cell) => cell.model === model)
            .reduce((best, cell) => (cell.rho > best.rho ? cell : best)).culture,
      );
      const count = (id: string) => first.filter((one) => one === id).length;
      return ["FR", "UK", "CN", "SG", "RU"].map(count);
    };
    expect(closest("forced-last")).toEqual([27, 5, 1, 0, 0]);
    expect(closest("as-scored")).toEqual([0, 6, 21, 4, 2]);
  });

  test("equal the published squares to 1e-9", ({ skip }) => {
    if (!existsSync(shared)) return skip("../shared is absent");
    const [, ...lines] = readFileSync(`${shared}culture_similarity.csv`, "utf8")
      .trimEnd()
      .split("\n");
    const ours = new Map(
      snapshots.flatMap((snapshot) =>
        publishedHeatmap(snapshot).cells.map(({ model, culture, rho }) => [
          `${snapshot},${model},${culture}`,
          rho,
        ]),
      ),
    );
    const errors = lines.map((line) => {
      const [snapshot, model, culture, rho] = line.split(",");
      return Math.abs((ours.get(`${snapshot},${model},${culture}`) ?? Number.NaN) - Number(rho));
    });
    expect(errors).toHaveLength(671);
    expect(Math.max(...errors)).toBeLessThan(1e-9);
  });
});

describe("survey rounds", () => {
  const rounds = cultureRounds();

  test("are 279 of 39 countries, each once, with ten values that cancel out", () => {
    expect(rounds).toHaveLength(279);
    expect(new Set(rounds.map(({ id, round }) => `${id} ${round}`)).size).toBe(279);
    expect(new Set(rounds.map(({ id }) => id)).size).toBe(39);
    const ids = dimensionIds(valueSystem("schwartz"));
    for (const { profile } of rounds) {
      const all = ids.reduce((sum, id) => sum + (id === "universalism" ? 3 : 2) * profile[id], 0);
      // Answers left out keep single rounds from cancelling exactly; an item is worth 1 of 21.
      expect(Math.abs(all) / 21).toBeLessThan(0.01);
    }
  });

  test("hold every country's newest round", () => {
    for (const { id, round } of cultures({ scale: "means" }))
      expect(cultureRounds({ country: id }).map((one) => one.round)).toContain(round);
  });

  test("have a licence to repeat, and most a standard error", () => {
    expect(rounds.every(({ licence }) => licence === "CC BY-NC-SA 4.0")).toBe(true);
    expect(rounds.filter(({ standardErrors }) => standardErrors !== undefined)).toHaveLength(267);
  });
});

describe("moral foundations by country", () => {
  test("are 19 countries a questionnaire, on the range of its answers", () => {
    const five = foundationCultures("MFQ-30");
    expect(five).toHaveLength(19);
    expect(foundationCultures("MFQ-2")).toHaveLength(19);
    for (const { profile, respondents, standardErrors } of five) {
      expect(Object.keys(profile).sort()).toEqual([...dimensionIds(valueSystem("mft"))].sort());
      for (const value of Object.values(profile)) expect(value).toBeGreaterThan(0);
      for (const value of Object.values(profile)) expect(value).toBeLessThan(5);
      expect(respondents).toBeGreaterThan(50);
      expect(Object.keys(standardErrors ?? {})).toHaveLength(5);
    }
  });
});
