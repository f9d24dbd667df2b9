import fc from "fast-check";
import { expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { biasCorrectedInterval } from "../../src/statistics/bias-corrected-interval.js";
import { promisesTotality, total, wild } from "../house/totality.js";

promisesTotality("resampled intervals", {
  biasCorrectedInterval: total({ of: biasCorrectedInterval, inputs: [wild.number, wild.numbers] }),
});

test("the interval holds its estimate and does not mind the order of the draws", () => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 12 }), numbers, (estimate, draws) => {
      const { low, high } = biasCorrectedInterval(estimate, draws);
      expect(low).toBeLessThanOrEqual(estimate);
      expect(high).toBeGreaterThanOrEqual(estimate);
      expect(biasCorrectedInterval(estimate, draws.toReversed())).toEqual({ low, high });
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("draws that lean to one side move the interval to the other", () => {
  const random = stream(7, "draws");
  const draws = Array.from({ length: 2000 }, () => random.normal());
  const even = biasCorrectedInterval(0, draws);
  expect(even.low).toBeCloseTo(-1.96, 0);
  expect(even.high).toBeCloseTo(1.96, 0);
  // Of draws around 0, most lie below 0.5: the estimate itself then lies below the truth.
  const leaning = biasCorrectedInterval(0.5, draws);
  expect(leaning.low).toBeGreaterThan(even.low + 0.5);
  expect(leaning.high).toBeGreaterThan(even.high + 0.5);
});
