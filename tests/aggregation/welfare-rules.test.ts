import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atkinsonEde, atkinsonIndex } from "../../src/aggregation/atkinson-ede.js";
import { cesEde } from "../../src/aggregation/ces-ede.js";
import { hurwicz } from "../../src/aggregation/hurwicz.js";
import { kolmPollakEde } from "../../src/aggregation/kolm-pollak-ede.js";
import { leximinCompare } from "../../src/aggregation/leximin.js";
import { nash } from "../../src/aggregation/nash.js";
import { owa } from "../../src/aggregation/owa.js";
import { rawls } from "../../src/aggregation/rawls.js";
import { giniIndex, sGiniEde } from "../../src/aggregation/s-gini-ede.js";
import { weightedMean } from "../../src/aggregation/weighted-mean.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
const scored = fc.array(fc.tuple(unit, weight), { minLength: 1, maxLength: 12 });

type Rule = (scores: readonly number[], weights: readonly number[] | null) => number;

/** Every rule that makes a number of scores and weights, at ordinary parameters. */
const rules: Readonly<Record<string, Rule>> = {
  weightedMean,
  rawls,
  nash,
  "Atkinson 0.5": (x, w) => atkinsonEde(x, w, { epsilon: 0.5 }),
  "Atkinson 3": (x, w) => atkinsonEde(x, w, { epsilon: 3 }),
  "CES 2": (x, w) => cesEde(x, w, { rho: 2 }),
  "Kolm-Pollak 5": (x, w) => kolmPollakEde(x, w, { kappa: 5 }),
  "Kolm-Pollak -5": (x, w) => kolmPollakEde(x, w, { kappa: -5 }),
  "S-Gini 2": (x, w) => sGiniEde(x, w, { delta: 2 }),
  "S-Gini 0.5": (x, w) => sGiniEde(x, w, { delta: 0.5 }),
  "Hurwicz 0.3": (x, w) => hurwicz(x, w, { optimism: 0.3 }),
};

/** Draws scores with weights, and hands them over with and without the weights. */
function forAll(check: (scores: number[], weights: number[] | null) => void): void {
  fc.assert(
    fc.property(scored, fc.boolean(), (pairs, equal) => {
      const scores = pairs.map(([score]) => score);
      check(scores, equal ? null : pairs.map(([, own]) => own));
    }),
    { numRuns: RUNS },
  );
}

describe(`welfare rules (${RUNS} random cases each)`, () => {
  test("N4: Rawls is at most Nash, Nash at most the mean, whatever the weights", () => {
    forAll((scores, weights) => {
      const [least, middle, most] = [rawls, nash, weightedMean].map((rule) =>
        rule(scores, weights),
      );
      expect(least).toBeLessThanOrEqual(middle + 1e-12);
      expect(middle).toBeLessThanOrEqual(most + 1e-12);
    });
  });

  test.each(Object.entries(rules))(
    "%s: equal weights are no weights, a weight of 0 leaves out, order does not matter",
    (_, rule) => {
      forAll((scores, weights) => {
        const alike = scores.map(() => 3);
        const raw = weights ?? alike;
        expect(rule(scores, alike)).toBeCloseTo(rule(scores, null), 12);
        expect(rule([...scores, 0.3], [...raw, 0])).toBe(rule(scores, raw));
        const turned = rule(scores.toReversed(), raw.toReversed());
        expect(turned).toBeCloseTo(rule(scores, raw), 12);
      });
    },
  );

  test.each(Object.entries(rules))(
    "%s: alike scores give that score exactly, and no result leaves the scores' range",
    (_, rule) => {
      forAll((scores, weights) => {
        const same = scores.map(() => scores[0]);
        expect(rule(same, weights)).toBe(scores[0]);
        const result = rule(scores, weights);
        expect(result).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(result).toBeLessThanOrEqual(Math.max(...scores));
      });
    },
  );

  test.each(Object.entries(rules))("%s: a higher score never lowers the result", (_, rule) => {
    forAll((scores, weights) => {
      const better = scores.map((score, k) => (k === 0 ? score + 0.1 : score));
      expect(rule(better, weights)).toBeGreaterThanOrEqual(rule(scores, weights) - 1e-12);
    });
  });

  test.each(Object.entries(rules))(
    "%s: a dimension counted twice at half its weight changes nothing",
    (_, rule) => {
      forAll((scores, weights) => {
        const raw = weights ?? scores.map(() => 1);
        const doubled = rule([...scores, scores[0]], [raw[0] / 2, ...raw.slice(1), raw[0] / 2]);
        expect(doubled).toBeCloseTo(rule(scores, raw), 10);
      });
    },
  );

  test("Atkinson at epsilon is CES at 1 - epsilon", () => {
    forAll((scores, weights) => {
      for (const epsilon of [0, 0.5, 1, 2, 7])
        expect(atkinsonEde(scores, weights, { epsilon })).toBe(
          cesEde(scores, weights, { rho: 1 - epsilon }),
        );
    });
  });

  test("Atkinson falls with epsilon from the mean over Nash to Rawls", () => {
    forAll((scores, weights) => {
      const at = (epsilon: number) => atkinsonEde(scores, weights, { epsilon });
      const line = [0, 0.1, 0.9, 1 - 1e-7, 1, 1 + 1e-7, 1.1, 2, 30, 1e6];
      for (const [place, epsilon] of line.slice(1).entries())
        expect(at(epsilon)).toBeLessThanOrEqual(at(line[place]) + 1e-9);
      expect(at(0)).toBeCloseTo(weightedMean(scores, weights), 12);
      expect(at(1)).toBe(nash(scores, weights));
      expect(at(1e9)).toBeCloseTo(rawls(scores, weights), 6);
    });
  });

  test("Kolm-Pollak falls with kappa from the maximum over the mean to Rawls", () => {
    forAll((scores, weights) => {
      const at = (kappa: number) => kolmPollakEde(scores, weights, { kappa });
      const line = [-50, -1, -1e-9, 0, 1e-9, 1e-3, 1, 50, 1e6];
      for (const [place, kappa] of line.slice(1).entries())
        expect(at(kappa)).toBeLessThanOrEqual(at(line[place]) + 1e-12);
      expect(at(0)).toBeCloseTo(weightedMean(scores, weights), 12);
      expect(at(1e9)).toBeCloseTo(rawls(scores, weights), 6);
      expect(at(-1e9)).toBeCloseTo(Math.max(...scores), 6);
    });
  });

  test("S-Gini and Hurwicz run from the mean, or the maximum, to Rawls", () => {
    forAll((scores, weights) => {
      expect(sGiniEde(scores, weights, { delta: 1 })).toBeCloseTo(
        weightedMean(scores, weights),
        12,
      );
      expect(sGiniEde(scores, weights, { delta: 1e6 })).toBeCloseTo(rawls(scores, weights), 6);
      expect(hurwicz(scores, weights, { optimism: 0 })).toBe(rawls(scores, weights));
      expect(hurwicz(scores, weights, { optimism: 1 })).toBe(Math.max(...scores));
    });
  });

  test("rank weights alike give the mean, and S-Gini is an ordered average where weights are equal", () => {
    forAll((scores) => {
      const count = scores.length;
      expect(
        owa(
          scores,
          scores.map(() => 1),
        ),
      ).toBeCloseTo(weightedMean(scores), 12);
      const falling = scores.map((_, place) => 2 * (count - place) - 1);
      expect(owa(scores, falling)).toBeCloseTo(sGiniEde(scores, null, { delta: 2 }), 12);
    });
  });

  test("the indices are 0 for alike scores, at most 1, and the Gini index is the usual one", () => {
    forAll((scores) => {
      const total = scores.reduce((sum, score) => sum + score, 0);
      if (total < 1e-6) return;
      const apart = scores.flatMap((a) => scores.map((b) => Math.abs(a - b)));
      const usual = apart.reduce((sum, gap) => sum + gap, 0) / (2 * scores.length * total);
      expect(giniIndex(scores)).toBeCloseTo(usual, 12);
      for (const epsilon of [0.5, 1, 2]) {
        const index = atkinsonIndex(scores, null, { epsilon });
        expect(index).toBeGreaterThanOrEqual(-1e-12);
        expect(index).toBeLessThanOrEqual(1);
      }
    });
    expect(giniIndex([7, 7, 7])).toBe(0);
  });

  test("leximin orders as Rawls wherever Rawls decides, and turns round with its arguments", () => {
    const grid = fc.integer({ min: 0, max: 3 });
    const three = fc.tuple(grid, grid, grid);
    fc.assert(
      fc.property(three, three, (a, b) => {
        const order = leximinCompare(a, b);
        if (rawls(a) !== rawls(b)) expect(order).toBe(rawls(a) > rawls(b) ? 1 : -1);
        expect(leximinCompare(b, a) + order).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });
});
