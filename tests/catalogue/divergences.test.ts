import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arranged } from "../../src/catalogue/arranged.js";
import { angularDivergence } from "../../src/catalogue/arranged-divergences.js";
import { divergence, divergences, registerDivergence } from "../../src/catalogue/divergences.js";
import type { ParameterValues } from "../../src/catalogue/entry.js";
import { itemTerms } from "../../src/information/item-terms.js";
import { stream } from "../../src/random/stream.js";
import { ArgumentError } from "../../src/statistics/argument-error.js";
import { promisesTotality, total, wild } from "../house/totality.js";
import { cube, profiles } from "../information/wild-replies.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 2_000 : 150;

const builtIn = [...divergences];
const named = builtIn.map((entry) => [entry.id, entry] as const);
type Rows = number[][];

promisesTotality(
  "choices for D",
  Object.fromEntries(
    named.map(([id, { of }]) => [
      id,
      total({
        of: (rows: Rows, weights: number[] | null) => of(rows, weights),
        inputs: [profiles, wild.weights as fc.Arbitrary<number[] | null>],
      }),
    ]),
  ),
);

promisesTotality(
  "choices for D from replies",
  Object.fromEntries(
    builtIn.flatMap(({ id, ofSamples }) =>
      ofSamples
        ? [
            [
              id,
              total({
                of: (posteriors: number[][][]) => ofSamples(posteriors, null),
                inputs: [cube],
                undefinedWhen: (posteriors) =>
                  posteriors.filter((replies) => replies.length > 1).length < 2,
              }),
            ],
          ]
        : [],
    ),
  ),
);

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const panel = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, count]) =>
    fc.tuple(
      fc.array(
        fc.array(fc.oneof(unit, fc.constantFrom(0, 1)), { minLength: count, maxLength: count }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
      fc.option(
        fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
    ),
  );

/** Every corner of an entry's parameters, and the usual values. */
function cornersOf({ parameters }: (typeof builtIn)[number]): ParameterValues[] {
  const corners = parameters.reduce<ParameterValues[]>(
    (all, { id, lowest, highest }) =>
      all.flatMap((values) => [lowest, highest].map((value) => ({ ...values, [id]: value }))),
    [{}],
  );
  return parameters.length === 0 ? corners : [{}, ...corners];
}

describe.each(named)("%s", (id, entry) => {
  test(`lies between 0 and its maximum, whatever its parameters (${RUNS} random panels each)`, () => {
    for (const values of cornersOf(entry)) {
      const { of, maximum } = divergence(id, values);
      fc.assert(
        fc.property(panel, ([rows, weights]) => {
          const value = of(rows, weights);
          const most = maximum({ examinees: rows.length, dimensions: rows[0].length });
          expect(most).toBeGreaterThan(0);
          expect(most).toBeLessThan(Infinity);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-12);
        }),
        { numRuns: RUNS },
      );
    }
  });

  test("reaches its maximum, and is 0 when all are alike", () => {
    const alike = [0.3, 0.2, 0.9, 0, 1, 0.1, 0.1, 0.5, 0.4, 0.6];
    for (const values of cornersOf(entry)) {
      const { of, maximum } = divergence(id, values);
      const rows = furthest(id);
      const most = maximum({ examinees: rows.length, dimensions: 10 });
      expect(Math.abs(of(rows, null) - most)).toBeLessThanOrEqual(1e-9 * most);
      expect(of([alike, alike, alike], null)).toBeCloseTo(0, 12);
    }
  });

  test("an examinee of weight 0 is not there, and examinees may come in any order", () => {
    fc.assert(
      fc.property(panel, ([rows, weights]) => {
        const given = weights ?? rows.map(() => 1);
        const value = entry.of(rows, given);
        const scale = 1e-9 * (1 + Math.abs(value));
        const more = entry.of([...rows, rows[0].map(() => 1)], [...given, 0]);
        expect(Math.abs(more - value)).toBeLessThan(scale);
        const back = entry.of(rows.toReversed(), given.toReversed());
        expect(Math.abs(back - value)).toBeLessThan(scale);
      }),
      { numRuns: RUNS },
    );
  });

  test("is told in full", () => {
    for (const text of [entry.name, entry.meaning, entry.formula, entry.unit, entry.source])
      expect(text.length).toBeGreaterThan(2);
    expect(entry.range).toMatch(/^0 /);
    expect(entry.domain).toMatch(/smooth|neighbour|order|expectation/);
    expect(entry.meaning).toMatch(/^[A-Z].*\.$/);
  });
});

/** Profiles over ten dimensions that no others are further apart than. */
function furthest(id: string): number[][] {
  const only = (at: number) => Array.from({ length: 10 }, (_, k) => Number(k === at));
  // On coins two examinees differ most when one shows everything and the other nothing.
  if (!id.endsWith("-shares")) return [only(0).map(() => 1), only(0).map(() => 0)];
  if (id === "line-wasserstein-shares") return [only(0), only(9)];
  if (id.startsWith("circular")) return [only(0), only(5)];
  if (/^(jensen|variance)/.test(id)) return Array.from({ length: 10 }, (_, k) => only(k));
  return [only(0), only(1)];
}

test("ids are unique, and the first is the default", () => {
  const ids = builtIn.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 3)).toEqual(["jensen-shannon", "total-variation", "variance"]);
});

describe("shares and coins", () => {
  test("shares do not care how much an examinee shows in all; coins do", () => {
    const loud = [
      [0.2, 0.4],
      [0.4, 0.8],
    ];
    expect(divergence("hellinger-shares").of(loud, null)).toBeCloseTo(0, 12);
    expect(divergence("hellinger").of(loud, null)).toBeGreaterThan(0.1);
  });

  test("a profile of zeros shows even shares", () => {
    const { of } = divergence("total-variation-shares");
    expect(
      of(
        [
          [0, 0],
          [0.5, 0.5],
        ],
        null,
      ),
    ).toBe(0);
  });

  test("coin forms of what the written ones compute agree with them", () => {
    const random = stream("coins");
    const rows = Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => random.next()));
    const weights = [1, 2, 3, 4, 5];
    // Tsallis of order 1 is Shannon, of order 2 counts both sides of a coin; TV is that of one side.
    const tsallis = (order: number) => divergence("jensen-tsallis", { order }).of(rows, weights);
    expect(tsallis(1)).toBeCloseTo(divergence("jensen-shannon").of(rows, weights), 12);
    expect(tsallis(2)).toBeCloseTo(2 * divergence("variance").of(rows, weights), 12);
  });
});

describe("divergences that know neighbours", () => {
  const only = (at: number) => Array.from({ length: 4 }, (_, k) => Number(k === at));

  test("tell a small change from a large one", () => {
    const { of } = divergence("circular-wasserstein-shares");
    expect(of([only(0), only(3)], null)).toBe(1);
    expect(of([only(0), only(2)], null)).toBe(2);
    expect(divergence("line-wasserstein-shares").of([only(0), only(3)], null)).toBe(3);
  });

  test("see the dimensions of a system in the order of its circle, however they are listed", () => {
    const system = {
      ...{ id: "own", name: "own", source: "", reading: "adherence" as const, groups: [] },
      dimensions: ["a", "b", "c", "d"].map((id) => ({ id, name: id, definition: id })),
      circularOrder: ["a", "c", "b", "d"],
    };
    const chosen = divergence("circular-wasserstein-shares");
    expect(arranged(chosen, system).of([only(0), only(1)], null)).toBe(2);
    expect(arranged(chosen, system).of([only(0), only(2)], null)).toBe(1);
    expect(arranged(chosen, { ...system, circularOrder: null })).toBe(chosen);
    const blind = divergence("hellinger-shares");
    expect(arranged(blind, system)).toBe(blind);
  });

  test("can be given a circle of one's own", () => {
    const wedges = angularDivergence("own-wedges", [0, 90, 90, 180]);
    expect(wedges.of([only(1), only(2)], null)).toBe(0);
    expect(wedges.of([only(0), only(3)], null)).toBe(
      wedges.maximum({ examinees: 2, dimensions: 4 }),
    );
    expect(wedges.settings).toEqual({ "angle-1": 0, "angle-2": 90, "angle-3": 90, "angle-4": 180 });
    expect(() =>
      wedges.of(
        [
          [1, 0],
          [0, 1],
        ],
        null,
      ),
    ).toThrow(ArgumentError);
  });
});

describe("the unbiased squared distance as D", () => {
  const D = divergence("squared-distance");
  const about = {
    ...{ divergence: D, elicitation: { id: "none", of: () => 0, maximum: () => 1 } },
    ...{ baseline: [0, 0], alpha: 0, clip: 0.02 },
  };

  test("is the separation, has no null subtracted, and leaves out who gave one reply", () => {
    const random = stream("replies");
    const posteriors = Array.from({ length: 4 }, () =>
      Array.from({ length: 3 }, () => [random.next(), random.next()]),
    );
    const terms = itemTerms({ ...about, posteriors, random: stream("null") });
    expect(terms.informativeness).toBe(terms.informativenessRaw);
    expect(terms.informativeness).toBeCloseTo(terms.separation, 12);
    const withSingle = itemTerms({
      ...about,
      posteriors: [...posteriors, [[1, 1]]],
      random: stream("null"),
    });
    expect(withSingle.informativeness).toBeCloseTo(terms.informativeness, 12);
    expect(
      itemTerms({ ...about, posteriors: [[[1, 1]], [[0, 0]]], random }).informativeness,
    ).toBeNaN();
  });

  test("ranks noisy items by their true distance better than plug-in Jensen-Shannon", () => {
    const random = stream("ranking");
    const items = Array.from({ length: 300 }, () => {
      const spread = random.next();
      const shares = Array.from({ length: 5 }, () => {
        const raw = Array.from({ length: 10 }, () => random.next() ** (1 + 6 * spread));
        const sum = raw.reduce((all, one) => all + one, 0);
        return raw.map((one) => one / sum);
      });
      const draw = (p: readonly number[]) => {
        let left = random.next();
        const at = p.findIndex((one) => {
          left -= one;
          return left < 0;
        });
        return p.map((_, k) => Number(k === (at < 0 ? p.length - 1 : at)));
      };
      return { shares, replies: shares.map((p) => [draw(p), draw(p), draw(p)]) };
    });
    const truth = items.map(({ shares }) => divergence("jensen-shannon-shares").of(shares, null));
    const means = (replies: number[][][]) =>
      replies.map((own) => own[0].map((_, k) => own.reduce((sum, row) => sum + row[k], 0) / 3));
    const plugin = items.map(({ replies }) =>
      divergence("jensen-shannon-shares").of(means(replies), null),
    );
    const unbiased = items.map(
      ({ replies }) => divergence("squared-distance-shares").ofSamples?.(replies, null) ?? 0,
    );
    expect(agreement(unbiased, truth)).toBeGreaterThan(agreement(plugin, truth));
  });
});

/** The share of pairs that two lists put in the same order. */
function agreement(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  let pairs = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      pairs++;
      same += Number(Math.sign(a[i] - a[j]) === Math.sign(b[i] - b[j]));
    }
  return same / pairs;
}

describe("a divergence of one's own", () => {
  const about = {
    ...{ name: "Own", meaning: "", formula: "", unit: "", range: "", domain: "", source: "" },
    parameters: [],
  };

  test("is listed and found by its id; an id is taken once", () => {
    const own = { ...about, id: "own-gap", of: () => 0.5, maximum: () => 1 };
    registerDivergence(own);
    expect(divergences).toContain(own);
    expect(divergence("own-gap")).toBe(own);
    expect(() => registerDivergence(own)).toThrow("taken already");
    expect(() => registerDivergence({ ...own, id: "Own Gap" })).toThrow("lower-case words");
  });

  test("must be whole: with parameters it says how it is tuned by them", () => {
    const order = { id: "order", name: "", meaning: "", lowest: 0, highest: 1, usual: 0 };
    const entry = { ...about, id: "own-dial", of: () => 0, maximum: () => 1, parameters: [order] };
    expect(() => registerDivergence(entry)).toThrow(ArgumentError);
    registerDivergence({
      ...entry,
      tuned: (values) => ({ of: () => values.order, maximum: () => 1 }),
    });
    expect(divergence("own-dial", { order: 0.5 }).of([[1]], null)).toBe(0.5);
    expect(divergence("own-dial", { order: 0.5 }).settings).toEqual({ order: 0.5 });
  });
});
