import fc from "fast-check";
import { wild } from "../house/totality.js";

/** Shares of which some are 0 and some so small that a double hardly holds them. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.001, max: 1, noNaN: true }) },
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(5e-324, 1e-310, 1e-200, 1e-17) },
);

/** A distribution over so many values. */
export const distributionOver = (count: number): fc.Arbitrary<number[]> =>
  fc.array(cell, { minLength: count, maxLength: count }).map((cells) => {
    const total = cells.reduce((sum, one) => sum + one, 0);
    return total < 0.001 ? cells.map((_, k) => (k === 0 ? 1 : 0)) : cells.map((x) => x / total);
  });

const values = fc.integer({ min: 1, max: 6 });

/** Two distributions over the same values, now and then two lists that are none. */
export const pair = fc.oneof(
  {
    weight: 9,
    arbitrary: values.chain((count) => fc.tuple(distributionOver(count), distributionOver(count))),
  },
  { weight: 1, arbitrary: fc.tuple(wild.distribution, wild.distribution) },
);

const weightsFor = (rows: number): fc.Arbitrary<number[] | null> => {
  const weight = fc.oneof(fc.constantFrom(0, 5e-324, 1e100), wild.share);
  const weights = fc.array(weight, { minLength: rows, maxLength: rows });
  return fc.oneof(fc.constant(null), weights);
};

/** Distributions over the same values with weights for them, now and then what must be refused. */
export const weighted: fc.Arbitrary<[number[][], number[] | null]> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(values, fc.integer({ min: 1, max: 5 }))
      .chain(([count, rows]) =>
        fc.tuple(
          fc.array(distributionOver(count), { minLength: rows, maxLength: rows }),
          weightsFor(rows),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(wild.distributions, wild.weights as fc.Arbitrary<number[] | null>),
  },
);

/** Replies of several examinees, each a distribution over the same values. */
export const cube = fc.oneof(
  {
    weight: 9,
    arbitrary: values.chain((count) =>
      fc.array(fc.array(distributionOver(count), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
  },
  { weight: 1, arbitrary: fc.array(wild.distributions, { maxLength: 3 }) },
);

const reading = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1) },
  { weight: 1, arbitrary: fc.constantFrom(5e-324, 1e-310, 1 - 2 ** -53) },
);

/** M profiles of K readings, which need not sum to 1. */
export const profiles = fc.oneof(
  {
    weight: 9,
    arbitrary: values.chain((count) =>
      fc.array(fc.array(reading, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 5,
      }),
    ),
  },
  { weight: 1, arbitrary: wild.shareTable },
);

const count = fc.oneof(
  { weight: 8, arbitrary: fc.nat(12) },
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(1e6, 2 ** 53, 1e100, 1e101, 0.5, -1, Number.NaN) },
);

/** How often each value was drawn. */
export const counts = fc.array(count, { maxLength: 8 });

/** The counts of several examinees. */
export const countTable = fc.oneof(
  {
    weight: 9,
    arbitrary: values.chain((columns) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 5,
      }),
    ),
  },
  { weight: 1, arbitrary: fc.array(counts, { maxLength: 3 }) },
);
