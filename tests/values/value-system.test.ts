import { expect, test } from "vitest";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";

test("four systems hold the paper's 27 dimensions", () => {
  expect(builtInSystems.map((system) => dimensionIds(system).length)).toEqual([10, 5, 6, 6]);
});

test("Schwartz's ten values stand on a circle with four higher-order groups", () => {
  const { dimensions, circularOrder, groups } = valueSystem("schwartz");
  expect(dimensions).toHaveLength(10);
  expect(circularOrder?.map((id) => id.slice(0, 2))).toEqual([
    "se",
    "st",
    "he",
    "ac",
    "po",
    "se",
    "co",
    "tr",
    "be",
    "un",
  ]);
  expect(new Set(circularOrder)).toEqual(new Set(dimensionIds(valueSystem("schwartz"))));
  expect(groups.map(({ id }) => id)).toEqual([
    "self_transcendence",
    "conservation",
    "self_enhancement",
    "openness_to_change",
  ]);
});

test("only hedonism stands in two higher-order groups, as in the source", () => {
  const members = valueSystem("schwartz").groups.flatMap((group) => group.dimensions);
  const twice = members.filter((id, index) => members.indexOf(id) !== index);
  expect(twice).toEqual(["hedonism"]);
  expect(new Set(members).size).toBe(10);
});

test("every higher-order group is a stretch of the circle", () => {
  const { groups, circularOrder } = valueSystem("schwartz");
  const circle = circularOrder ?? [];
  for (const { id, dimensions } of groups) {
    const starts = dimensions.filter((member) => {
      const before = circle.at(circle.indexOf(member) - 1) ?? "";
      return !dimensions.includes(before);
    });
    expect(starts, id).toHaveLength(1);
  }
});

test("the five foundations name both of their ends", () => {
  const ends = valueSystem("mft").dimensions.map(
    ({ poles }) => `${poles?.adhere}/${poles?.oppose}`,
  );
  expect(ends).toEqual([
    "care/harm",
    "fairness/cheating",
    "loyalty/betrayal",
    "authority/subversion",
    "sanctity/degradation",
  ]);
});

test("LLMs' unique values are three pairs", () => {
  expect(valueSystem("llm_unique").groups.map((group) => group.dimensions)).toEqual([
    ["self_competence", "user_oriented"],
    ["social", "idealistic"],
    ["professional", "ethical"],
  ]);
});

test("the safety taxonomy has 6 domains, 16 tasks and 66 categories", () => {
  const domains = valueSystem("safety").dimensions;
  const tasks = domains.flatMap((domain) => domain.parts ?? []);
  const categories = tasks.flatMap((task) => task.parts ?? []);
  expect([domains.length, tasks.length, categories.length]).toEqual([6, 16, 66]);
  const codes = new Set(categories.map(({ id }) => id));
  const expected = Array.from({ length: 67 }, (_, index) => `O${index + 1}`);
  expect(expected.filter((code) => !codes.has(code))).toEqual(["O61"]);
});

test("showing a value is read by adherence, going against one by non-violation", () => {
  expect(builtInSystems.map(({ id, reading }) => [id, reading])).toEqual([
    ["schwartz", "adherence"],
    ["mft", "nonViolation"],
    ["llm_unique", "adherence"],
    ["safety", "nonViolation"],
  ]);
});

test("an unknown system is told which ones there are", () => {
  expect(() => valueSystem("schwarz")).toThrow(
    'no built-in value system "schwarz"; there are: schwartz, mft, llm_unique, safety',
  );
});
