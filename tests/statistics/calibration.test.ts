import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { areaUnderCurve } from "../../src/statistics/area-under-curve.js";
import { brier } from "../../src/statistics/calibration/brier.js";
import { brierMulticlass } from "../../src/statistics/calibration/brier-multiclass.js";
import { calibrated } from "../../src/statistics/calibration/calibrated.js";
import { calibrationError } from "../../src/statistics/calibration/calibration-error.js";
import { isotonic } from "../../src/statistics/calibration/isotonic.js";
import { isotonicFit } from "../../src/statistics/calibration/isotonic-fit.js";
import { logLoss } from "../../src/statistics/calibration/log-loss.js";
import { murphy } from "../../src/statistics/calibration/murphy.js";
import { nllAtTemperature } from "../../src/statistics/calibration/nll-at-temperature.js";
import { plattFit } from "../../src/statistics/calibration/platt-fit.js";
import { reliabilityDiagram } from "../../src/statistics/calibration/reliability-diagram.js";
import { atTemperature, temperature } from "../../src/statistics/calibration/temperature.js";
import { promisesTotality, total, wild } from "../house/totality.js";

/** Forecasts or scores with outcomes; now and then one too many or too few. */
const pairedWith = (of: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(of, fc.boolean()), { maxLength: 8 })
    .chain((pairs) =>
      fc.tuple(
        fc.constant(pairs.map(([p]) => p)),
        fc.oneof(
          { weight: 9, arbitrary: fc.constant(pairs.map(([, outcome]) => outcome)) },
          { weight: 1, arbitrary: fc.array(fc.boolean(), { maxLength: 8 }) },
        ),
      ),
    );
const forecasts = pairedWith(wild.share);
const scores = pairedWith(wild.number);
const bins = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) }, wild.number);
const labels = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.nat(2), { maxLength: 6 }) },
  wild.numbers,
);
const cases = (table: fc.Arbitrary<number[][]>) =>
  table.chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc.array(fc.nat(Math.max(0, (rows[0]?.length ?? 1) - 1)), {
            minLength: rows.length,
            maxLength: rows.length,
          }),
        },
        { weight: 1, arbitrary: labels },
      ),
    ),
  );

promisesTotality("calibration", {
  brier: total({ of: ([p, y]) => brier(p, y), inputs: [forecasts] }),
  logLoss: total({ of: ([p, y]) => logLoss(p, y), inputs: [forecasts] }),
  areaUnderCurve: total({
    of: ([s, y]) => areaUnderCurve(s, y),
    inputs: [scores],
    undefinedWhen: ([, y]) => new Set(y).size < 2,
  }),
  "reliabilityDiagram by width": total({
    of: ([p, y], count: number) => reliabilityDiagram(p, y, { bins: count }),
    inputs: [forecasts, bins],
  }),
  "reliabilityDiagram by mass": total({
    of: ([p, y], count: number) => reliabilityDiagram(p, y, { bins: count, by: "mass" }),
    inputs: [forecasts, bins],
  }),
  calibrationError: total({
    of: ([p, y], seed: number) => calibrationError(p, y, stream(seed), { draws: 5 }),
    inputs: [forecasts, fc.nat(9)],
  }),
  murphy: total({ of: ([p, y]) => murphy(p, y), inputs: [forecasts] }),
  brierMulticlass: total({
    of: ([rows, y]) => brierMulticlass(rows, y),
    inputs: [cases(wild.distributions)],
  }),
  isotonic: total({
    of: (values: number[], weights: number[] | null) =>
      isotonic(values, weights?.slice(0, values.length) ?? null),
    inputs: [wild.numbers, wild.weights],
  }),
  isotonicFit: total({
    of: ([s, y], weights: number[] | null) => isotonicFit(s, y, weights?.slice(0, s.length)),
    inputs: [scores, wild.weights],
  }),
  plattFit: total({ of: ([s, y]) => plattFit(s, y), inputs: [scores] }),
  calibrated: total({
    of: ([s, y], score: number) => [
      calibrated(plattFit(s, y), score),
      calibrated(isotonicFit(s, y), score),
    ],
    inputs: [scores, wild.number],
  }),
  temperature: total({ of: ([rows, y]) => temperature(rows, y), inputs: [cases(wild.table)] }),
  atTemperature: total({ of: atTemperature, inputs: [wild.numbers, wild.number] }),
  nllAtTemperature: total({
    of: ([rows, y], t: number) => nllAtTemperature(rows, y, t),
    inputs: [cases(wild.table), wild.number],
  }),
});

/** 10,000 cases each in full. */
const RUNS = { numRuns: process.env.VALUE_COMPASS_FULL ? 10_000 : 300 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const given = (of: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(of, fc.boolean()), { minLength: 1, maxLength: 40 })
    .map((pairs) => [pairs.map(([p]) => p), pairs.map(([, y]) => y)] as const);

describe("identities of calibration", () => {
  test("the Brier score is reliability less resolution plus uncertainty", () => {
    fc.assert(
      fc.property(given(fc.nat(10).map((tenths) => tenths / 10)), ([p, y]) => {
        const { reliability, resolution, uncertainty } = murphy(p, y);
        expect(reliability - resolution + uncertainty).toBeCloseTo(brier(p, y), 12);
      }),
      RUNS,
    );
  });

  test("with two classes the Brier score of classes is twice the one of forecasts", () => {
    fc.assert(
      fc.property(given(share), ([p, y]) => {
        const both = brierMulticlass(
          p.map((x) => [1 - x, x]),
          y.map(Number),
        );
        expect(both).toBeCloseTo(2 * brier(p, y), 12);
      }),
      RUNS,
    );
  });

  test("a calibration error is at most the largest gap, and bins count every forecast once", () => {
    fc.assert(
      fc.property(given(share), fc.constantFrom("width", "mass"), ([p, y], by) => {
        const diagram = reliabilityDiagram(p, y, { by });
        expect(diagram.expectedError).toBeLessThanOrEqual(diagram.largestError + 1e-12);
        expect(diagram.bins.reduce((sum, { count }) => sum + count, 0)).toBe(p.length);
        for (const { from, to, meanForecast } of diagram.bins)
          if (meanForecast !== null) {
            expect(meanForecast).toBeGreaterThanOrEqual(from - 1e-12);
            expect(meanForecast).toBeLessThanOrEqual(to + 1e-12);
          }
      }),
      RUNS,
    );
  });

  test("tenths fall into the bin that ends with them", () => {
    for (let tenth = 1; tenth <= 10; tenth++) {
      const { bins } = reliabilityDiagram([tenth / 10], [true]);
      expect(bins.findIndex(({ count }) => count === 1)).toBe(tenth - 1);
    }
  });

  test("isotonic values never fall, keep the weighted mean, and leave a rising list alone", () => {
    const values = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), share), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const y = pairs.map(([value]) => value);
        const weights = pairs.map(([, weight]) => weight + 0.01);
        const fitted = isotonic(y, weights);
        for (let at = 1; at < fitted.length; at++)
          expect(fitted[at]).toBeGreaterThanOrEqual(fitted[at - 1]);
        const mean = (list: readonly number[]) =>
          list.reduce((sum, x, at) => sum + x * weights[at], 0);
        expect(mean(fitted)).toBeCloseTo(mean(y), 9);
        const rising = [...new Set(y)].sort((a, b) => a - b);
        expect(isotonic(rising)).toEqual(rising);
      }),
      RUNS,
    );
  });

  test("an entry of weight 0 moves nothing", () => {
    expect(isotonic([1, 99, 2, 3], [1, 0, 1, 1])).toEqual([1, 1, 2, 3]);
    expect(isotonic([99, 1, 2], [0, 1, 1])).toEqual([1, 1, 2]);
    const fit = isotonicFit([1, 2, 3], [false, true, true], [1, 0, 1]);
    expect(fit.scores).toEqual([1, 3]);
    expect(fit.rows).toBe(2);
  });

  test("a calibrator stored as JSON gives the same probabilities", () => {
    const s = [-2, -1, 0, 1, 2, 0.5];
    const y = [false, false, true, true, true, false];
    for (const fit of [plattFit(s, y), isotonicFit(s, y)])
      for (const score of [-3, -0.3, 0.7, 5])
        expect(calibrated(JSON.parse(JSON.stringify(fit)), score)).toBe(calibrated(fit, score));
  });

  test("neither calibrator ever turns two scores around", () => {
    fc.assert(
      fc.property(given(fc.nat(20)), fc.nat(25), fc.nat(25), ([s, y], a, b) => {
        const isotone = isotonicFit(s, y);
        const platt = plattFit(s, y);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(calibrated(isotone, low)).toBeLessThanOrEqual(calibrated(isotone, high));
        const direction = Math.sign(calibrated(platt, high) - calibrated(platt, low));
        expect(direction === 0 || low === high || direction === -Math.sign(platt.slope)).toBe(true);
      }),
      RUNS,
    );
  });

  test("the unit and the zero of scores do not change Platt's probabilities", () => {
    fc.assert(
      fc.property(given(fc.nat(20)), ([s, y]) => {
        const plain = plattFit(s, y);
        const other = s.map((x) => 1000 + x / 50);
        const changed = plattFit(other, y);
        s.forEach((x, at) => {
          expect(calibrated(changed, other[at])).toBeCloseTo(calibrated(plain, x), 8);
        });
      }),
      RUNS,
    );
  });

  test("Platt's mean probability is the mean of its targets", () => {
    fc.assert(
      fc.property(given(fc.nat(20)), ([s, y]) => {
        const fit = plattFit(s, y);
        const [yes, no] = [fit.inClass, fit.rows - fit.inClass];
        const mean = s.reduce((sum, x) => sum + calibrated(fit, x) / s.length, 0);
        const targets = (yes * ((yes + 1) / (yes + 2)) + no / (no + 2)) / (yes + no);
        expect(mean).toBeCloseTo(targets, 9);
      }),
      RUNS,
    );
  });

  const logits = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 12 }))
    .chain(([classes, rows]) =>
      fc.tuple(
        fc.array(
          fc.array(fc.integer({ min: -30, max: 30 }), {
            minLength: classes,
            maxLength: classes,
          }),
          { minLength: rows, maxLength: rows },
        ),
        fc.array(fc.nat(classes - 1), { minLength: rows, maxLength: rows }),
      ),
    );

  test("no temperature fits better than the fitted one, nor where there is none", () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.01, max: 100, noNaN: true }), ([z, y], t) => {
        const fit = temperature(z, y);
        const ends = [1e-9, 1e9].map((end) => nllAtTemperature(z, y, end));
        const best = fit ? nllAtTemperature(z, y, fit.temperature) : Math.min(...ends);
        expect(best).toBeLessThanOrEqual(nllAtTemperature(z, y, t) + 1e-6);
      }),
      RUNS,
    );
  });

  test("scores in another unit have a temperature in that unit", () => {
    fc.assert(
      fc.property(logits, ([z, y]) => {
        const plain = temperature(z, y);
        const tenfold = temperature(
          z.map((row) => row.map((x) => 10 * x + 7)),
          y,
        );
        if (plain === null) expect(tenfold).toBe(null);
        else expect((tenfold?.temperature ?? 0) / plain.temperature).toBeCloseTo(10, 8);
      }),
      RUNS,
    );
  });
});

test("the interval of a calibration error is the same for the same stream, and holds the error", () => {
  const random = stream("forecasts");
  const p = Array.from({ length: 200 }, () => random.next());
  const y = p.map((x) => random.next() < x);
  const once = calibrationError(p, y, stream(3), { draws: 200 });
  expect(calibrationError(p, y, stream(3), { draws: 200 })).toEqual(once);
  expect(once.low).toBeLessThan(once.high);
  expect(once.high).toBeGreaterThan(once.error);
});
