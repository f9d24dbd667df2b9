import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
} from "../../src/statistics/adjusted-p-values.js";
import { boardBootstrap } from "../../src/statistics/board-bootstrap.js";
import { bootstrapItems, drawResamples } from "../../src/statistics/bootstrap-items.js";
import { clusteredInterval } from "../../src/statistics/clustered-interval.js";
import { competitionRanks } from "../../src/statistics/competition-ranks.js";
import { designEffect } from "../../src/statistics/design-effect.js";
import { cliffsDelta, hedgesG } from "../../src/statistics/effect-sizes.js";
import { integrate } from "../../src/statistics/integrate.js";
import { itemMean, pooledMean } from "../../src/statistics/item-mean.js";
import { itemMeans } from "../../src/statistics/item-samples.js";
import { logBeta } from "../../src/statistics/log-beta.js";
import { pairedT, tailsOfStudent } from "../../src/statistics/paired-t.js";
import { quantile } from "../../src/statistics/quantile.js";
import { regularisedBeta } from "../../src/statistics/regularised-beta.js";
import { signFlipP } from "../../src/statistics/sign-flip-p.js";
import { signTestP } from "../../src/statistics/sign-test-p.js";
import {
  seClusterJackknife,
  seClusterRobust,
  seItems,
  seNaive,
} from "../../src/statistics/standard-errors.js";
import { studentQuantile } from "../../src/statistics/student-quantile.js";
import { wilson } from "../../src/statistics/wilson.js";
import { promisesTotality, total, wild } from "../house/totality.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;
const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
const sample = fc.double({ min: 0, max: 1, noNaN: true });
const equalItems = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 4 }))
  .chain(([items, samples]) => {
    const one = fc.array(sample, { minLength: samples, maxLength: samples });
    return fc.array(one, { minLength: items, maxLength: items });
  });

describe("corrections for many comparisons", () => {
  test("none is below the p-value, Bonferroni >= Holm >= BH, BY >= BH, and all keep the order", () => {
    fc.assert(
      fc.property(p, (values) => {
        const [bf, h, bh, by] = [bonferroni, holm, benjaminiHochberg, benjaminiYekutieli].map(
          (correct) => correct(values),
        );
        values.forEach((value, at) => {
          expect(bh[at]).toBeGreaterThanOrEqual(value - 1e-15);
          expect(h[at]).toBeGreaterThanOrEqual(bh[at] - 1e-15);
          expect(bf[at]).toBeGreaterThanOrEqual(h[at] - 1e-15);
          expect(by[at]).toBeGreaterThanOrEqual(bh[at] - 1e-15);
          for (const adjusted of [bf, h, bh, by])
            values.forEach((other, to) => {
              if (value < other) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[to]);
            });
        });
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test("a single test needs no correction, and no tests give no results", () => {
    for (const correct of [bonferroni, holm, benjaminiHochberg, benjaminiYekutieli]) {
      expect(correct([0.03])).toEqual([0.03]);
      expect(correct([])).toEqual([]);
    }
  });
});

describe("errors over items", () => {
  test("with as many samples everywhere the two means and the three clustered errors agree", () => {
    fc.assert(
      fc.property(equalItems, (items) => {
        expect(itemMean(items)).toBeCloseTo(pooledMean(items), 12);
        for (const error of [seClusterJackknife, seClusterRobust])
          expect(error(items)).toBeCloseTo(seItems(items), 12);
        const means = items.map((own) => itemMean([own]));
        expect(seItems(items)).toBeCloseTo(clusteredInterval(means).standardError ?? -1, 12);
      }),
      { numRuns: RUNS },
    );
  });

  test("equal samples have an error of exactly 0, one item has none", () => {
    const alike = [[0.1, 0.1], [0.1], [0.1, 0.1, 0.1]];
    for (const error of [seItems, seNaive, seClusterJackknife, seClusterRobust])
      expect(error(alike)).toBe(0);
    for (const error of [seItems, seClusterJackknife, seClusterRobust])
      expect(error([[0.2, 0.9]])).toBeNaN();
    expect(seNaive([[0.2, 0.9]])).toBeGreaterThan(0);
  });

  test("a high level costs no digits", () => {
    const low = [[0.25, 0.5], [0.75], [0.125, 0.25]];
    const high = low.map((own) => own.map((one) => one + 2 ** 30));
    for (const error of [seItems, seNaive, seClusterJackknife, seClusterRobust])
      expect(error(high)).toBeCloseTo(error(low), 12);
  });

  test("samples that repeat an item are worth what the design effect says", () => {
    const items = [
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
      [1, 1, 1],
    ];
    const inflation = (seItems(items) / seNaive(items)) ** 2;
    // The naive error divides by 11 in place of 3 x 3 + 2 for these twelve samples.
    expect(inflation * (9 / 11)).toBeCloseTo(designEffect(3, 1), 12);
  });

  test("the bootstrap's error comes near that of the items, and the same stream gives the same draws", () => {
    const random = stream("items");
    const items = Array.from({ length: 40 }, () => [random.next(), random.next()]);
    const resamples = drawResamples(40, { random: stream("draws") });
    expect(resamples).toEqual(drawResamples(40, { random: stream("draws") }));
    expect(resamples).toHaveLength(2000);
    const { standardError, mean } = bootstrapItems(items, { resamples });
    expect(standardError / seItems(items)).toBeCloseTo(Math.sqrt(39 / 40), 1);
    expect(mean).toBeCloseTo(itemMean(items), 2);
  });
});

describe("two examinees on shared items", () => {
  const pairs = fc.array(fc.tuple(sample, sample), { minLength: 2, maxLength: 12 });

  test("no p-value changes when the two change places, and each lies from 0 to 1", () => {
    fc.assert(
      fc.property(pairs, (both) => {
        const a = both.map(([one]) => one);
        const b = both.map(([, other]) => other);
        for (const test of [signFlipP, signTestP, (x: number[], y: number[]) => pairedT(x, y).p]) {
          const chance = test(a, b);
          expect(chance).toBeCloseTo(test(b, a), 12);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        expect(cliffsDelta(a, b)).toBeCloseTo(-cliffsDelta(b, a), 12);
        expect(pairedT(a, b).t).toBeCloseTo(-pairedT(b, a).t, 8);
      }),
      { numRuns: RUNS },
    );
  });

  test("random flips come near the exact share, and repeat with their stream", () => {
    const random = stream("pairs");
    const a = Array.from({ length: 16 }, () => random.next() + 0.2);
    const b = Array.from({ length: 16 }, () => random.next());
    const exact = signFlipP(a, b);
    // One more pair that hardly counts: now the flips are drawn.
    const drawn = () => signFlipP([...a, 1e-9], [...b, 0], { random: stream("flips") });
    expect(drawn()).toBeCloseTo(exact, 2);
    expect(drawn()).toBe(drawn());
    expect(() => signFlipP([...a, 1], [...b, 0])).toThrow(/random must be a stream beyond 16/);
    // Pairs that do not differ need no flip.
    expect(signFlipP([...a, 1], [...b, 1])).toBe(exact);
  });

  test("the ends of the paired test: one pair, no difference, the same difference", () => {
    const { NaN: undefined_ } = Number;
    expect(pairedT([1], [0])).toEqual({
      meanDifference: 1,
      standardError: undefined_,
      t: undefined_,
      freedom: 0,
      p: undefined_,
      dz: undefined_,
      pairs: 1,
    });
    expect(pairedT([1, 2], [1, 2])).toMatchObject({ t: undefined_, p: 1, standardError: 0 });
    expect(pairedT([1, 2], [0, 1])).toMatchObject({ t: Infinity, p: 0, dz: Infinity });
  });

  test("all flips of n differences leave p a whole number of 2^n-ths, at least two of them", () => {
    expect(signFlipP([1, 2, 3, 4, 5], [0, 0, 0, 0, 0])).toBe(2 / 32);
    expect(signTestP([1, 2, 3, 4, 5], [0, 0, 0, 0, 0])).toBeCloseTo(2 / 32, 14);
  });
});

describe("the functions underneath", () => {
  test("the beta function and its tails fit together", () => {
    const size = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(size, size, inside, (a, b, x) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        // B(a + 1, b) = B(a, b) a / (a + b)
        const step = logBeta(a, b) + Math.log(a) - Math.log(a + b);
        expect(logBeta(a + 1, b)).toBeCloseTo(step, 9);
        expect(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
      { numRuns: RUNS },
    );
  });

  test("Student's tails are those of the tables", () => {
    for (const [t, freedom] of [
      [12.706204736, 1],
      [2.262157163, 9],
      [1.96233908, 1000],
    ])
      expect(tailsOfStudent(t, freedom)).toBeCloseTo(0.05, 8);
  });

  test("equal ranks where values differ by rounding alone", () => {
    expect(competitionRanks([0.1 + 0.2, 0.3, 0.2]).map(({ rank }) => rank)).toEqual([1, 1, 3]);
    expect(competitionRanks([Number.NaN, 1]).map(({ rank }) => rank)).toEqual([null, 1]);
  });

  test("Wilson's interval mirrors when successes become failures", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), sample, (n, part) => {
        const successes = Math.round(part * n);
        expect(wilson(successes, n).low).toBeCloseTo(1 - wilson(n - successes, n).high, 12);
      }),
      { numRuns: RUNS },
    );
  });
});

type Lists = readonly number[][];
const ragged = fc.array(wild.numbers, { maxLength: 5 });
const oneItem = (items: Lists) => items.length === 1;
const oneSample = (items: Lists) => items.flat().length === 1;
const pairs = fc.array(fc.tuple(wild.number, wild.number), { maxLength: 6 });
const both = (list: [number, number][]) => [list.map(([a]) => a), list.map(([, b]) => b)] as const;
const differences = (list: [number, number][]) => list.map(([a, b]) => a - b);
const alike = (values: readonly number[]) => values.every((one) => one === values[0]);
/** Whether values scatter so little beside the largest that squares of their distances are 0. */
const flat = (values: readonly number[], far: number) =>
  values.every((one) => Math.abs(one - values[0]) < 1e-140 * far);
const far = (a: readonly number[], b: readonly number[]) =>
  Math.max(...[...a, ...b].map((one) => Math.abs(one - a[0])));

const cells = fc.option(fc.array(wild.share, { maxLength: 3 }));
const boards = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([examinees, dimensions, items]) => {
    const of = <T>(one: fc.Arbitrary<T>, length: number) =>
      fc.array(one, { minLength: length, maxLength: length });
    return of(of(of(cells, items), dimensions), examinees);
  });

promisesTotality("uncertainty", {
  boardBootstrap: total({
    of: (readings: (number[] | null)[][][], resamples: number, tail: number) =>
      boardBootstrap(readings, { random: stream("t"), resamples, tail }),
    inputs: [boards, fc.integer({ min: 0, max: 6 }), wild.share],
  }),
  itemMeans: total({ of: itemMeans, inputs: [ragged] }),
  itemMean: total({ of: itemMean, inputs: [ragged] }),
  pooledMean: total({ of: pooledMean, inputs: [ragged] }),
  seItems: total({ of: seItems, inputs: [ragged], undefinedWhen: oneItem }),
  seNaive: total({ of: seNaive, inputs: [ragged], undefinedWhen: oneSample }),
  seClusterJackknife: total({ of: seClusterJackknife, inputs: [ragged], undefinedWhen: oneItem }),
  seClusterRobust: total({ of: seClusterRobust, inputs: [ragged], undefinedWhen: oneItem }),
  bootstrapItems: total({
    of: (items: number[][], resamples: number[][]) => bootstrapItems(items, { resamples }),
    inputs: [ragged, fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { maxLength: 4 })],
    undefinedWhen: (_, resamples) => resamples.length === 1,
  }),
  drawResamples: total({
    of: (items: number, resamples: number) =>
      drawResamples(items, { random: stream("t"), resamples }),
    inputs: [fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 9 })],
  }),
  quantile: total({ of: quantile, inputs: [wild.numbers, wild.share] }),
  designEffect: total({ of: designEffect, inputs: [wild.number, wild.share] }),
  wilson: total({ of: wilson, inputs: [wild.number, wild.number] }),
  pairedT: total({
    of: (list: [number, number][]) => pairedT(...both(list)),
    inputs: [pairs],
    undefinedWhen: (list) => list.length === 1 || differences(list).every((one) => one === 0),
    infiniteWhen: (list) => alike(differences(list)),
  }),
  tailsOfStudent: total({
    of: tailsOfStudent,
    inputs: [wild.number, wild.number],
    undefinedWhen: (t) => Number.isNaN(t),
  }),
  signFlipP: total({
    of: (list: [number, number][]) => signFlipP(...both(list)),
    inputs: [pairs],
  }),
  signTestP: total({
    of: (list: [number, number][]) => signTestP(...both(list)),
    inputs: [pairs],
  }),
  hedgesG: total({
    of: hedgesG,
    inputs: [wild.numbers, wild.numbers],
    undefinedWhen: (a, b) =>
      a.length + b.length < 3 ||
      far(a, b) === 0 ||
      (a.length + b.length === 3 && flat(a, far(a, b)) && flat(b, far(a, b))),
    infiniteWhen: (a, b) => flat(a, far(a, b)) && flat(b, far(a, b)),
  }),
  cliffsDelta: total({ of: cliffsDelta, inputs: [wild.numbers, wild.numbers] }),
  bonferroni: total({ of: bonferroni, inputs: [wild.shares] }),
  holm: total({ of: holm, inputs: [wild.shares] }),
  benjaminiHochberg: total({ of: benjaminiHochberg, inputs: [wild.shares] }),
  benjaminiYekutieli: total({ of: benjaminiYekutieli, inputs: [wild.shares] }),
  logBeta: total({ of: logBeta, inputs: [wild.number, wild.number] }),
  regularisedBeta: total({
    of: regularisedBeta,
    inputs: [wild.share, wild.number, wild.number],
  }),
  integrate: total({
    of: (from: number, to: number) => integrate((x) => x / (1 + x * x), from, to, 1e-6),
    inputs: [
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
    ],
  }),
  clusteredInterval: total({
    of: (means: number[]) => clusteredInterval(means, { lowest: -1e200, highest: 1e200 }),
    inputs: [wild.numbers],
  }),
  studentQuantile: total({ of: studentQuantile, inputs: [wild.share, wild.number] }),
  competitionRanks: total({ of: competitionRanks, inputs: [wild.numbers] }),
});
