import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { effectiveJudges } from "../../src/statistics/effective-judges.js";
import { predictionPoweredMean } from "../../src/statistics/prediction-powered-mean.js";
import { roganGladen } from "../../src/statistics/rogan-gladen.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const STUDIES = process.env.VALUE_COMPASS_FULL ? 10_000 : 2_000;

/** A yes with probability p. */
type Coin = (p: number) => boolean;

function hold(study: (coin: Coin, random: { next(): number }) => boolean): number {
  let held = 0;
  for (let n = 0; n < STUDIES; n++) {
    const random = stream("trust", n);
    if (study((p) => random.next() < p, random)) held++;
  }
  return held / STUDIES;
}

const count = (coin: Coin, p: number, many: number) =>
  Array.from({ length: many }, () => coin(p)).filter(Boolean).length;

describe(`a corrected score holds the truth (${STUDIES} studies each)`, () => {
  test.each([
    ["a good recognizer", 0.9, 0.95, 0.3],
    ["many false alarms and little to find", 0.8, 0.7, 0.05],
    ["many misses and much to find", 0.6, 0.9, 0.8],
  ])("by sensitivity and specificity: %s", (_, sensitivity, specificity, share) => {
    const held = hold((coin) => {
      const seen = count(coin, share * sensitivity + (1 - share) * (1 - specificity), 500);
      const hits = count(coin, sensitivity, 100);
      const rejections = count(coin, specificity, 150);
      const corrected = roganGladen({
        ...{ seen, read: 500, hits, present: 100, rejections, absent: 150 },
      });
      return (corrected.low ?? 0) <= share && share <= (corrected.high ?? 1);
    });
    console.log(
      `Rogan-Gladen ${sensitivity}/${specificity}/${share}: ${(100 * held).toFixed(1)} %`,
    );
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThanOrEqual(1);
  });

  test.each([
    ["a biased recognizer that sees much", 0.8],
    ["a recognizer that sees nothing", 0],
  ])("by prediction-powered inference: %s", (_, sight) => {
    let narrower = 0;
    const held = hold((coin, random) => {
      const item = (truth: number) => 0.3 + sight * truth + 0.2 * random.next();
      const truths = Array.from({ length: 440 }, () => (coin(0.4) ? 1 : 0));
      const readings = truths.slice(40).map(item);
      const labels = truths.slice(0, 40);
      const mean = predictionPoweredMean({ readings, labelledReadings: labels.map(item), labels });
      const p = labels.reduce<number>((sum, one) => sum + one, 0) / 40;
      if (mean.standardError < Math.sqrt((p * (1 - p)) / 39)) narrower++;
      return mean.low <= 0.4 && 0.4 <= mean.high;
    });
    console.log(`PPI, sight ${sight}: ${(100 * held).toFixed(1)} %; narrower ${narrower}`);
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
    if (sight > 0) expect(narrower / STUDIES).toBeGreaterThan(0.99);
  });
});

test("a perfect recognizer needs no correction, and readings that say nothing are not trusted", () => {
  const perfect = { hits: 50, present: 50, rejections: 50, absent: 50 };
  expect(roganGladen({ seen: 30, read: 100, ...perfect }).share).toBeCloseTo(0.3, 12);
  const flat = { readings: [0.5, 0.5, 0.5], labelledReadings: [0.5, 0.5], labels: [0.2, 0.4] };
  expect(predictionPoweredMean(flat)).toMatchObject({ trust: 0, mean: expect.closeTo(0.3, 12) });
});

test("judges that copy one another are worth one, independent ones what they are", () => {
  const random = stream("judges");
  const rows = Array.from({ length: 4 }, () => Array.from({ length: 4000 }, () => random.next()));
  expect(effectiveJudges(rows).effective).toBeGreaterThan(3.8);
  expect(effectiveJudges([rows[0], rows[0], rows[0]]).effective).toBeCloseTo(1, 10);
});

const counts = fc.oneof(
  { weight: 6, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: wild.number },
);

promisesTotality("trust", {
  roganGladen: total({
    of: (seen: number, read: number, hits: number, present: number, rejections: number) =>
      roganGladen({ seen, read, hits, present, rejections, absent: 40 }),
    inputs: [counts, counts, counts, counts, counts],
  }),
  predictionPoweredMean: total({
    of: (readings: number[], labelledReadings: number[], shift: number) =>
      predictionPoweredMean({
        ...{ readings, labelledReadings, labels: labelledReadings.map((x) => x * shift) },
      }),
    inputs: [wild.numbers, wild.numbers, wild.share],
  }),
  effectiveJudges: total({ of: effectiveJudges, inputs: [wild.table] }),
});
