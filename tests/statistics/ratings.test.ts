import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { averageOverOrders } from "../../src/statistics/ratings/average-over-orders.js";
import { bradleyTerry } from "../../src/statistics/ratings/bradley-terry.js";
import { compareScores } from "../../src/statistics/ratings/compare-scores.js";
import { elo } from "../../src/statistics/ratings/elo.js";
import { eloRatings } from "../../src/statistics/ratings/elo-ratings.js";
import { millsRatio, normalBelow } from "../../src/statistics/ratings/mills-ratio.js";
import type { Rating } from "../../src/statistics/ratings/rating.js";
import { trueSkill } from "../../src/statistics/ratings/true-skill.js";
import { wengLin } from "../../src/statistics/ratings/weng-lin.js";
import { wengLinRatings } from "../../src/statistics/ratings/weng-lin-ratings.js";
import { winProbability } from "../../src/statistics/ratings/win-probability.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const rating: fc.Arbitrary<Rating> = fc.record({
  mean: fc.oneof({ weight: 6, arbitrary: fc.double({ min: -50, max: 100 }) }, wild.number),
  deviation: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0.1, max: 9 }) }, wild.number),
});
const amount = fc.oneof(
  { weight: 9, arbitrary: fc.nat(4) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 1e9, 1e-6) },
  { weight: 1, arbitrary: wild.number },
);
const square = (of: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 5 }).chain((size) =>
    fc
      .array(fc.array(of, { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      })
      .map((table) => table.map((row, at) => row.map((x, other) => (at === other ? 0 : x)))),
  );
const mirrored = (table: number[][]) =>
  table.map((row, a) => row.map((_, b) => table[Math.max(a, b)][Math.min(a, b)]));
const results = fc
  .tuple(square(amount), square(fc.oneof({ weight: 9, arbitrary: fc.nat(2) }, amount)))
  .map(([wins, ties]) => ({
    wins,
    ties: mirrored(wins.map((row, a) => row.map((_, b) => ties[a]?.[b] ?? 0))),
  }));
const prior = fc.constantFrom(0, 0, 0.5, 1, -1);
const scores = fc.integer({ min: 0, max: 4 }).chain((items) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(null), { weight: 9, arbitrary: fc.nat(3) }, wild.number), {
      minLength: items,
      maxLength: items,
    }),
    { maxLength: 4 },
  ),
);

promisesTotality("ratings", {
  bradleyTerry: total({
    of: ({ wins, ties }, added: number) => bradleyTerry(wins, { ties, prior: added }),
    inputs: [results, prior],
    undefinedWhen: ({ wins, ties }, added) =>
      !bradleyTerry(wins, { ties, prior: added }).comparable,
  }),
  compareScores: total({ of: compareScores, inputs: [scores] }),
  elo: total({
    of: (a: number, b: number, score: number, step: number) => elo(a, b, { score, step }),
    inputs: [wild.number, wild.number, wild.share, wild.number],
  }),
  eloRatings: total({
    of: (rows: (number | null)[][], seed: number) => eloRatings(rows, stream(seed), { orders: 3 }),
    inputs: [scores, fc.nat(9)],
  }),
  averageOverOrders: total({
    of: (runs: number[][]) => averageOverOrders(runs),
    inputs: [
      fc.array(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    ],
  }),
  trueSkill: total({
    of: (a: Rating, b: Rating, draw: boolean, drawProbability: number, luck: number) =>
      trueSkill(a, b, { draw, drawProbability, luck }),
    inputs: [rating, rating, fc.boolean(), wild.share, fc.oneof(wild.number, fc.constant(25 / 6))],
  }),
  wengLin: total({
    of: (ratings: Rating[], ranks: number[]) => wengLin(ratings, ranks),
    inputs: [
      fc.array(rating, { minLength: 3, maxLength: 3 }),
      fc.oneof(
        { weight: 9, arbitrary: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }) },
        wild.numbers,
      ),
    ],
  }),
  wengLinRatings: total({
    of: (rows: (number | null)[][], seed: number) =>
      wengLinRatings(rows, stream(seed), { orders: 3 }),
    inputs: [scores, fc.nat(9)],
  }),
  winProbability: total({
    of: (a: Rating, b: Rating, luck: number) => winProbability(a, b, { luck }),
    inputs: [rating, rating, fc.oneof(wild.number, fc.constant(25 / 6))],
  }),
  normalBelow: total({ of: normalBelow, inputs: [wild.number] }),
  millsRatio: total({
    of: millsRatio,
    inputs: [fc.oneof(wild.number, fc.double({ min: -50, max: 50 }))],
    infiniteWhen: (x) => x < -36,
  }),
});

/** 10,000 cases each in full; fits cost more. */
const RUNS = { numRuns: process.env.VALUE_COMPASS_FULL ? 10_000 : 300 };
const wins = (size: number) =>
  fc
    .array(fc.array(fc.nat(9), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
    .map((table) => table.map((row, a) => row.map((x, b) => (a === b ? 0 : x))));
const sane = fc.record({
  mean: fc.double({ min: 0, max: 50, noNaN: true }),
  deviation: fc.double({ min: 0.5, max: 9, noNaN: true }),
});
const chance = (difference: number) => 1 / (1 + Math.exp(-difference));

describe("Bradley-Terry ratings", () => {
  test("expect of every examinee as many wins as it had", () => {
    fc.assert(
      fc.property(wins(4), (table) => {
        const { strengths } = bradleyTerry(table, { prior: 0.5 });
        for (const [a, row] of table.entries()) {
          let [had, expected] = [0, 0];
          for (const b of row.keys())
            if (a !== b) {
              had += row[b] + 0.5;
              expected += (row[b] + table[b][a] + 1) * chance(strengths[a] - strengths[b]);
            }
          expect(expected).toBeCloseTo(had, 9);
        }
      }),
      RUNS,
    );
  });

  test("with ties expect as many wins and half ties, and as many ties, as there were", () => {
    fc.assert(
      fc.property(wins(4), wins(4), (table, other) => {
        const ties = mirrored(other);
        fc.pre(ties.flat().some((x) => x > 0));
        const { strengths, tieOdds } = bradleyTerry(table, { ties, prior: 0.5 });
        let [tied, expectedTies] = [0, 0];
        for (const [a, row] of table.entries()) {
          let [had, expected] = [0, 0];
          for (const b of row.keys())
            if (a !== b) {
              const met = row[b] + table[b][a] + 1 + ties[a][b];
              const half = (strengths[a] - strengths[b]) / 2;
              const all = Math.exp(half) + Math.exp(-half) + tieOdds;
              had += row[b] + 0.5 + ties[a][b] / 2;
              expected += (met * (Math.exp(half) + tieOdds / 2)) / all;
              tied += ties[a][b];
              expectedTies += (met * tieOdds) / all;
            }
          expect(expected).toBeCloseTo(had, 8);
        }
        expect(expectedTies).toBeCloseTo(tied, 8);
      }),
      RUNS,
    );
  });

  test("do not depend on the names, and sum to 0", () => {
    fc.assert(
      fc.property(wins(4), (table) => {
        const forth = bradleyTerry(table, { prior: 0.5 }).strengths;
        const turned = table.map((row) => [...row].reverse()).reverse();
        const back = [...bradleyTerry(turned, { prior: 0.5 }).strengths].reverse();
        forth.forEach((strength, at) => {
          expect(strength).toBeCloseTo(back[at], 10);
        });
        expect(forth.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 10);
      }),
      RUNS,
    );
  });

  test("seen ten times as often have the same strengths, and errors smaller by the root of ten", () => {
    const table = [
      [0, 3, 4],
      [2, 0, 3],
      [1, 2, 0],
    ];
    const once = bradleyTerry(table);
    const often = bradleyTerry(table.map((row) => row.map((x) => 10 * x)));
    once.strengths.forEach((strength, at) => {
      expect(often.strengths[at]).toBeCloseTo(strength, 12);
      expect(once.standardErrors[at] / often.standardErrors[at]).toBeCloseTo(Math.sqrt(10), 10);
    });
  });

  test("recover the strengths that simulated scores were made with", () => {
    const truth = [1.2, 0.4, 0, -0.5, -1.1];
    const random = stream("recover strengths");
    const rows = truth.map((): number[] => []);
    for (let item = 0; item < 3000; item++)
      // Gumbel noise makes wins follow the model exactly.
      for (const [at, strength] of truth.entries())
        rows[at].push(strength - Math.log(-Math.log(1 - random.next())));
    const { wins: seen, ties } = compareScores(rows);
    const { strengths } = bradleyTerry(seen, { ties });
    strengths.forEach((strength, at) => {
      expect(Math.abs(strength - truth[at])).toBeLessThan(0.1);
    });
  });

  test("say that nobody is comparable when one never lost, and that a prior helps", () => {
    const table = [
      [0, 3, 1],
      [0, 0, 2],
      [0, 1, 0],
    ];
    expect(bradleyTerry(table).comparable).toBe(false);
    expect(bradleyTerry(table).strengths).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    const [first, ...rest] = bradleyTerry(table, { prior: 0.5 }).strengths;
    expect(first).toBeGreaterThan(Math.max(...rest));
  });

  test("say so too when all that links wins is a tie that fits a ladder", () => {
    const beaten = [
      [0, 2],
      [0, 0],
    ];
    const once = [
      [0, 1],
      [1, 0],
    ];
    expect(bradleyTerry(beaten, { ties: once }).comparable).toBe(false);
    expect(bradleyTerry(once, { ties: once }).comparable).toBe(true);
  });

  test("survive results as lopsided as are let in", () => {
    const { strengths } = bradleyTerry([
      [0, 1e9, 0],
      [1e-6, 0, 1e9],
      [0, 1e-6, 0],
    ]);
    expect(strengths[0] - strengths[1]).toBeCloseTo(Math.log(1e15), 6);
    expect(strengths[1] - strengths[2]).toBeCloseTo(Math.log(1e15), 6);
  });
});

describe("ratings one by one", () => {
  test("Elo hands on what it takes", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.constantFrom(0, 0.5, 1), (a, b, score) => {
        const { first, second } = elo(a, b, { score });
        expect(first + second).toBeCloseTo(a + b, 9);
      }),
      RUNS,
    );
  });

  test("of Weng-Lin and TrueSkill a surprise moves both ratings more than what was expected", () => {
    fc.assert(
      fc.property(sane, sane, (a, b) => {
        fc.pre(a.mean > b.mean + 1);
        const risen = (after: Rating, before: Rating) => Math.abs(after.mean - before.mean);
        const [, loser] = wengLin([a, b], [2, 1]);
        const [, alsoLoser] = wengLin([a, b], [1, 2]);
        expect(risen(loser, b)).toBeGreaterThan(risen(alsoLoser, b));
        expect(risen(trueSkill(b, a).winner, b)).toBeGreaterThan(risen(trueSkill(a, b).loser, b));
      }),
      RUNS,
    );
  });

  test("Weng-Lin does not depend on the order of names, nor on what the ranks are called", () => {
    const trio = fc.tuple(sane, sane, sane);
    fc.assert(
      fc.property(trio, fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), (ratings, ranks) => {
        const forth = wengLin(ratings, ranks);
        const back = wengLin(
          [...ratings].reverse(),
          [...ranks].reverse().map((rank) => 10 * rank - 5),
        );
        forth.forEach((after, at) => {
          expect(after.mean).toBeCloseTo(back[2 - at].mean, 9);
          expect(after.deviation).toBeCloseTo(back[2 - at].deviation, 9);
        });
      }),
      RUNS,
    );
  });

  test("what one is likely to win the other is likely to lose", () => {
    fc.assert(
      fc.property(sane, sane, (a, b) => {
        expect(winProbability(a, b) + winProbability(b, a)).toBeCloseTo(1, 12);
      }),
      RUNS,
    );
  });
});

describe("ratings of a table of scores", () => {
  const random = stream("table of scores");
  const table = [0.8, 0.6, 0.3].map((level) =>
    Array.from({ length: 40 }, () => level + 0.3 * random.normal()),
  );

  test("agree on the order of examinees that differ clearly", () => {
    const { wins: seen, ties } = compareScores(table);
    for (const found of [
      bradleyTerry(seen, { ties }).strengths,
      eloRatings(table, stream(1)).map(({ mean }) => mean),
      wengLinRatings(table, stream(1)).map(({ sure }) => sure),
    ])
      expect([...found].sort((a, b) => b - a)).toEqual(found);
  });

  test("are the same for the same stream, and hardly differ for another", () => {
    expect(eloRatings(table, stream(1))).toEqual(eloRatings(table, stream(1)));
    expect(wengLinRatings(table, stream(1))).toEqual(wengLinRatings(table, stream(1)));
    const [one, other] = [1, 2].map((seed) => eloRatings(table, stream(seed)));
    one.forEach(({ mean, orderSpread }, at) => {
      expect(Math.abs(mean - other[at].mean)).toBeLessThan(orderSpread);
    });
  });

  test("leave missing scores out", () => {
    const gaps = [
      [1, null, null],
      [0, 1, null],
      [null, 0, 1],
    ];
    expect(compareScores(gaps).comparisons).toBe(2);
    expect(compareScores(gaps).items).toBe(2);
    expect(wengLinRatings(gaps, stream(1)).map(({ items }) => items)).toEqual([1, 2, 1]);
    expect(eloRatings(gaps, stream(1)).map(({ comparisons }) => comparisons)).toEqual([1, 2, 1]);
  });
});
