import fc from "fast-check";
import { expect, test } from "vitest";
import { ArgumentError } from "../../src/statistics/argument-error.js";

/** Random inputs of one family: the 100,000 in full, a sample otherwise. */
const FULL = 100_000;
const SAMPLE = 2_000;

/** A formula, inputs for it of every kind, and where it may be undefined. */
export interface Totality<Inputs extends unknown[]> {
  readonly of: (...inputs: Inputs) => unknown;
  /** Legal and illegal inputs; build them from `wild`. */
  readonly inputs: { readonly [K in keyof Inputs]: fc.Arbitrary<Inputs[K]> };
  /** The documented conditions under which a result may hold NaN; without it, never. */
  readonly undefinedWhen?: (...inputs: Inputs) => boolean;
  /** The documented conditions under which a result may be infinite; without it, never. */
  readonly infiniteWhen?: (...inputs: Inputs) => boolean;
}

/** Numbers and lists as careless callers give them. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 20 }) },
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324, -0),
  },
);
const share = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 0.5) },
  { weight: 1, arbitrary: number },
);
const list = (of: fc.Arbitrary<number>, most = 6) => fc.array(of, { maxLength: most });

/** A distribution in which cells may be 0. */
const distributionOf = (count: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })), {
      minLength: count,
      maxLength: count,
    })
    .map((cells) => {
      const total = cells.reduce((sum, cell) => sum + cell, 0);
      return total === 0 ? cells.map((_, k) => (k === 0 ? 1 : 0)) : cells.map((x) => x / total);
    });

/** Building blocks: mostly what a formula asks for, now and then what it must refuse. */
export const wild = {
  number,
  share,
  numbers: list(number),
  shares: list(share),
  table: fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .nat(5)
        .chain((columns) =>
          fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
        ),
    },
    { weight: 1, arbitrary: fc.array(list(number), { maxLength: 5 }) },
  ),
  shareTable: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .integer({ min: 1, max: 5 })
        .chain((columns) =>
          fc.array(fc.array(share, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
        ),
    },
    { weight: 1, arbitrary: fc.array(list(share), { maxLength: 5 }) },
  ),
  distribution: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }).chain(distributionOf) },
    { weight: 1, arbitrary: list(number) },
  ),
  distributions: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .integer({ min: 1, max: 6 })
        .chain((count) => fc.array(distributionOf(count), { minLength: 1, maxLength: 5 })),
    },
    { weight: 1, arbitrary: fc.array(list(number), { maxLength: 4 }) },
  ),
  weights: fc.oneof(fc.constant(null), fc.array(fc.oneof(fc.constant(0), share), { maxLength: 6 })),
};

/** A formula together with its random inputs, ready to be tried. */
export interface Trial {
  /** Tries so many inputs; returns how many of them were answered and not refused. */
  readonly run: (runs: number) => number;
}

/** Pairs a formula with inputs of its own types. */
export function total<Inputs extends unknown[]>({
  of,
  inputs,
  undefinedWhen = () => false,
  infiniteWhen = () => false,
}: Totality<Inputs>): Trial {
  const run = (runs: number): number => {
    let answered = 0;
    const property = fc.property(fc.tuple<Inputs>(...inputs), (given) => {
      const result = answerOf(() => of(...given));
      if (result === refused) return;
      answered++;
      const numbers = numbersIn(result);
      if (numbers.some(Number.isNaN)) expect(undefinedWhen(...given)).toBe(true);
      if (numbers.some((x) => Math.abs(x) === Infinity)) expect(infiniteWhen(...given)).toBe(true);
    });
    fc.assert(property, { numRuns: runs, seed: 7 });
    return answered;
  };
  return { run };
}

const refused = Symbol("refused");

function answerOf(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    expect((error as ArgumentError).argument).not.toBe("");
    return refused;
  }
}

/**
 * Promises that every function of a family is total: any input gives a finite value, a documented NaN or infinity,
 * or an ArgumentError that names its argument. Nothing else is thrown, nothing else comes back.
 */
export function promisesTotality(family: string, trials: Readonly<Record<string, Trial>>): void {
  const all = process.env.VALUE_COMPASS_FULL ? FULL : SAMPLE;
  const runs = Math.ceil(all / Object.keys(trials).length);
  test.each(Object.entries(trials))(`${family}: %s is total (${runs} inputs)`, (_, { run }) => {
    // A function that refuses nearly everything would keep the promise by saying nothing.
    expect(run(runs) / runs).toBeGreaterThan(0.02);
  });
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(numbersIn);
  expect(value).not.toBe(undefined);
  return [];
}
