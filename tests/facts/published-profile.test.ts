import { expect, test } from "vitest";
import { modelCards } from "../../src/facts/made/models.js";
import { publishedScores } from "../../src/facts/made/published-scores.js";
import { publishedModels, publishedProfile } from "../../src/facts/published-profile.js";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";

test("33 models have current scores on all 27 dimensions, and 22 had them in January 2025", () => {
  expect(publishedModels()).toHaveLength(33);
  expect(publishedModels("static2024")).toHaveLength(22);
  expect(modelCards).toHaveLength(35);
  expect(publishedScores.filter(({ version }) => version === "current")).toHaveLength(33 * 27);
});

test("every published score is of a known model and dimension, and in [0, 1]", () => {
  const dimensions = new Set(
    builtInSystems.flatMap((system) => dimensionIds(system).map((id) => `${system.id}.${id}`)),
  );
  const models = new Map(modelCards.map(({ id, name }) => [id, name]));
  for (const row of publishedScores) {
    expect(dimensions).toContain(`${row.system}.${row.dimension}`);
    expect(row.name).toBe(models.get(row.model));
    expect(row.score).toBeGreaterThanOrEqual(0);
    expect(row.score).toBeLessThanOrEqual(1);
  }
});

test("a profile names every dimension of its systems", () => {
  const { profiles } = publishedProfile("GPT-4o");
  for (const system of builtInSystems)
    expect(Object.keys(profiles[system.id]).sort()).toEqual([...dimensionIds(system)].sort());
});

test("the January scale from -1 to 1 is brought to [0, 1]", () => {
  const { profiles } = publishedProfile("gpt-4o", { version: "static2024" });
  const values = Object.values(profiles.schwartz);
  // The lowest value of that release is -0.044 on its own scale.
  expect(Math.min(...values)).toBeGreaterThan(0.47);
  expect(profiles.llm_unique).toBeUndefined();
});

test("a placeholder is no score: Gemini-2.0-Pro has no current moral foundations", () => {
  expect(Object.keys(publishedProfile("Gemini-2.0-Pro").profiles)).toEqual([
    "schwartz",
    "safety",
    "llm_unique",
  ]);
  const placeholders = publishedScores.filter(
    (row) => row.placeholder && row.version === "current",
  );
  expect(placeholders.map((row) => [row.model, row.system, row.score])).toEqual(
    dimensionIds(valueSystem("mft")).map(() => ["gemini-2.0-pro", "mft", 0.35]),
  );
});

test("a model without scores in a release is told which models have them", () => {
  expect(() => publishedProfile("gpt-9")).toThrow(
    /^no published current scores of "gpt-9"; there are: gpt-4-turbo, .*gpt-4o/,
  );
  expect(() => publishedProfile("deepseek-r1", { version: "static2024" })).toThrow(RangeError);
});
