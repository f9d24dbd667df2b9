import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nash } from "../../src/aggregation/nash.js";
import { rawls } from "../../src/aggregation/rawls.js";
import { weightedMean } from "../../src/aggregation/weighted-mean.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const scored = fc.array(fc.tuple(unit, fc.double({ min: 0.01, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});

describe(`welfare rules (${RUNS} random cases each)`, () => {
  test("N4: Rawls is at most Nash, Nash at most the mean, whatever the weights", () => {
    fc.assert(
      fc.property(scored, (pairs) => {
        const scores = pairs.map(([score]) => score);
        for (const weights of [null, pairs.map(([, weight]) => weight)]) {
          const [least, middle, most] = [rawls, nash, weightedMean].map((rule) =>
            rule(scores, weights),
          );
          expect(least).toBeLessThanOrEqual(middle + 1e-12);
          expect(middle).toBeLessThanOrEqual(most + 1e-12);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("equal weights are no weights, a weight of 0 leaves out, and order does not matter", () => {
    fc.assert(
      fc.property(scored, unit, (pairs, extra) => {
        const scores = pairs.map(([score]) => score);
        const weights = pairs.map(([, weight]) => weight);
        for (const rule of [rawls, nash, weightedMean]) {
          expect(
            rule(
              scores,
              scores.map(() => 3),
            ),
          ).toBeCloseTo(rule(scores), 12);
          expect(rule([...scores, extra], [...weights, 0])).toBe(rule(scores, weights));
          const turned = rule(scores.toReversed(), weights.toReversed());
          expect(turned).toBeCloseTo(rule(scores, weights), 12);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
