import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circleFit, evenAngles, schwartzWedges } from "../../src/culture/circle-fit.js";
import { circularOrderIndex, circularOrderTest } from "../../src/culture/circular-order-index.js";
import { sinusoidFit } from "../../src/culture/sinusoid-fit.js";
import { valueCorrelations } from "../../src/culture/value-correlations.js";
import { cultures } from "../../src/facts/cultures.js";
import { publishedModels, publishedProfile } from "../../src/facts/published-profile.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import { dimensionIds } from "../../src/values/value-system.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const runs = { numRuns: FULL ? 10_000 : 300, seed: 7 };

const schwartz = valueSystem("schwartz");
const order = schwartz.circularOrder ?? dimensionIds(schwartz);

type Table = number[][];

/** Symmetric as often as not. */
const wildCorrelations: fc.Arbitrary<Table> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 1, max: 6 })
      .chain((size) =>
        fc
          .array(wild.number, { minLength: size * size, maxLength: size * size })
          .map((cells) =>
            Array.from({ length: size }, (_, i) =>
              Array.from({ length: size }, (_, j) => cells[Math.min(i, j) * size + Math.max(i, j)]),
            ),
          ),
      ),
  },
  { weight: 1, arbitrary: wild.table },
);

promisesTotality("circle", {
  sinusoidFit: total({
    of: (y: number[], angles: number[] | null) => sinusoidFit(y, angles),
    inputs: [wild.numbers, fc.oneof(fc.constant(null), wild.numbers)],
    // A wave of no height has no peak, and values that are all equal have no variance to explain.
    undefinedWhen: (y, angles) => sinusoidFit(y, angles).amplitude === 0,
  }),
  circularOrderIndex: total({
    of: circularOrderIndex,
    inputs: [wildCorrelations],
    undefinedWhen: (correlations) => correlations.length < 4,
  }),
  circularOrderTest: total({
    of: (correlations: Table, permutations: number) =>
      circularOrderTest(correlations, stream(7), permutations),
    inputs: [wildCorrelations, fc.oneof(fc.integer({ min: 1, max: 9 }), wild.number)],
    undefinedWhen: (correlations) => correlations.length < 4,
  }),
});

const waves = fc.record({
  level: fc.double({ min: -10, max: 10, noNaN: true }),
  height: fc.double({ min: 0.1, max: 10, noNaN: true }),
  peak: fc.double({ min: 0, max: 359, noNaN: true }),
});
const waveAt = (angles: readonly number[], wave: { level: number; height: number; peak: number }) =>
  angles.map((angle) => wave.level + wave.height * Math.cos(((angle - wave.peak) * Math.PI) / 180));

describe("a wave laid through values", () => {
  test("that are a wave finds it, on ten points and on nine wedges", () => {
    fc.assert(
      fc.property(waves, fc.constantFrom(evenAngles(order), schwartzWedges), (wave, places) => {
        const angles = order.map((id) => places[id]);
        const fit = sinusoidFit(waveAt(angles, wave), angles);
        expect(fit.mean).toBeCloseTo(wave.level, 9);
        expect(fit.amplitude).toBeCloseTo(wave.height, 9);
        const off = Math.abs(fit.peak - wave.peak);
        expect(Math.min(off, 360 - off)).toBeLessThan(1e-6);
        expect(fit.rSquared).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });

  test("keeps its height and fit when values move around the circle; only the peak moves along", () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (y, by) => {
        const one = sinusoidFit(y);
        fc.pre(one.amplitude > 0.1);
        const other = sinusoidFit([...y.slice(by), ...y.slice(0, by)]);
        expect(other.amplitude).toBeCloseTo(one.amplitude, 9);
        expect(other.rSquared).toBeCloseTo(one.rSquared, 9);
        const turn = (one.peak - 36 * by - other.peak + 720) % 360;
        expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-6);
      }),
      runs,
    );
  });

  test("that swing twice around finds no height, and says that nothing has a peak", () => {
    const twice = [1, 0, -1, 0, 1, 0, -1, 0];
    const fit = sinusoidFit(twice);
    expect(fit.mean).toBeCloseTo(0, 14);
    expect(fit).toMatchObject({ amplitude: 0, peak: Number.NaN, rSquared: 0 });
  });
});

describe("the circle of a profile", () => {
  test("goes by the names of dimensions: tradition and conformity share a wedge", () => {
    expect(schwartzWedges.tradition).toBe(schwartzWedges.conformity);
    expect(Object.keys(schwartzWedges).sort()).toEqual([...order].sort());
    const profile = Object.fromEntries(
      order.toReversed().map((id) => [id, Math.cos(((schwartzWedges[id] - 280) * Math.PI) / 180)]),
    );
    const fit = circleFit(profile, schwartzWedges);
    expect(fit.nearest).toBe("benevolence");
    expect(fit.rSquared).toBeCloseTo(1, 12);
    expect(fit.dimensions).toBe(10);
  });

  test("of a flat profile is nowhere", () => {
    const flat = Object.fromEntries(order.map((id) => [id, 3]));
    expect(circleFit(flat, schwartzWedges)).toMatchObject({ amplitude: 0, nearest: null });
  });

  test("holds in part for the 39 country means, as math 5 says", () => {
    const fits = cultures({ scale: "means" }).map(({ profile }) =>
      circleFit(profile, evenAngles(order)),
    );
    const shares = fits.map((fit) => fit.rSquared).sort((a, b) => a - b);
    expect(fits).toHaveLength(39);
    expect(shares[0]).toBeCloseTo(0.21, 2);
    expect(shares[38]).toBeCloseTo(0.67, 2);
    expect(shares.reduce((sum, share) => sum + share, 0) / 39).toBeCloseTo(0.47, 2);
    for (const { amplitude, peak } of fits) {
      expect(amplitude).toBeGreaterThanOrEqual(0.205);
      expect(peak).toBeGreaterThan(244);
      expect(peak).toBeLessThan(321);
    }
  });
});

describe("the circular order index", () => {
  const symmetric = fc
    .integer({ min: 4, max: 7 })
    .chain((size) =>
      fc
        .array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size })
        .map((cells) =>
          Array.from({ length: size }, (_, i) =>
            Array.from({ length: size }, (_, j) => cells[Math.min(i, j) * size + Math.max(i, j)]),
          ),
        ),
    );
  const moved = (table: Table, place: (at: number) => number) =>
    table.map((_, i) => table.map((_, j) => table[place(i)][place(j)]));

  test("does not mind where the circle begins or which way round it is read", () => {
    fc.assert(
      fc.property(symmetric, fc.nat(6), (table, by) => {
        const size = table.length;
        const seen = circularOrderIndex(table);
        expect(circularOrderIndex(moved(table, (at) => (at + by) % size))).toEqual(seen);
        expect(circularOrderIndex(moved(table, (at) => size - 1 - at))).toEqual(seen);
      }),
      runs,
    );
  });

  test("turns its sign with the correlations", () => {
    fc.assert(
      fc.property(symmetric, (table) => {
        const { agree, disagree, tie, index } = circularOrderIndex(table);
        const turned = circularOrderIndex(table.map((row) => row.map((value) => -value)));
        expect(turned).toEqual({
          agree: disagree,
          disagree: agree,
          tie,
          index: index === 0 ? turned.index : -index,
        });
        expect(turned.index).toBeCloseTo(-index, 12);
      }),
      runs,
    );
  });

  test("is held against chance by a stream: the same stream, the same p", () => {
    const table = order.map((_, i) => order.map((_, j) => Math.cos(((i - j) * Math.PI) / 5)));
    const found = circularOrderTest(table, stream(7, "circle"));
    expect(found).toEqual(circularOrderTest(table, stream(7, "circle")));
    expect(found).toMatchObject({ index: 1, disagree: 0, p: 1 / 2000, permutations: 1999 });
  });

  test("finds no order where there is none: p below .05 for about one random table in twenty", () => {
    const random = stream(7, "tables");
    const tables = 200;
    let found = 0;
    for (let at = 0; at < tables; at++) {
      const cells = Array.from({ length: 36 }, () => random.normal());
      const table = Array.from({ length: 6 }, (_, i) =>
        Array.from({ length: 6 }, (_, j) => cells[Math.min(i, j) * 6 + Math.max(i, j)]),
      );
      if (circularOrderTest(table, random, 99).p <= 0.05) found++;
    }
    expect(found / tables).toBeLessThan(0.1);
    expect(found / tables).toBeGreaterThan(0.01);
  });
});

describe("correlations between the values of the 33 published models", () => {
  const profiles = publishedModels().map(({ id }) => publishedProfile(id).profiles.schwartz);
  const table = valueCorrelations(profiles, order);
  const at = (a: string, b: string) => table[order.indexOf(a)][order.indexOf(b)];

  test("part opposites once the common level is taken away, as platform 5 reports", () => {
    expect(at("power", "universalism")).toBeCloseTo(-0.62, 2);
    expect(at("self_direction", "conformity")).toBeCloseTo(-0.5, 2);
    const pairs = order.flatMap((_, i) => order.slice(0, i).map((_, j) => table[i][j]));
    expect(pairs).toHaveLength(45);
    expect(pairs.filter((value) => value < 0)).toHaveLength(27);
  });

  test("follow the circle more than labels in random order do", () => {
    const found = circularOrderTest(table, stream(7, "models"));
    expect(found.index).toBeGreaterThan(0);
    expect(found.agree + found.disagree + found.tie).toBe(800);
    console.log(
      `circular order of the published models: index ${found.index.toFixed(2)}, p ${found.p.toFixed(4)}`,
    );
  });
});
