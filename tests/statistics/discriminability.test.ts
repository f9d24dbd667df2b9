import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IrtItem } from "../../src/statistics/discriminability/irt-curve.js";
import { irtInformation } from "../../src/statistics/discriminability/irt-information.js";
import { irtProbability } from "../../src/statistics/discriminability/irt-probability.js";
import { itemRest } from "../../src/statistics/discriminability/item-rest.js";
import { oneWayAnova } from "../../src/statistics/discriminability/one-way-anova.js";
import { signalShare } from "../../src/statistics/discriminability/signal-share.js";
import { testInformation } from "../../src/statistics/discriminability/test-information.js";
import { intraclassCorrelation } from "../../src/statistics/reliability/intraclass-correlation.js";
import { promisesTotality, total, wild } from "../house/totality.js";

type Table = number[][];

/** All the same but for the 12th digit. */
const alike = (numbers: readonly number[], size = Math.max(...numbers.map(Math.abs))) =>
  Math.max(...numbers) - Math.min(...numbers) <= 1e-12 * size;
const sizeOf = (table: Table) => Math.max(...table.flat().map(Math.abs));
const meansOf = (table: Table) =>
  table.map((row) => row.reduce((sum, x) => sum + x / row.length, 0));

const parameter = fc.oneof({ weight: 6, arbitrary: fc.double({ min: -5, max: 5 }) }, wild.number);
const item: fc.Arbitrary<IrtItem> = fc.record(
  {
    discrimination: parameter,
    difficulty: parameter,
    floor: fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0, max: 0.5 }) }, wild.share),
    ceiling: fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0.5, max: 1 }) }, wild.share),
  },
  { requiredKeys: ["discrimination", "difficulty"] },
);
const three = (of: fc.Arbitrary<number>) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.array(of, { minLength: 3, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(of, { maxLength: 4 }) },
  );

promisesTotality("discriminability", {
  oneWayAnova: total({
    of: oneWayAnova,
    inputs: [wild.table],
    undefinedWhen: (table: Table) =>
      table.length < 2 || table[0].length < 2 || alike(table.flat(), sizeOf(table)),
    infiniteWhen: (table: Table) =>
      table.every((row) => alike(row, sizeOf(table))) || alike(meansOf(table), sizeOf(table)),
  }),
  signalShare: total({
    of: signalShare,
    inputs: [
      three(wild.number),
      three(wild.share),
      three(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) }, wild.number)),
    ],
    undefinedWhen: (means) => alike(means),
  }),
  itemRest: total({
    of: itemRest,
    inputs: [wild.table, fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, wild.number)],
    undefinedWhen: (table: Table, at) => {
      const rest = table.map((row) => row.filter((_, place) => place !== at));
      const fromFirst = rest.map((row) => row.reduce((sum, x, k) => sum + x - rest[0][k], 0));
      if (table[0].length === 1) return true;
      return alike(table.map((row) => row[at])) || alike(fromFirst, sizeOf(rest) * rest[0].length);
    },
  }),
  irtProbability: total({ of: irtProbability, inputs: [parameter, item] }),
  irtInformation: total({ of: irtInformation, inputs: [parameter, item] }),
  testInformation: total({
    of: testInformation,
    inputs: [parameter, fc.array(item, { maxLength: 4 })],
    infiniteWhen: (ability, items) => items.every((one) => irtInformation(ability, one) === 0),
  }),
});

/** 10,000 cases each in full. */
const RUNS = { numRuns: process.env.VALUE_COMPASS_FULL ? 10_000 : 300 };
const grades = (rows: number, columns: number) =>
  fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

describe("identities of discriminability", () => {
  test("the analysis of variance holds the one-way intraclass correlations", () => {
    fc.assert(
      fc.property(grades(5, 3), (table) => {
        const { icc, reliability, betweenMeanSquare } = oneWayAnova(table);
        fc.pre(betweenMeanSquare > 0);
        const { oneWay, oneWayAverage } = intraclassCorrelation(table);
        expect(icc).toBeCloseTo(oneWay, 9);
        expect(reliability).toBeCloseTo(oneWayAverage, 9);
      }),
      RUNS,
    );
  });

  test("with equal counts the signal share is the reliability, not below 0", () => {
    fc.assert(
      fc.property(grades(5, 3), (table) => {
        const { reliability, betweenMeanSquare } = oneWayAnova(table);
        fc.pre(betweenMeanSquare > 0);
        const means = meansOf(table);
        const variances = table.map(
          (row, at) => row.reduce((sum, x) => sum + (x - means[at]) ** 2, 0) / 2,
        );
        const { share } = signalShare(means, variances, [3, 3, 3, 3, 3]);
        expect(share).toBeCloseTo(Math.max(0, reliability), 9);
      }),
      RUNS,
    );
  });

  test("of two items each is the other's rest", () => {
    fc.assert(
      fc.property(grades(6, 2), (table) => {
        const [first, second] = [itemRest(table, 0), itemRest(table, 1)];
        if (Number.isNaN(first)) expect(second).toBeNaN();
        else expect(first).toBeCloseTo(second, 12);
      }),
      RUNS,
    );
  });

  test("information is the squared slope of the curve over the variance of an answer", () => {
    const near = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(near, near, near, (ability, discrimination, difficulty) => {
        const one = { discrimination, difficulty, floor: 0.2, ceiling: 0.9 };
        const p = irtProbability(ability, one);
        const step = 1e-5;
        const slope =
          (irtProbability(ability + step, one) - irtProbability(ability - step, one)) / (2 * step);
        expect(irtInformation(ability, one)).toBeCloseTo(slope ** 2 / (p * (1 - p)), 7);
      }),
      RUNS,
    );
  });

  test("no ability learns more from a two-parameter item than the one at its difficulty", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (ability) => {
        const one = { discrimination: 1.7, difficulty: 0.3 };
        expect(irtInformation(ability, one)).toBeLessThanOrEqual(irtInformation(0.3, one));
      }),
      RUNS,
    );
  });
});

test("an item on which all score 0.8, but for the last digit, correlates with nothing", () => {
  const same = [0.8, 0.1 + 0.7, 0.3 + 0.5, 0.8];
  expect(new Set(same).size).toBeGreaterThan(1);
  const table = same.map((score, at) => [score, [1, 2, 3, 4.5][at]]);
  expect(itemRest(table, 0)).toBeNaN();
  expect(oneWayAnova(same.map((score) => [score, 0.8])).f).toBeNaN();
});
