import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { dimensionReliability, effectiveItems } from "../../src/scoring/dimension-reliability.js";
import { itemAgeShift } from "../../src/scoring/item-age-shift.js";
import { paraphraseSpread } from "../../src/scoring/paraphrase-spread.js";
import { cronbachAlpha } from "../../src/statistics/reliability/cronbach-alpha.js";
import { feldtInterval } from "../../src/statistics/reliability/feldt-interval.js";

/** Examinees with levels, items, and noise of single replies. */
function readings(
  seed: number,
  { examinees = 12, items = 20, samples = 3, signal = 1, noise = 1 } = {},
): number[][][] {
  const random = stream("reliability test", seed);
  return Array.from({ length: examinees }, () => {
    const level = signal * random.normal();
    return Array.from({ length: items }, () =>
      Array.from({ length: samples }, () => level + noise * random.normal()),
    );
  });
}

const of = (cells: number[][][], families = cells[0].map((_, n) => `f${n}`)) =>
  dimensionReliability({ readings: cells, families, recognizerVariance: null }, stream(1));

describe("the reliability of a dimension", () => {
  test("is near 1 where examinees differ much, and near 0 where they do not differ", () => {
    const high = of(readings(1));
    const none = of(readings(2, { signal: 0 }));
    expect(high.alpha.value).toBeGreaterThan(0.95);
    expect(high.splitHalf.value).toBeGreaterThan(0.95);
    expect(high.retest?.average).toBeGreaterThan(0.95);
    expect(high.signalShare).toBeGreaterThan(0.95);
    expect(none.alpha.low).toBeLessThan(0);
    expect(none.now).toBeLessThan(0.6);
  });

  test("one sample tells nothing of retests, and an item nobody shares leaves the rest", () => {
    const single = readings(3, { samples: 1 });
    single[0][4] = [];
    const found = of(single);
    expect(found.retest).toBeNull();
    expect(found.variance?.samples).toBeNull();
    expect(found.alpha.value).toBeGreaterThan(0.9);
    expect(found.items).toBe(20);
  });

  test("a recognizer whose error outweighs the noise is what to buy next", () => {
    const cells = readings(4);
    const families = cells[0].map((_, n) => `f${n}`);
    const worse = { readings: cells, families, recognizerVariance: 5 };
    expect(dimensionReliability(worse, stream(1)).buy).toBe("judge");
    expect(dimensionReliability(worse, stream(1)).recognizerShare).toBeGreaterThan(0.5);
    expect(of(cells).buy).toBe("item");
  });
});

describe("Feldt's interval", () => {
  test("holds the true alpha in 93 to 97 % of 1,500 studies", () => {
    // Items with equal variances and covariances: alpha = k rho / (1 + (k - 1) rho), rho = 0.2.
    const truth = (8 * 0.2) / (1 + 7 * 0.2);
    let held = 0;
    for (let n = 0; n < 1500; n++) {
      const cells = readings(1000 + n, { examinees: 15, items: 8, samples: 1, signal: 0.5 });
      const alpha = cronbachAlpha(cells.map((own) => own.map(([one]) => one)));
      const { low, high } = feldtInterval(alpha, 15, 8);
      if (low <= truth && truth <= high) held++;
    }
    expect(held / 1500).toBeGreaterThan(0.93);
    expect(held / 1500).toBeLessThan(0.97);
  });
});

test("items that say nothing are not counted among the effective ones", () => {
  const telling = Array.from({ length: 10 }, (_, e) => [e, e, e, 5, 5, 5]);
  expect(effectiveItems(telling)).toBeCloseTo(3, 10);
});

describe("wordings", () => {
  test("that all say the same take no share, and those that turn orders are told", () => {
    expect(
      paraphraseSpread(
        [
          [1, 1, 0, 0],
          [0, 0, 1, 1],
        ],
        ["a", "a", "b", "b"],
      ),
    ).toMatchObject({
      share: 0,
      flips: 0,
    });
    expect(
      paraphraseSpread(
        [
          [1, 0, 1],
          [0, 1, 0],
        ],
        ["a", "a", "a"],
      ),
    ).toMatchObject({
      families: 1,
      items: 3,
      share: Number.NaN,
      flips: 1,
    });
  });
});

test("an examinee that knew the old items stands higher on them; one that did not does not", () => {
  const random = stream("ages");
  const items = (lift: number) =>
    Array.from({ length: 80 }, (_, n) => ({
      written: n < 40 ? "2023-05-01" : "2025-05-01",
      reading: 0.1 * random.normal() + (n < 40 ? lift : 0),
    }));
  expect(itemAgeShift(items(0.2), "2024-06-01")?.shift.low).toBeGreaterThan(0.1);
  const honest = itemAgeShift(items(0), "2024-06-01")?.shift;
  expect(honest?.low).toBeLessThan(0);
  expect(honest?.high).toBeGreaterThan(0);
});
