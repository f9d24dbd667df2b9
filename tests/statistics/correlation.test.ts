import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stream, stream } from "../../src/random/stream.js";
import { centre } from "../../src/statistics/centre.js";
import { cosine } from "../../src/statistics/cosine.js";
import { fisherInterval } from "../../src/statistics/fisher-interval.js";
import { kendallTauB } from "../../src/statistics/kendall-tau-b.js";
import { pearson } from "../../src/statistics/pearson.js";
import { ranks } from "../../src/statistics/ranks.js";
import { scaledDeviations } from "../../src/statistics/scaled-deviations.js";
import { spearman } from "../../src/statistics/spearman.js";
import { spearmanPermutationP } from "../../src/statistics/spearman-permutation-p.js";
import { zScore } from "../../src/statistics/z-score.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const runs = { numRuns: FULL ? 10_000 : 500, seed: 7 };

type Pair = { readonly x: number[]; readonly y: number[] };

/** Two lists, mostly of one length. */
const wildPair: fc.Arbitrary<Pair> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.tuple(wild.number, wild.number), { maxLength: 7 }).map((rows) => ({
      x: rows.map(([x]) => x),
      y: rows.map(([, y]) => y),
    })),
  },
  { weight: 1, arbitrary: fc.record({ x: wild.numbers, y: wild.numbers }) },
);
const isConstant = (values: readonly number[]) => values.every((value) => value === values[0]);
const oneIsConstant = ({ x, y }: Pair) => isConstant(x) || isConstant(y);
const isZero = (values: readonly number[]) => values.every((value) => value === 0);

const ofPair = (of: (x: number[], y: number[]) => number, undefinedWhen: (pair: Pair) => boolean) =>
  total({ of: ({ x, y }: Pair) => of(x, y), inputs: [wildPair], undefinedWhen });

promisesTotality("correlation", {
  pearson: ofPair(pearson, oneIsConstant),
  spearman: ofPair(spearman, oneIsConstant),
  kendallTauB: ofPair(kendallTauB, oneIsConstant),
  spearmanPermutationP: ofPair(spearmanPermutationP, oneIsConstant),
  cosine: ofPair(cosine, ({ x, y }) => isZero(x) || isZero(y)),
  centre: total({ of: centre, inputs: [wild.numbers] }),
  ranks: total({ of: ranks, inputs: [wild.numbers] }),
  zScore: total({ of: zScore, inputs: [wild.numbers], undefinedWhen: isConstant }),
  fisherInterval: total({ of: fisherInterval, inputs: [wild.number, wild.number] }),
});

/** Two lists of some length with whole numbers, so that ties are common. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), {
    minLength: 3,
    maxLength: 12,
  })
  .map((rows) => ({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) }))
  .filter((pair) => !oneIsConstant(pair));

const measures = { pearson, spearman, kendallTauB };

describe("a correlation", () => {
  test.each(Object.entries(measures))("%s lies between -1 and 1 and is 1 with itself", (_, of) => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        expect(Math.abs(of(x, y))).toBeLessThanOrEqual(1);
        expect(of(x, x)).toBe(1);
        expect(of(x, y)).toBe(of(y, x));
      }),
      runs,
    );
  });

  test.each(Object.entries(measures))("%s does not mind the order of the pairs", (_, of) => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        expect(of(x.toReversed(), y.toReversed())).toBeCloseTo(of(x, y), 13);
      }),
      runs,
    );
  });

  test.each(Object.entries(measures))("%s turns its sign with one of the lists", (_, of) => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const turned = y.map((value) => -value);
        expect(of(x, turned)).toBeCloseTo(-of(x, y), 13);
      }),
      runs,
    );
  });

  test("by rank stays the same under any stretching that keeps the order", () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const stretched = x.map((value) => Math.exp(value) + value ** 3);
        expect(spearman(stretched, y)).toBe(spearman(x, y));
        expect(kendallTauB(stretched, y)).toBe(kendallTauB(x, y));
      }),
      runs,
    );
  });

  test("by Pearson stays the same under a change of unit and level, however large", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(1e-300, 1e-9, 7, 1e90), ({ x, y }, unit) => {
        const moved = x.map((value) => value * unit);
        expect(pearson(moved, y)).toBeCloseTo(pearson(x, y), 12);
        const lifted = x.map((value) => value + 2 ** 40);
        expect(pearson(lifted, y)).toBeCloseTo(pearson(x, y), 12);
      }),
      runs,
    );
  });

  test("by Pearson is the cosine after centring, and the mean product of z-scores", () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        expect(cosine(centre(x), centre(y))).toBeCloseTo(pearson(x, y), 12);
        const other = zScore(y);
        const products = zScore(x).reduce((sum, value, at) => sum + value * other[at], 0);
        expect(products / (x.length - 1)).toBeCloseTo(pearson(x, y), 12);
      }),
      runs,
    );
  });
});

test("the plain cosine calls opposite profiles alike, which is why it is not used", () => {
  const profile = [52, 37, 29, 50, 29, 64, 46, 44, 58, 72];
  const opposite = profile.map((value) => 100 - value);
  expect(cosine(profile, opposite)).toBeGreaterThan(0.8);
  expect(pearson(profile, opposite)).toBeCloseTo(-1, 12);
});

test("a constant that binary fractions cannot hold is still constant", () => {
  const constant = new Array<number>(7).fill(0.1);
  expect(scaledDeviations(constant)).toBe(null);
  expect(centre(constant)).toEqual(constant.map(() => 0));
  expect(pearson(constant, [1, 2, 3, 4, 5, 6, 7])).toBeNaN();
});

describe("ranks", () => {
  test("sum to n (n + 1) / 2 with any ties", () => {
    fc.assert(
      fc.property(pairs, ({ x }) => {
        const sum = ranks(x).reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((x.length * (x.length + 1)) / 2);
      }),
      runs,
    );
  });
});

function swapped(order: readonly number[], random: Stream): number[] {
  const [a, b] = [random.integer(order.length), random.integer(order.length)];
  return order.with(a, order[b]).with(b, order[a]);
}

describe("the exact test of a rank correlation", () => {
  test("counts both directions: opposite orders are as strong", () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const turned = y.map((value) => -value);
        expect(spearmanPermutationP(x, turned)).toBe(spearmanPermutationP(x, y));
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test("of ten values puts the 5 % line at |rho| = 0.648", () => {
    const order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const near = [4, 1, 2, 3, 7, 10, 5, 6, 9, 8];
    const random = stream(7, "orders");
    // Half of the orders start close to the line, where a mistake would show.
    for (let draw = 0; draw < 60; draw++) {
      const other = draw % 2 === 0 ? random.shuffle(order) : swapped(near, random);
      const isStrong = Math.abs(spearman(order, other)) >= 0.6484848484;
      expect(spearmanPermutationP(order, other) <= 0.05).toBe(isStrong);
    }
  });

  test("refuses lists too long to count, and says the limit", () => {
    const long = Array.from({ length: 13 }, (_, at) => at);
    expect(() => spearmanPermutationP(long, long)).toThrow("x must hold at most 12 numbers: 13");
  });
});

describe("Fisher's interval", () => {
  const correlation = fc.double({ min: -1, max: 1, noNaN: true });

  test("holds its correlation, and narrows as pairs are added", () => {
    fc.assert(
      fc.property(correlation, fc.integer({ min: 4, max: 500 }), (r, n) => {
        const { low, high } = fisherInterval(r, n);
        expect(low).toBeLessThanOrEqual(r + 1e-15);
        expect(high).toBeGreaterThanOrEqual(r - 1e-15);
        const more = fisherInterval(r, n + 1);
        expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-15);
      }),
      runs,
    );
  });

  test("mirrors with the sign of the correlation", () => {
    fc.assert(
      fc.property(correlation, (r) => {
        expect(fisherInterval(-r, 10).low).toBeCloseTo(-fisherInterval(r, 10).high, 14);
      }),
      runs,
    );
  });
});
