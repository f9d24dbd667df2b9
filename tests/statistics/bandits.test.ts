import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { betaPosterior } from "../../src/statistics/beta-posterior.js";
import {
  empiricalBernsteinRadius,
  hoeffdingRadius,
} from "../../src/statistics/confidence-radii.js";
import { klUcb } from "../../src/statistics/kl-ucb.js";
import { probabilityBest } from "../../src/statistics/probability-best.js";
import { softmaxPolicy } from "../../src/statistics/softmax-policy.js";
import { successiveHalving } from "../../src/statistics/successive-halving.js";
import { thompson } from "../../src/statistics/thompson.js";
import { ucb1, ucbTuned, ucbV } from "../../src/statistics/ucb.js";
import { ucb1Trace } from "../../src/statistics/ucb1-trace.js";
import { promisesTotality, total, wild } from "../house/totality.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 300;
const mean = fc.double({ min: 0, max: 1, noNaN: true });
const pulls = fc.integer({ min: 1, max: 1000 });

describe("indices that weigh what is known of an arm", () => {
  test("each rises with the plays of all arms and falls to the mean with its own", () => {
    fc.assert(
      fc.property(mean, pulls, (value, n) => {
        const square = { meanOfSquares: value };
        const indices = [
          (m: number, t: number) => ucb1({ mean: value, pulls: m }, { t }),
          (m: number, t: number) => ucbTuned({ mean: value, pulls: m }, { t, ...square }),
          (m: number, t: number) => ucbV({ mean: value, pulls: m }, { t, variance: 0.1 }),
          (m: number, t: number) => klUcb({ mean: value, pulls: m }, { t }),
        ];
        for (const index of indices) {
          expect(index(n, 2000)).toBeGreaterThanOrEqual(index(n, 1000) - 1e-12);
          expect(index(2 * n, 1000)).toBeLessThanOrEqual(index(n, 1000) + 1e-12);
          expect(index(n, 1)).toBeCloseTo(value, 7);
          expect(index(0, 1000)).toBe(Infinity);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("KL-UCB spends its allowance to the end, never promises more than 1, and is sharper than UCB1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), pulls, (value, n) => {
        const q = klUcb({ mean: value, pulls: n }, { t: 50 });
        expect(q).toBeLessThanOrEqual(1);
        const spent = value * Math.log(value / q) + (1 - value) * Math.log((1 - value) / (1 - q));
        if (q < 1 - 1e-6) expect(n * spent).toBeCloseTo(Math.log(50), 5);
        // Pinsker: kl >= 2 (q - p)^2, so its reach is within that of UCB1 with c = 1/2.
        const wide = ucb1({ mean: value, pulls: n }, { t: 50, c: 0.5 });
        expect(q).toBeLessThanOrEqual(wide + 1e-9);
      }),
      { numRuns: RUNS },
    );
  });

  test("UCB1 plays the better arm ever more often, and its regret grows slowly", () => {
    const random = stream("arms");
    const rewards = [0.3, 0.7].map((rate) =>
      Array.from({ length: 3000 }, () => (random.next() < rate ? 1 : 0)),
    );
    const { pulls: played, sequence } = ucb1Trace(rewards, { steps: 3000 });
    expect(played[1]).toBeGreaterThan(2700);
    const late = sequence.slice(1500).filter((arm) => arm === 0).length;
    expect(late).toBeLessThan(played[0] / 2);
  });
});

describe("beliefs about success rates", () => {
  const counts = fc.integer({ min: 1, max: 40 });
  const beliefs = fc.array(fc.record({ alpha: counts, beta: counts }), {
    minLength: 1,
    maxLength: 4,
  });

  test("the chances of being the best sum to 1 and go with the arms when these change places", () => {
    fc.assert(
      fc.property(beliefs, (arms) => {
        const chances = probabilityBest(arms);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        const turned = probabilityBest(arms.toReversed()).toReversed();
        for (const [arm, chance] of chances.entries()) expect(chance).toBeCloseTo(turned[arm], 9);
      }),
      { numRuns: RUNS / 10 },
    );
  });

  test("arms alike share the chance, near rates of 0 and 1 and after many tries too", () => {
    for (const [alpha, beta] of [
      [1, 1],
      [0.01, 0.02],
      [5000, 3],
      [1e5, 1e5],
    ])
      for (const chance of probabilityBest(Array(3).fill({ alpha, beta })))
        expect(chance).toBeCloseTo(1 / 3, 8);
    const sharp = probabilityBest([
      { alpha: 1, beta: 1 },
      { alpha: 5e5, beta: 5e5 },
    ]);
    expect(sharp[0]).toBeCloseTo(0.5, 8);
  });

  test("Thompson sampling plays each arm as often as it is likely to be the best", () => {
    const arms = [
      { alpha: 3, beta: 2 },
      { alpha: 2, beta: 3 },
      { alpha: 0.5, beta: 0.5 },
    ];
    const random = stream("thompson");
    const played = [0, 0, 0];
    const sums = [0, 0, 0];
    for (let draw = 0; draw < 20_000; draw++) {
      const { arm, draws } = thompson(arms, random);
      played[arm]++;
      draws.forEach((rate, at) => {
        sums[at] += rate;
      });
    }
    const chances = probabilityBest(arms);
    for (const [arm, { alpha, beta }] of arms.entries()) {
      expect(played[arm] / 20_000).toBeCloseTo(chances[arm], 1.7);
      expect(sums[arm] / 20_000).toBeCloseTo(alpha / (alpha + beta), 1.7);
    }
  });

  test("a posterior is the prior of the next tries", () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const step = betaPosterior(first, first + 3);
        const { mean: both } = betaPosterior(first + second, first + second + 8);
        expect(betaPosterior(second, second + 5, step).mean).toBeCloseTo(both, 12);
      }),
    );
  });
});

describe("plans and policies", () => {
  test("halving stays within its budget, gives everyone a pull, and ends with two or one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(20_000), (arms, budget) => {
        const rounds = Math.max(1, Math.ceil(Math.log2(arms) - 1e-9));
        fc.pre(budget >= arms * rounds);
        const plan = successiveHalving(arms, budget);
        expect(plan).toHaveLength(rounds);
        const spent = plan.reduce((sum, round) => sum + round.arms * round.pulls, 0);
        expect(spent).toBeLessThanOrEqual(budget);
        expect(Math.min(...plan.map((round) => round.pulls))).toBeGreaterThan(0);
        expect(plan.at(-1)?.arms).toBeLessThanOrEqual(2);
      }),
      { numRuns: RUNS },
    );
  });

  test("a softmax sums to 1, keeps the order, and does not care for the level", () => {
    fc.assert(
      fc.property(fc.array(mean, { minLength: 1, maxLength: 8 }), (values) => {
        const chances = softmaxPolicy(values, { temperature: 0.1 });
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        const raised = softmaxPolicy(
          values.map((value) => value + 1000),
          { temperature: 0.1 },
        );
        for (const [arm, chance] of chances.entries()) expect(raised[arm]).toBeCloseTo(chance, 9);
        expect(chances[values.indexOf(Math.max(...values))]).toBe(Math.max(...chances));
      }),
      { numRuns: RUNS },
    );
  });
});

const count = fc.oneof({ weight: 4, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: wild.number });
const size = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.001, max: 500, noNaN: true }) },
  { weight: 1, arbitrary: wild.number },
);
const unplayed = (_: number, played: number) => played === 0;

promisesTotality("bandits", {
  ucb1: total({
    of: (value: number, played: number, t: number, c: number) =>
      ucb1({ mean: value, pulls: played }, { t, c }),
    inputs: [wild.number, count, count, wild.share],
    infiniteWhen: unplayed,
  }),
  ucbTuned: total({
    of: (value: number, played: number, t: number, meanOfSquares: number) =>
      ucbTuned({ mean: value, pulls: played }, { t, meanOfSquares }),
    inputs: [wild.share, count, count, wild.share],
    infiniteWhen: unplayed,
  }),
  ucbV: total({
    of: (value: number, played: number, t: number, variance: number) =>
      ucbV({ mean: value, pulls: played }, { t, variance }),
    inputs: [wild.number, count, count, wild.share],
    infiniteWhen: unplayed,
  }),
  klUcb: total({
    of: (value: number, played: number, t: number) => klUcb({ mean: value, pulls: played }, { t }),
    inputs: [wild.share, count, count],
    infiniteWhen: unplayed,
  }),
  hoeffdingRadius: total({
    of: (n: number, delta: number, range: number) => hoeffdingRadius(n, { delta, range }),
    inputs: [count, wild.share, wild.number],
  }),
  empiricalBernsteinRadius: total({
    of: (n: number, delta: number, range: number, variance: number) =>
      empiricalBernsteinRadius(n, { delta, range, variance }),
    inputs: [count, wild.share, wild.number, wild.share],
  }),
  betaPosterior: total({
    of: (successes: number, n: number, alpha: number, beta: number) =>
      betaPosterior(successes, n, { alpha, beta }),
    inputs: [wild.share, count, size, size],
  }),
  probabilityBest: total({
    of: (list: [number, number][]) =>
      probabilityBest(list.map(([alpha, beta]) => ({ alpha, beta }))),
    inputs: [fc.array(fc.tuple(size, size), { maxLength: 3 })],
  }),
  thompson: total({
    of: (list: [number, number][]) =>
      thompson(
        list.map(([alpha, beta]) => ({ alpha, beta })),
        stream("t"),
      ),
    inputs: [fc.array(fc.tuple(size, size), { maxLength: 3 })],
  }),
  successiveHalving: total({ of: successiveHalving, inputs: [count, wild.number] }),
  ucb1Trace: total({
    of: (rewards: number[][], steps: number) => ucb1Trace(rewards, { steps }),
    inputs: [fc.array(wild.shares, { maxLength: 3 }), fc.integer({ min: 0, max: 6 })],
    undefinedWhen: (rewards, steps) => steps < rewards.length,
  }),
  softmaxPolicy: total({
    of: (values: number[], temperature: number) => softmaxPolicy(values, { temperature }),
    inputs: [wild.numbers, wild.number],
  }),
});
