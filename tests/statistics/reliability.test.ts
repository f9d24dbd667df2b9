import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { averageSplitHalf } from "../../src/statistics/reliability/average-split-half.js";
import { cohenKappa, type KappaWeights } from "../../src/statistics/reliability/cohen-kappa.js";
import { cronbachAlpha } from "../../src/statistics/reliability/cronbach-alpha.js";
import { fleissKappa } from "../../src/statistics/reliability/fleiss-kappa.js";
import { guttmanLambda2 } from "../../src/statistics/reliability/guttman-lambda2.js";
import { intraclassCorrelation } from "../../src/statistics/reliability/intraclass-correlation.js";
import {
  krippendorffAlpha,
  type MaybeRating,
  type MeasurementLevel,
} from "../../src/statistics/reliability/krippendorff-alpha.js";
import { spearmanBrown } from "../../src/statistics/reliability/spearman-brown.js";
import { splitHalf } from "../../src/statistics/reliability/split-half.js";
import { promisesTotality, total, wild } from "../house/totality.js";

type Table = number[][];

/** How far apart the entries of a list lie, against their size. */
const alike = (numbers: readonly number[], size: number) =>
  Math.max(...numbers) - Math.min(...numbers) <= 1e-12 * size;
const sizeOf = (table: Table) => Math.max(...table.map((row) => sum(row.map(Math.abs))));
const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);
const few = (table: Table) => table.length < 2 || table[0].length < 2;
const column = (table: Table, at: number) => table.map((row) => row[at]);

/** All totals the same, but for the 12th digit: the documented reason for NaN. */
const flatTotals = (table: Table) => {
  const centred = table.map((row) => row.map((x, at) => x - table[0][at]));
  return few(table) || alike(centred.map(sum), sizeOf(table));
};
const flatSums = (table: Table, columns: readonly number[]) =>
  columns.length === 0 ||
  alike(
    table.map((row) => sum(columns.map((at) => row[at] - table[0][at]))),
    Math.max(...table.map((row) => sum(columns.map((at) => Math.abs(row[at]))))),
  );

const category = fc.integer({ min: 0, max: 3 });
const labels = fc.oneof(
  { weight: 6, arbitrary: fc.array(category, { minLength: 3, maxLength: 3 }) },
  { weight: 1, arbitrary: wild.numbers },
);
const rating: fc.Arbitrary<MaybeRating> = fc.oneof(
  fc.constant(null),
  { weight: 4, arbitrary: category },
  { weight: 1, arbitrary: wild.number },
);
const ratings = fc
  .nat(5)
  .chain((units) => fc.array(fc.array(rating, { minLength: units, maxLength: units })));
const level = fc.constantFrom<MeasurementLevel>("nominal", "ordinal", "interval", "ratio");
const counts: fc.Arbitrary<Table> = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom<number[]>([3, 0, 0], [1, 1, 1], [0, 2, 1])) },
  { weight: 1, arbitrary: fc.array(fc.array(fc.nat(3), { minLength: 2, maxLength: 2 })) },
  { weight: 1, arbitrary: wild.table },
);

const pairable = (rows: readonly (readonly MaybeRating[])[]) =>
  (rows[0] ?? [])
    .map((_, unit) => rows.flatMap((row) => row[unit] ?? []))
    .filter((unit) => unit.length > 1)
    .flat();

promisesTotality("reliability", {
  cronbachAlpha: total({ of: cronbachAlpha, inputs: [wild.table], undefinedWhen: flatTotals }),
  guttmanLambda2: total({ of: guttmanLambda2, inputs: [wild.table], undefinedWhen: flatTotals }),
  intraclassCorrelation: total({
    of: intraclassCorrelation,
    inputs: [wild.table],
    undefinedWhen: (table: Table) => {
      const { agreementAverage, ...rest } = intraclassCorrelation(table);
      // The divisor of ICC(2,k) can be 0 anywhere; those of the others only where rows are alike.
      return flatTotals(table) || !Object.values(rest).some(Number.isNaN);
    },
  }),
  spearmanBrown: total({
    of: spearmanBrown,
    inputs: [fc.oneof(wild.share, fc.double({ min: -1, max: 1, noNaN: true })), wild.number],
    undefinedWhen: (r, factor) => Math.abs(1 + (factor - 1) * r) <= 1e-12,
  }),
  splitHalf: total({
    of: splitHalf,
    inputs: [wild.table, fc.subarray([0, 1, 2, 3])],
    undefinedWhen: (table: Table, half) => {
      const rest = [...table[0].keys()].filter((at) => !half.includes(at));
      const { correlation } = splitHalf(table, half);
      return flatSums(table, half) || flatSums(table, rest) || correlation < -1 + 1e-12;
    },
  }),
  averageSplitHalf: total({
    of: (table: Table, seed: number) => averageSplitHalf(table, stream(seed), { splits: 5 }),
    inputs: [wild.table, fc.nat(99)],
    undefinedWhen: (table, seed) =>
      averageSplitHalf(table, stream(seed), { splits: 5 }).splits === 0,
  }),
  krippendorffAlpha: total({
    of: krippendorffAlpha,
    inputs: [ratings, level],
    undefinedWhen: (rows) => new Set(pairable(rows)).size < 2,
  }),
  cohenKappa: total({
    of: (a: number[], b: number[], weights: KappaWeights) => cohenKappa(a, b, { weights }),
    inputs: [labels, labels, fc.constantFrom<KappaWeights>("none", "linear", "quadratic")],
    undefinedWhen: (a, b) => new Set([...a, ...b]).size === 1,
  }),
  fleissKappa: total({
    of: fleissKappa,
    inputs: [counts],
    undefinedWhen: (table: Table) =>
      sum(table[0]) === 1 ||
      table[0].filter((_, at) => column(table, at).some((x) => x > 0)).length === 1,
  }),
});

/** Tables of scores as they occur, examinees by items. */
const scores = fc
  .record({ rows: fc.integer({ min: 2, max: 8 }), columns: fc.integer({ min: 2, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.nat(10), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .filter((table) => new Set(table.map(sum)).size > 1);
/** N4: 10,000 cases each in full. */
const RUNS = { numRuns: process.env.VALUE_COMPASS_FULL ? 10_000 : 300 };

describe("identities of reliability", () => {
  test("ICC(3,k) is Cronbach's alpha", () => {
    fc.assert(
      fc.property(scores, (table) => {
        const alpha = cronbachAlpha(table);
        const { consistencyAverage } = intraclassCorrelation(table);
        expect(consistencyAverage).toBeCloseTo(alpha, 9);
      }),
      RUNS,
    );
  });

  test("alpha of two halves with equal variance is their correlation, stepped up", () => {
    fc.assert(
      fc.property(scores, (table) => {
        // The second item takes the first one's scores in another order: equal variances.
        const first = column(table, 0);
        const parallel = first.map((x, at) => [x, first[(at + 1) % first.length]]);
        fc.pre(new Set(first).size > 1 && new Set(parallel.map(sum)).size > 1);
        const { correlation, reliability } = splitHalf(parallel, [0]);
        expect(cronbachAlpha(parallel)).toBeCloseTo(reliability, 9);
        expect(spearmanBrown(correlation, 2)).toBe(reliability);
      }),
      RUNS,
    );
  });

  test("lambda-2 is not below alpha", () => {
    fc.assert(
      fc.property(scores, (table) => {
        const alpha = cronbachAlpha(table);
        expect(guttmanLambda2(table)).toBeGreaterThanOrEqual(alpha - 1e-9 * Math.abs(alpha) - 1e-9);
      }),
      RUNS,
    );
  });

  test("neither a new unit, nor a bonus for an item, nor the order of items changes alpha", () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 10, noNaN: true }), (table, unit) => {
        const changed = table.map((row) => row.map((x, at) => unit * x + at).reverse());
        expect(cronbachAlpha(changed)).toBeCloseTo(cronbachAlpha(table), 9);
      }),
      RUNS,
    );
  });

  test("lengthening a test twice is lengthening it by the product", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (r, k, m) => {
          const twice = spearmanBrown(spearmanBrown(r, k), m);
          expect(twice).toBeCloseTo(spearmanBrown(r, k * m), 10);
        },
      ),
      RUNS,
    );
  });
});
