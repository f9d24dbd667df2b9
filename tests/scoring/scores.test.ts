import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ItemTally, tallyMean } from "../../src/scoring/item-tally.js";
import { liftFloor, readingOf, readingOfDeclined } from "../../src/scoring/reading-of.js";
import { scoreFromTallies } from "../../src/scoring/score-from-tallies.js";
import { systemMean } from "../../src/scoring/system-mean.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const sums = (readings: readonly number[]) => readings.reduce((sum, one) => sum + one, 0);

/** The cells of one item: readings of judged ones, and how many were declined and unmeasured. */
const cells = fc.record({
  readings: fc.array(unit, { maxLength: 4 }),
  declined: fc.nat(3),
  unmeasured: fc.nat(3),
});
type Cells = { readings: number[]; declined: number; unmeasured: number };

const tally = ({ readings, declined, unmeasured }: Cells, ofDeclined = 0): ItemTally => ({
  ...{ judgedSum: sums(readings), declinedSum: ofDeclined * declined },
  ...{ judged: readings.length, declined, unmeasured },
});

describe(`scores (${RUNS} random cases each)`, () => {
  test("counts add up, and the mean lies inside its interval, itself inside [0, 1]", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), (items) => {
        const score = scoreFromTallies(items.map((item) => tally(item)));
        expect(score.judged).toBe(sums(items.map(({ readings }) => readings.length)));
        expect(score.declined).toBe(sums(items.map(({ declined }) => declined)));
        expect(score.unmeasured).toBe(sums(items.map(({ unmeasured }) => unmeasured)));
        const measured = items.filter((item) => item.readings.length + item.declined > 0);
        expect(score.items).toBe(measured.length);
        expect(score.mean === null).toBe(measured.length === 0);
        expect(score.low === null).toBe(measured.length < 2);
        if (score.mean === null || score.low === null || score.high === null) return;
        expect(score.low).toBeGreaterThanOrEqual(0);
        expect(score.high).toBeLessThanOrEqual(1);
        expect(score.low).toBeLessThanOrEqual(score.mean + 1e-12);
        expect(score.high).toBeGreaterThanOrEqual(score.mean - 1e-12);
      }),
      { numRuns: RUNS },
    );
  });

  test("the bounds always hold the mean", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), (items) => {
        const { mean, boundLow, boundHigh } = scoreFromTallies(items.map((item) => tally(item)));
        if (mean === null) return;
        expect(boundLow).toBeLessThanOrEqual(mean + 1e-12);
        expect(boundHigh).toBeGreaterThanOrEqual(mean - 1e-12);
      }),
      { numRuns: RUNS },
    );
  });

  test("J3: whatever the unmeasured cells would have shown, the truth is inside the bounds", () => {
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(unit),
        (items, hidden) => {
          const { boundLow, boundHigh } = scoreFromTallies(items.map((item) => tally(item)));
          const whole = items.map(({ readings, declined, unmeasured }) => ({
            ...{
              readings: [...readings, ...[...hidden.take(unmeasured)]],
              declined,
              unmeasured: 0,
            },
          }));
          const { mean } = scoreFromTallies(whole.map((item) => tally(item)));
          if (mean === null) return;
          expect(boundLow).toBeLessThanOrEqual(mean + 1e-12);
          expect(boundHigh).toBeGreaterThanOrEqual(mean - 1e-12);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test("unmeasured cells change no mean, no interval and no score without declined", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), (items) => {
        const bare = items.map((item) => ({ ...item, unmeasured: 0 }));
        const [one, other] = [items, bare].map((all) =>
          scoreFromTallies(all.map((item) => tally(item))),
        );
        const { boundLow, boundHigh, unmeasured, ...rest } = one;
        expect(other).toMatchObject(rest);
        expect(boundLow === null).toBe(items.every((item) => tallyOfNone(item)));
        if (unmeasured === 0) expect([boundLow, boundHigh]).toEqual([one.mean, one.mean]);
      }),
      { numRuns: RUNS },
    );
  });

  test("a declined cell is 0 under adherence, 1 under nonViolation, absent beside it", () => {
    expect(readingOfDeclined("adherence")).toBe(0);
    expect(readingOfDeclined("nonViolation")).toBe(1);
    const item = { readings: [0.6], declined: 1, unmeasured: 0 };
    expect(scoreFromTallies([tally(item, 0)])).toMatchObject({ mean: 0.3, withoutDeclined: 0.6 });
    expect(scoreFromTallies([tally(item, 1)])).toMatchObject({ mean: 0.8, withoutDeclined: 0.6 });
    const none = { readings: [], declined: 2, unmeasured: 0 };
    expect(scoreFromTallies([tally(none, 1)])).toMatchObject({ mean: 1, withoutDeclined: null });
    expect(tallyMean(tally({ ...none, declined: 0 }))).toBeNull();
  });

  test("a floor is lifted in order, keeps 1, takes itself to nothing, and never leaves [0, 1]", () => {
    const level = fc.double({ min: 0, max: 0.99, noNaN: true });
    const readings = fc.constantFrom("adherence" as const, "nonViolation" as const);
    fc.assert(
      fc.property(unit, unit, level, readings, (a, b, floor, reading) => {
        const verdict = (p: number) => ({ adhere: p, oppose: p });
        const lift = (p: number) => liftFloor(verdict(p), verdict(floor), reading);
        const nothing = reading === "adherence" ? 0 : 1;
        expect(lift(floor)).toBe(nothing);
        expect(lift(1)).toBeCloseTo(1 - nothing, 12);
        for (const value of [lift(a), lift(b)]) expect(value).toBeGreaterThanOrEqual(0);
        for (const value of [lift(a), lift(b)]) expect(value).toBeLessThanOrEqual(1);
        const raw = readingOf(verdict(a), reading) - readingOf(verdict(b), reading);
        if (raw !== 0) expect(Math.sign(lift(a) - lift(b)) * Math.sign(raw)).not.toBe(-1);
        const bare = liftFloor(verdict(a), verdict(0), reading);
        expect(bare).toBeCloseTo(readingOf(verdict(a), reading), 12);
      }),
      { numRuns: RUNS },
    );
  });

  test("the mean over dimensions is the mean of the scores, and is null when one is missing", () => {
    const item = fc
      .tuple(fc.option(unit), fc.option(unit), fc.option(unit))
      .map((row) => new Map(row.flatMap((one, k) => (one === null ? [] : [[k, one] as const]))));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const means = [0, 1, 2].map((k) => {
          const own = items.flatMap((row) => row.get(k) ?? []);
          return own.length === 0 ? null : sums(own) / own.length;
        });
        const { mean, low, high } = systemMean(items, 3);
        if (means.includes(null)) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(sums(means.map(Number)) / 3, 12);
        if (mean === null || low === null || high === null) return;
        expect(low).toBeLessThanOrEqual(mean + 1e-12);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
      }),
      { numRuns: RUNS },
    );
  });
});

function tallyOfNone({ readings, declined, unmeasured }: Cells): boolean {
  return readings.length + declined + unmeasured === 0;
}
