import fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseState,
  readNames,
  readNumbers,
  stateHash,
  writeNames,
  writeNumbers,
} from "../../src/dashboard/site/site-state.js";

const names = fc.string({ minLength: 1 });

test("an address gives back the state that it was made of", () => {
  const letters = fc.constantFrom("m", "rule", "w", "q", "sort");
  fc.assert(
    fc.property(
      fc.dictionary(letters, fc.string({ minLength: 1, unit: "grapheme" })),
      (choices) => {
        const state = { view: "board", choices: { ...choices } };
        expect(parseState(stateHash(state))).toEqual(state);
      },
    ),
  );
});

test("names and numbers of any dimension survive the address", () => {
  fc.assert(
    fc.property(fc.uniqueArray(names), (list) => {
      expect(readNames(writeNames(list))).toEqual(list);
    }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(names, fc.integer({ min: -9, max: 9 }), { noNullPrototype: true }),
      (given) => {
        expect(readNumbers(writeNumbers(given))).toEqual(given);
      },
    ),
  );
});

test.each([
  "",
  "#",
  "#title",
  "#/",
  "#/BOARD",
  "#/board?%E0%A4%A",
  "#/x?__proto__=1&w=a:NaN,b:1e9,:3",
])("an address that says nothing sensible is no error: %s", (hash) => {
  const { choices } = parseState(hash);
  expect(Object.values(readNumbers(choices.w)).every(Number.isFinite)).toBe(true);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
