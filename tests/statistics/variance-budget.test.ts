import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { designQuality } from "../../src/statistics/reliability/design-quality.js";
import { intraclassCorrelation } from "../../src/statistics/reliability/intraclass-correlation.js";
import { varianceBudget } from "../../src/statistics/reliability/variance-budget.js";
import { varianceComponents } from "../../src/statistics/reliability/variance-components.js";
import { promisesTotality, total, wild } from "../house/totality.js";

/** The variances that the simulated scores are made with. */
const TRUTH = { examinees: 0.5, items: 0.3, interaction: 0.2, samples: 0.4 };

/** Simulated scores with known sources of variance; `samplesOf` says how many samples a cell gets. */
function simulated(
  seed: number,
  [examinees, items]: readonly [number, number],
  samplesOf: (examinee: number, item: number) => number,
) {
  const random = stream("variance budget", seed);
  const draw = (variance: number) => Math.sqrt(variance) * random.normal();
  const level = Array.from({ length: items }, () => draw(TRUTH.items));
  return Array.from({ length: examinees }, (_, examinee) => {
    const own = draw(TRUTH.examinees);
    return level.map((hard, item) => {
      const both = own + hard + draw(TRUTH.interaction);
      return Array.from({ length: samplesOf(examinee, item) }, () => both + draw(TRUTH.samples));
    });
  });
}

const cells = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .integer({ min: 2, max: 4 })
      .chain((items) =>
        fc.array(
          fc.array(fc.array(wild.share, { maxLength: 3 }), { minLength: items, maxLength: items }),
          { minLength: 2, maxLength: 4 },
        ),
      ),
  },
  { weight: 1, arbitrary: fc.array(wild.table, { maxLength: 3 }) },
);
const variance = fc.oneof({ weight: 6, arbitrary: wild.share }, wild.number);
const components = fc.record({
  examinees: variance,
  items: variance,
  interaction: variance,
  samples: fc.oneof(fc.constant(null), variance),
});
const counts = { examinees: 2, items: 2, cells: 4, scores: 8 };

promisesTotality("variance budget", {
  varianceComponents: total({ of: varianceComponents, inputs: [cells] }),
  varianceBudget: total({
    of: (scores: number[][][], itemCost: number) => varianceBudget(scores, { itemCost }),
    inputs: [cells, fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, wild.number)],
    undefinedWhen: (scores) => {
      const { examinees, interaction, samples } = varianceComponents(scores);
      return Math.max(examinees, interaction, samples ?? 0) < 1e-200;
    },
    infiniteWhen: (scores, itemCost) => itemCost > 0 && varianceComponents(scores).interaction <= 0,
  }),
  designQuality: total({
    of: (given, items: number, samples: number) =>
      designQuality({ ...given, counts }, { items, samples }),
    inputs: [components, wild.number, wild.number],
    undefinedWhen: ({ examinees, interaction, samples }) =>
      Math.max(examinees, interaction, samples ?? 0) < 1e-200,
  }),
});

describe("the sources of variance", () => {
  test.each([
    ["equally many samples in every cell", () => 2],
    ["some cells empty, others with up to three", (a: number, b: number) => (a * 7 + b * 5) % 4],
  ])("are estimated without bias with %s", (_, samplesOf) => {
    const studies = 400;
    const found = Array.from({ length: studies }, (_, seed) =>
      varianceComponents(simulated(seed, [8, 10], samplesOf)),
    );
    for (const source of ["examinees", "items", "interaction", "samples"] as const) {
      const estimates = found.map((one) => one[source] ?? Number.NaN);
      const mean = estimates.reduce((sum, x) => sum + x / studies, 0);
      const squares = estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      const error = Math.sqrt(squares / (studies - 1) / studies);
      expect(Math.abs(mean - TRUTH[source])).toBeLessThan(3.5 * error);
    }
  });

  test("do not change with the level of the scores, and grow with the square of their unit", () => {
    const scores = simulated(1, [5, 6], (a, b) => 1 + ((a + b) % 3));
    const plain = varianceComponents(scores);
    const changed = varianceComponents(
      scores.map((row) => row.map((cell) => cell.map((x) => 100 + 10 * x))),
    );
    for (const source of ["examinees", "items", "interaction", "samples"] as const)
      expect(changed[source]).toBeCloseTo(100 * (plain[source] ?? Number.NaN), 8);
  });

  test("with one sample a cell agree with the intraclass correlation of order", () => {
    const table = fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const { examinees, interaction } = varianceComponents(
          rows.map((row) => row.map((x) => [x])),
        );
        const { consistency } = intraclassCorrelation(rows);
        fc.pre(Math.abs(examinees + interaction) > 1e-9);
        expect(examinees / (examinees + interaction)).toBeCloseTo(consistency, 9);
      }),
    );
  });
});

describe("the budget", () => {
  test("foretells how reliable a study with more items turns out", () => {
    const studies = 300;
    let [foretold, found] = [0, 0];
    for (let seed = 0; seed < studies; seed++) {
      const small = varianceComponents(simulated(seed, [10, 8], () => 2));
      foretold += designQuality(small, { items: 32, samples: 2 }).relativeError ** 2 / studies;
      const { now } = varianceBudget(simulated(seed + studies, [10, 32], () => 2));
      found += now.relativeError ** 2 / studies;
    }
    expect(foretold / found).toBeGreaterThan(0.9);
    expect(foretold / found).toBeLessThan(1.1);
    expect(found).toBeCloseTo((TRUTH.interaction + TRUTH.samples / 2) / 32, 2);
  });

  test("buys items while replies are the only cost, and samples once items are dear", () => {
    const scores = simulated(3, [10, 12], () => 2);
    expect(varianceBudget(scores).buy).toBe("item");
    expect(varianceBudget(scores, { itemCost: 100 }).buy).toBe("sample");
  });

  test("spends a fixed sum best where it says: no other number of samples does better", () => {
    const scores = simulated(4, [10, 12], () => 2);
    const itemCost = 12;
    const { bestSamples, components } = varianceBudget(scores, { itemCost });
    const errorWith = (samples: number) =>
      designQuality(components, { items: 1000 / (itemCost + samples), samples }).relativeError;
    const best = bestSamples ?? Number.NaN;
    expect(best).toBeGreaterThan(1);
    for (const samples of [best / 2, best * 0.9, best * 1.1, best * 2])
      expect(errorWith(samples)).toBeGreaterThan(errorWith(best));
  });

  test("says that samples are unknown where no cell holds two", () => {
    const budget = varianceBudget(simulated(5, [4, 5], () => 1));
    expect(budget.shares.samples).toBe(null);
    expect(budget.anotherSample).toBe(null);
    expect(budget.buy).toBe(null);
  });

  test("refuses examinees who answered different items", () => {
    const apart = [
      [[1], [2], [], []],
      [[], [], [1], [3]],
    ];
    expect(() => varianceBudget(apart)).toThrow(/enough cells shared/);
  });
});
