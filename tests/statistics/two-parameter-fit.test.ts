import { expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { irtProbability } from "../../src/statistics/discriminability/irt-probability.js";
import { twoParameterFit } from "../../src/statistics/discriminability/two-parameter-fit.js";
import { pearson } from "../../src/statistics/pearson.js";

test("finds planted items and abilities again, from 40 examinees and ten replies", () => {
  const random = stream("two-parameter", 1);
  const items = Array.from({ length: 30 }, () => ({
    discrimination: Math.exp(0.5 * random.normal()),
    difficulty: random.normal(),
  }));
  const abilities = Array.from({ length: 40 }, () => random.normal());
  const counts = abilities.map((ability) =>
    items.map((item) => {
      const p = irtProbability(ability, item);
      return {
        shown: Array.from({ length: 10 }, () => random.next() < p).filter(Boolean).length,
        of: 10,
      };
    }),
  );
  const fit = twoParameterFit(counts);
  expect(pearson(fit.abilities, abilities)).toBeGreaterThan(0.97);
  const of = <K extends "difficulty" | "discrimination">(key: K, all: typeof items) =>
    all.map((item) => item[key]);
  expect(pearson(of("difficulty", [...fit.items]), of("difficulty", items))).toBeGreaterThan(0.95);
  expect(
    pearson(of("discrimination", [...fit.items]), of("discrimination", items)),
  ).toBeGreaterThan(0.85);
  expect(fit.steps).toBeLessThan(5000);
});

test("stays finite where everybody always or never shows the value, and where nobody was asked", () => {
  const always = [
    [
      { shown: 5, of: 5 },
      { shown: 0, of: 5 },
      { shown: 0, of: 0 },
    ],
  ];
  const fit = twoParameterFit([...always, ...always]);
  for (const { discrimination, difficulty } of fit.items)
    expect(Number.isFinite(discrimination) && Number.isFinite(difficulty)).toBe(true);
  expect(fit.items[0].difficulty).toBeLessThan(fit.items[1].difficulty);
  expect(twoParameterFit([])).toEqual({ items: [], abilities: [], steps: 1 });
});
