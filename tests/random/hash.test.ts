import fc from "fast-check";
import { expect, test } from "vitest";
import { hash128, hashName } from "../../src/random/hash.js";

test("the same words always have the same name, now and in later releases", () => {
  expect(hashName("value")).toMatchInlineSnapshot(`"5c16dae7745ff9f4"`);
  expect(hashName("")).toMatchInlineSnapshot(`"027ae52ecfc79621"`);
});

test("50,000 texts that differ in a number have 50,000 names", () => {
  const names = Array.from({ length: 50_000 }, (_, index) => hashName(`item ${index}`));
  expect(new Set(names).size).toBe(50_000);
});

test("a name is 16 hexadecimal digits, also for text beyond ASCII", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(hashName(text)).toMatch(/^[0-9a-f]{16}$/);
      expect(hash128(text)).toHaveLength(4);
    }),
  );
});

test("each of the four words changes about half of its bits when one letter changes", () => {
  const flips = [0, 0, 0, 0];
  const texts = 500;
  for (let index = 0; index < texts; index++) {
    const before = hash128(`a reply, number ${index}, and more`);
    const after = hash128(`a reply, number ${index}, ant more`);
    for (let word = 0; word < 4; word++)
      flips[word] += (before[word] ^ after[word]).toString(2).replace(/[^1]/g, "").length / texts;
  }
  for (const bits of flips) {
    expect(bits).toBeGreaterThan(12);
    expect(bits).toBeLessThan(20);
  }
});
