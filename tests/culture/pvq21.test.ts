import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centredScores } from "../../src/culture/centred-scores.js";
import { pvq21Centred, pvq21Key } from "../../src/culture/pvq21-centred.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { dimensionIds } from "../../src/values/value-system.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const runs = { numRuns: FULL ? 10_000 : 500, seed: 7 };

const code = fc.integer({ min: 1, max: 6 });
const answers = fc.array(code, { minLength: 21, maxLength: 21 });
const answersWithGaps = fc.array(fc.oneof({ weight: 4, arbitrary: code }, fc.constant(null)), {
  minLength: 21,
  maxLength: 21,
});
const wildAnswers = fc.array(fc.oneof(wild.number, fc.constant(null)), { maxLength: 6 });

promisesTotality("questionnaires", {
  centredScores: total({
    of: (given: (number | null)[], items: number[], from: number | null) =>
      centredScores(given, { first: items, last: [given.length] }, from),
    inputs: [
      wildAnswers,
      fc.oneof(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }), wild.numbers),
      fc.oneof(fc.constant(null), wild.number),
    ],
  }),
  pvq21Centred: total({
    of: pvq21Centred,
    inputs: [
      fc.oneof({ weight: 4, arbitrary: answersWithGaps }, { weight: 1, arbitrary: wildAnswers }),
    ],
  }),
});

describe("the PVQ-21", () => {
  test("asks each of its 21 items for one of the ten values, universalism three times", () => {
    const items = Object.values(pvq21Key).flat();
    expect(items.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    expect(Object.keys(pvq21Key).sort()).toEqual([...dimensionIds(valueSystem("schwartz"))].sort());
    expect(pvq21Key.universalism).toHaveLength(3);
  });

  test("gives ten zeros to someone who answers everything alike", () => {
    fc.assert(
      fc.property(code, (same) => {
        const scores = Object.values(pvq21Centred(new Array<number>(21).fill(same)));
        expect(scores).toEqual(new Array(10).fill(0));
      }),
      runs,
    );
  });

  test("balances: over all items the centred answers sum to 0", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = pvq21Centred(given);
        const weighed = Object.entries(pvq21Key).map(
          ([value, items]) => items.length * (scores[value] ?? Number.NaN),
        );
        expect(weighed.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 12);
      }),
      runs,
    );
  });

  test("scores higher what is more like the person, though the survey codes it lower", () => {
    const given: number[] = new Array<number>(21).fill(3);
    for (const item of pvq21Key.benevolence) given[item - 1] = 1;
    const scores = pvq21Centred(given);
    expect(scores.benevolence).toBeGreaterThan(1.5);
    expect(scores.power).toBeLessThan(0);
  });

  test("leaves a gap a gap: a value no item of which was answered has no score", () => {
    fc.assert(
      fc.property(answersWithGaps, (given) => {
        const scores = pvq21Centred(given);
        for (const [value, items] of Object.entries(pvq21Key)) {
          const isBare = items.every((item) => given[item - 1] === null);
          expect(scores[value] === null).toBe(isBare);
        }
      }),
      runs,
    );
  });

  test.each([
    [
      "a code that is none",
      new Array<number>(21).fill(7),
      "answers[0] must be a whole number from 1 to 6: 7",
    ],
    ["too few answers", [1, 2], "answers must hold 21 answers: [1,2]"],
  ])("refuses %s", (_, given, message) => {
    expect(() => pvq21Centred(given)).toThrow(message);
  });
});
