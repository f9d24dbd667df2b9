import { describe, expect, test } from "vitest";
import { factualItems, seedItems } from "../../src/facts/seeds.js";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";

const counts: Readonly<Record<string, number>> = {
  schwartz: 20,
  mft: 15,
  llm_unique: 12,
  safety: 18,
};

describe.each(builtInSystems.map((system) => [system.id, system] as const))(
  "the seeds of %s",
  (id, system) => {
    const seeds = seedItems(id);

    test("cover every dimension equally often, one dimension each", () => {
      expect(seeds).toHaveLength(counts[id]);
      expect(seeds.every(({ targets }) => targets.length === 1)).toBe(true);
      for (const dimension of dimensionIds(system)) {
        const covering = seeds.filter(({ targets }) => targets.includes(dimension));
        expect(covering).toHaveLength(counts[id] / system.dimensions.length);
      }
    });

    test("are open questions of 10 to 25 words, all different", () => {
      for (const { text } of seeds) {
        const words = text.split(" ").length;
        expect(words).toBeGreaterThanOrEqual(10);
        expect(words).toBeLessThanOrEqual(25);
        expect(text).toMatch(/^[A-Z].*\?$/);
      }
      expect(new Set(seeds.map(({ text }) => text)).size).toBe(seeds.length);
      expect(new Set(seeds.map(({ topic }) => topic)).size).toBe(seeds.length);
    });
  },
);

test("factual questions target no value", () => {
  const items = factualItems();
  expect(items).toHaveLength(12);
  expect(items.every(({ targets }) => targets.length === 0)).toBe(true);
  expect(new Set(items.map(({ topic }) => topic)).size).toBe(12);
});

test("a value system without seeds is named, with those that have some", () => {
  expect(() => seedItems("virtues")).toThrow(
    /"virtues" \(there are: schwartz, mft, llm_unique, safety\)/,
  );
  expect(() => seedItems("factual")).toThrow(/no seeds/);
});
