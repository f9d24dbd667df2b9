import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dominates, paretoDominance } from "../../src/aggregation/dominance.js";
import { leastAdvantage } from "../../src/aggregation/least-advantage.js";
import { nash } from "../../src/aggregation/nash.js";
import { evenWeights, rankStability } from "../../src/aggregation/rank-stability.js";
import { rawls } from "../../src/aggregation/rawls.js";
import { targetScores } from "../../src/aggregation/target-scores.js";
import { weightedMean } from "../../src/aggregation/weighted-mean.js";
import { stream } from "../../src/random/stream.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const score = fc.integer({ min: 0, max: 5 });
const profile = fc.array(score, { minLength: 3, maxLength: 3 });

describe("who is ahead whatever the weights", () => {
  test("an examinee that dominates another is never behind under any weights drawn", () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        fc.pre(dominates(a, b));
        const random = stream("weights", ...a, ...b);
        for (let draw = 0; draw < 20; draw++) {
          const weights = evenWeights(3, random);
          expect(weightedMean(a, weights)).toBeGreaterThan(weightedMean(b, weights));
        }
      }),
    );
  });

  test("the least advantage is never more than the lead under weights within the limits", () => {
    fc.assert(
      fc.property(profile, profile, fc.double({ min: 0.34, max: 1, noNaN: true }), (a, b, most) => {
        const worst = leastAdvantage(a, b, { most: [most, most, most] });
        expect(worst.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const lead = (weights: readonly number[]) =>
          weightedMean(a, weights) - weightedMean(b, weights);
        expect(lead(worst.shares)).toBeCloseTo(worst.advantage, 12);
        const random = stream("limits", ...a, ...b);
        for (let draw = 0; draw < 20; draw++) {
          const weights = evenWeights(3, random);
          if (Math.max(...weights) <= most)
            expect(lead(weights)).toBeGreaterThanOrEqual(worst.advantage - 1e-12);
        }
      }),
    );
  });

  test("dominance has no circles: nobody dominates who dominates them", () => {
    fc.assert(
      fc.property(fc.array(profile, { minLength: 1, maxLength: 6 }), (table) => {
        for (const [row, { dominates: below }] of paretoDominance(table).entries())
          for (const other of below) {
            expect(paretoDominance(table)[other].dominates).not.toContain(row);
            expect(paretoDominance(table)[other].dominatedBy).toContain(row);
          }
      }),
    );
  });
});

describe("how far a rank depends on the weights", () => {
  const table = [
    [60, 60],
    [100, 0],
    [0, 100],
    [50, 50],
  ];
  const options = () => ({ random: stream(1, "weights"), draws: 4000 });

  test("the share of weights is the one that geometry gives", () => {
    const [even, , , low] = rankStability(table, options());
    // 60 beats 100 w + 0 (1 - w) and its mirror image where w lies between .4 and .6.
    expect(even.rank).toBe(1);
    expect(even.kept).toBeCloseTo(0.2, 1);
    expect(even.first).toBe(even.kept);
    // It is second elsewhere; 50 is never above it.
    expect([even.low, even.high]).toEqual([1, 2]);
    expect(low.rank).toBe(2);
    expect(low.first).toBe(0);
  });

  test("a rule that does not look at the size of weights keeps every rank", () => {
    for (const { kept, rank } of rankStability(table, { ...options(), rule: rawls }))
      if (rank !== null) expect(kept).toBe(1);
  });

  test("a rule that is not defined for an examinee gives it no rank, and others theirs", () => {
    const ranks = rankStability(
      [
        [1, -1],
        [1, 2],
      ],
      { ...options(), rule: nash },
    );
    expect(ranks.map(({ rank }) => rank)).toEqual([null, 1]);
    expect(ranks[0].kept).toBeNull();
  });

  test("the same stream gives the same shares", () => {
    expect(rankStability(table, options())).toEqual(rankStability(table, options()));
  });

  test("weights are drawn evenly: each has the mean and the spread of Dirichlet(1)", () => {
    const random = stream(3, "even");
    const draws = Array.from({ length: 20_000 }, () => evenWeights(4, random)[0]);
    const mean = draws.reduce((sum, w) => sum + w, 0) / draws.length;
    const variance = draws.reduce((sum, w) => sum + (w - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(1 / 4, 2);
    expect(variance).toBeCloseTo(3 / 80, 3);
  });
});

describe("a target in place of a negative weight", () => {
  test("the nearer to the target the better, from both sides, and a missing score stays missing", () => {
    expect(targetScores([20, 30, 40, null], [30, 30, 30, 30])).toEqual([90, 100, 90, null]);
  });

  test("a target at the top changes nothing, one at the bottom turns a score round", () => {
    expect(targetScores([20], [100])).toEqual([20]);
    expect(targetScores([20], [0])).toEqual([80]);
    expect(targetScores([20], [null])).toEqual([20]);
  });
});
