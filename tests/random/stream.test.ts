import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";

const draws = (count: number, ...key: (string | number)[]) => {
  const random = stream(...key);
  return Array.from({ length: count }, () => random.next());
};

test("the same key gives the same numbers, whatever was drawn elsewhere in between", () => {
  const alone = draws(20, 7, "reply", "item-1", 0);
  const first = stream(7, "reply", "item-1", 0);
  const other = stream(7, "reply", "item-2", 0);
  const interleaved = Array.from({ length: 20 }, () => {
    other.next();
    other.normal();
    return first.next();
  });
  expect(interleaved).toEqual(alone);
});

test("a number never changes between releases", () => {
  expect(draws(3, 7, "reply", "item-1", 0)).toMatchInlineSnapshot(`
    [
      0.3394697275944054,
      0.3614998070988804,
      0.06577308825217187,
    ]
  `);
});

test("keys that differ in one place, or in where their parts end, share no number", () => {
  const keys = [
    [7, "reply", "item-1", 0],
    [8, "reply", "item-1", 0],
    [7, "verdict", "item-1", 0],
    [7, "reply", "item-2", 0],
    [7, "reply", "item-1", 1],
    [7, "reply", "item-", 10],
    [7, "replyitem-1", 0],
    [7, "reply", "item-1"],
  ];
  const numbers = keys.flatMap((key) => draws(5, ...key));
  expect(new Set(numbers).size).toBe(keys.length * 5);
});

test("numbers fill [0, 1) evenly", () => {
  const numbers = draws(20_000, "uniform");
  const bins = new Array(20).fill(0);
  for (const number of numbers) bins[Math.floor(number * 20)] += 1;
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  // Chi-squared with 19 degrees of freedom exceeds 43.8 once in a thousand.
  const chiSquared = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquared).toBeLessThan(43.8);
});

test("first numbers of neighbouring keys are as even as one stream, and unrelated", () => {
  const firsts = Array.from({ length: 20_000 }, (_, sample) => stream(1, "sample", sample).next());
  const mean = firsts.reduce((sum, number) => sum + number, 0) / firsts.length;
  // The standard error is 0.0020.
  expect(mean).toBeGreaterThan(0.492);
  expect(mean).toBeLessThan(0.508);
  const pairs = firsts.slice(1).map((number, index) => (number - 0.5) * (firsts[index] - 0.5));
  const correlation = (12 * pairs.reduce((sum, product) => sum + product, 0)) / pairs.length;
  expect(Math.abs(correlation)).toBeLessThan(0.03);
});

test("normal draws have mean 0, deviation 1 and no heavy tails", () => {
  const random = stream("normal");
  const numbers = Array.from({ length: 20_000 }, () => random.normal());
  const moment = (power: number) =>
    numbers.reduce((sum, number) => sum + number ** power, 0) / numbers.length;
  expect(moment(1)).toBeCloseTo(0, 1);
  expect(moment(2)).toBeCloseTo(1, 1);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.25);
  expect(numbers.every(Number.isFinite)).toBe(true);
});

describe("whole numbers, picks and shuffles", () => {
  test("stay inside their bounds and reach every entry", () => {
    const random = stream("bounds");
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const picked = new Set(Array.from({ length: 100 }, () => random.pick(["a", "b", "c"])));
    expect(picked.size).toBe(3);
    expect(random.integer(1)).toBe(0);
  });

  test("refuse a draw from nothing", () => {
    const random = stream("nothing");
    expect(() => random.pick([])).toThrow("a draw needs at least one possibility: 0");
    expect(() => random.integer(0)).toThrow(RangeError);
    expect(() => random.integer(Number.NaN)).toThrow(RangeError);
  });

  test("a shuffle keeps every entry and leaves its input alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (entries, seed) => {
        const input = Object.freeze([...entries]);
        const shuffled = stream(seed).shuffle(input);
        expect([...shuffled].sort()).toEqual([...entries].sort());
      }),
    );
  });

  test("a shuffle gives every order its share", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = stream(seed, "shuffle").shuffle(["a", "b", "c"]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 1000 expected with a standard deviation of 29.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
