import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import {
  cheapestBudget,
  expectedSpearman,
  type PilotDimension,
  rankOutlook,
  reliabilityAt,
} from "../../src/scoring/rank-budget.js";
import { spearman } from "../../src/statistics/spearman.js";

const EXAMINEES = 30;
const truth = Array.from({ length: EXAMINEES }, (_, e) => e / EXAMINEES);

/** Readings that hold the truth, a bias of each examinee's own, and noise. */
function pilot(seed: number, items: number, samples: number, bias = 0, noise = 1): PilotDimension {
  const random = stream("rank budget", seed, items);
  const own = truth.map(() => bias * random.normal());
  return {
    items: Array.from({ length: items }, (_, n) => `item-${n}`),
    readings: truth.map((true_, e) =>
      Array.from({ length: items }, () =>
        Array.from({ length: samples }, () => true_ + own[e] + noise * random.normal()),
      ),
    ),
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

describe("the outlook of a pilot", () => {
  test("foretells the rank correlation of a study ten times as large", () => {
    const seeds = Array.from({ length: 12 }, (_, n) => n);
    const foretold = seeds.map((seed) => {
      const outlook = rankOutlook([pilot(seed, 40, 2)], truth, stream(seed));
      return expectedSpearman(outlook, truth, { items: 400, samples: 1 }, stream(seed));
    });
    const seen = seeds.map((seed) => {
      const { readings } = pilot(seed + 100, 400, 1);
      return spearman(
        readings.map((own) => mean(own.flat())),
        truth,
      );
    });
    expect(mean(foretold)).toBeCloseTo(mean(seen), 1);
  });

  test("of few items skips halves that lack a dimension, and one item of a dimension is refused", () => {
    const few = [3, 2].map((items, n) => pilot(11 + n, items, 2, 0, 0.1));
    const [broad, narrow] = few.map((own, n) => ({
      ...own,
      items: own.items.map((id) => `${n} ${id}`),
    }));
    expect(rankOutlook([broad, narrow], truth, stream(11)).reliability).toBeGreaterThan(0.8);
    const lone = {
      items: narrow.items.slice(0, 1),
      readings: narrow.readings.map((own) => own.slice(0, 1)),
    };
    expect(() => rankOutlook([broad, lone], truth, stream(11))).toThrow(
      "pilot must hold 2 items or more of each dimension: 1",
    );
  });

  test("says that no number of items helps where what is read is not what was planted", () => {
    const outlook = rankOutlook([pilot(3, 300, 2, 1, 0.5)], truth, stream(3));
    expect(outlook.limitHigh).toBeLessThan(0.75);
    const limits = { target: 0.9, itemCost: 0, mostItems: 1e6, stream: () => stream(1) };
    expect(cheapestBudget(outlook, truth, limits)).toBeNull();
  });

  test("one sample an item is cheapest where items cost nothing, several where they are dear", () => {
    const outlook = rankOutlook([pilot(5, 60, 2)], truth, stream(5));
    const at = (itemCost: number) =>
      cheapestBudget(outlook, truth, {
        target: 0.9,
        itemCost,
        mostItems: 1e6,
        stream: () => stream(1),
      });
    expect(at(0)?.samples).toBe(1);
    expect(at(50)?.samples).toBeGreaterThan(2);
    expect(at(50)?.items).toBeLessThan(at(0)?.items ?? 0);
    expect(at(0)?.expected).toBeGreaterThanOrEqual(0.9);
  });

  test("reliability grows with items and samples, and is 0 where halves disagree", () => {
    const outlook = rankOutlook([pilot(7, 60, 2)], truth, stream(7));
    const now = reliabilityAt(outlook, { items: 60, samples: 2 });
    expect(now).toBeCloseTo(outlook.reliability, 12);
    expect(reliabilityAt(outlook, { items: 120, samples: 2 })).toBeGreaterThan(now);
    expect(reliabilityAt(outlook, { items: 60, samples: 9 })).toBeGreaterThan(now);
    expect(reliabilityAt({ ...outlook, reliability: -0.2 }, { items: 60, samples: 2 })).toBe(0);
  });

  test("too few examinees or items are refused", () => {
    expect(() => rankOutlook([pilot(1, 3, 1)], truth, stream(1))).toThrow(/4 items/);
    expect(() => rankOutlook([pilot(1, 9, 1)], [1, 2], stream(1))).toThrow(/3 examinees/);
  });
});
