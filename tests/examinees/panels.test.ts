import { describe, expect, it } from "vitest";
import { archetypeIds, simulatedArchetype } from "../../src/examinees/archetypes.js";
import { demoPanel } from "../../src/examinees/demo-panel.js";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { simulatedFromPublished } from "../../src/examinees/published-panel.js";
import { simulatedSystems } from "../../src/examinees/simulator-words.js";
import { publishedProfile } from "../../src/facts/published-profile.js";

describe("simulatedFromPublished", () => {
  it("plants the published scores and says so", () => {
    const { card } = simulatedFromPublished("deepseek-r1", { seed: 1 });
    expect(card).toMatchObject({
      id: "sim:deepseek-r1",
      origin: "simulated",
      label: "simulated from published scores of DeepSeek-R1",
      developer: "DeepSeek",
    });
    expect(card.planted).toEqual(publishedProfile("deepseek-r1").profiles);
  });

  it("leaves out a system whose published scores are a placeholder", () => {
    const { card } = simulatedFromPublished("gemini-2.0-pro", { seed: 1 });
    expect(card.systems).toEqual(["schwartz", "safety", "llm_unique"]);
  });
});

describe("archetypes", () => {
  it("are at least six, each with every system and a label that says simulated archetype", () => {
    expect(archetypeIds.length).toBeGreaterThanOrEqual(6);
    for (const id of archetypeIds) {
      const { card } = simulatedArchetype(id, { seed: 1 });
      expect([...(card.systems ?? [])].sort()).toEqual([...simulatedSystems].sort());
      expect(card.label).toMatch(/^simulated archetype: /);
    }
  });

  it("lie about .18 around .45 on Schwartz's values", () => {
    const scores = archetypeIds.flatMap((id) =>
      Object.values(simulatedArchetype(id, { seed: 1 }).card.planted?.schwartz ?? {}),
    );
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const spread = Math.sqrt(
      scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length,
    );
    expect(mean).toBeCloseTo(0.45, 1);
    expect(spread).toBeCloseTo(0.18, 1);
  });
});

describe("demoPanel", () => {
  it("seats the four models of Fig. 4(b) and four archetypes under simulated ids", () => {
    expect(demoPanel(7).map(({ card }) => card.id)).toEqual([
      "sim:o3-mini",
      "sim:deepseek-r1",
      "sim:gemini-2.0-pro",
      "sim:llama-3.3-70b-instruct",
      "sim:guardian",
      "sim:explorer",
      "sim:achiever",
      "sim:caretaker",
    ]);
    for (const { card } of demoPanel(7)) expect(card.origin).toBe("simulated");
  });
});

describe("mixedPanel", () => {
  it("draws the same members for a seed, all different, and others for another seed", () => {
    const ids = (seed: number) =>
      mixedPanel(seed, { published: 6, archetypes: 3 }).map(({ card }) => card.id);
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
    expect(new Set(ids(1)).size).toBe(9);
  });

  it("seats only members that cover the systems asked for", () => {
    for (const { card } of mixedPanel(1, { published: 32, archetypes: 1, covering: ["mft"] }))
      expect(card.systems).toContain("mft");
    expect(() => mixedPanel(1, { published: 33, archetypes: 0, covering: ["mft"] })).toThrow(
      /there are 32 published profiles/,
    );
  });
});
