import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { additiveSmoothing } from "../../src/information/additive-smoothing.js";
import { amariAlpha } from "../../src/information/amari-alpha.js";
import { bhattacharyya } from "../../src/information/bhattacharyya.js";
import {
  type BregmanGenerator,
  bregmanInformation,
} from "../../src/information/bregman-information.js";
import { chiSquare } from "../../src/information/chi-square.js";
import { circularEnergy } from "../../src/information/circular-energy.js";
import {
  angularWasserstein,
  circularWasserstein,
  circularWassersteinNormalised,
} from "../../src/information/circular-wasserstein.js";
import { entropy } from "../../src/information/entropy.js";
import { hellinger } from "../../src/information/hellinger.js";
import { jeffreys } from "../../src/information/jeffreys.js";
import {
  jensenShannon,
  jensenShannonNormalised,
  klToMixtureMean,
} from "../../src/information/jensen-shannon.js";
import { jensenTsallis } from "../../src/information/jensen-tsallis.js";
import { kullbackLeibler } from "../../src/information/kullback-leibler.js";
import { lineWasserstein } from "../../src/information/line-wasserstein.js";
import { meanPairwise } from "../../src/information/mean-pairwise.js";
import { mixSmoothing } from "../../src/information/mix-smoothing.js";
import { renyi } from "../../src/information/renyi.js";
import { totalVariation } from "../../src/information/total-variation.js";
import { triangularDiscrimination } from "../../src/information/triangular-discrimination.js";
import { promisesTotality, total, wild } from "../house/totality.js";
import { distributionOver, pair, weighted } from "./wild-replies.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;

type Row = number[];
type Pair = [Row, Row];
type Weighted = [Row[], Row | null];

/** Where the second holds a value for impossible that the first does not. */
const surprises = ([p, q]: Pair) => p.some((share, k) => share > 0 && q[k] === 0);
const disjoint = ([p, q]: Pair) => p.every((share, k) => share === 0 || q[k] === 0);
const either = ([p, q]: Pair) => surprises([p, q]) || surprises([q, p]);
const countingPairs = ([rows, weights]: Weighted): Pair[] =>
  rows.flatMap((p, i) =>
    rows.flatMap((q, j): Pair[] =>
      i !== j && weights?.[i] !== 0 && weights?.[j] !== 0 ? [[p, q]] : [],
    ),
  );

const finite = (of: (p: Row, q: Row) => number) =>
  total({ of: ([p, q]: Pair) => of(p, q), inputs: [pair] });
const among = (of: (rows: Row[], weights: Row | null) => number) =>
  total({ of: ([rows, weights]: Weighted) => of(rows, weights), inputs: [weighted] });

promisesTotality("divergences", {
  entropy: total({ of: (p: Row) => entropy(p), inputs: [wild.distribution] }),
  jensenShannon: among(jensenShannon),
  jensenShannonNormalised: among(jensenShannonNormalised),
  klToMixtureMean: among(klToMixtureMean),
  kullbackLeibler: total({
    of: ([p, q]: Pair) => kullbackLeibler(p, q),
    inputs: [pair],
    infiniteWhen: surprises,
  }),
  jeffreys: total({
    of: ([p, q]: Pair) => jeffreys(p, q),
    inputs: [pair],
    infiniteWhen: either,
  }),
  renyi: total({
    of: ([p, q]: Pair, order: number) => renyi(p, q, order),
    inputs: [pair, wild.number],
    infiniteWhen: (both, order) => (order < 1 ? disjoint(both) : surprises(both)),
  }),
  bhattacharyya: total({
    of: ([p, q]: Pair) => bhattacharyya(p, q),
    inputs: [pair],
    infiniteWhen: disjoint,
  }),
  chiSquare: total({
    of: ([p, q]: Pair) => chiSquare(p, q),
    inputs: [pair],
    infiniteWhen: (both) => surprises(both) || both[1].some((share) => share > 0 && share < 1e-300),
  }),
  amariAlpha: total({
    of: ([p, q]: Pair, alpha: number) => amariAlpha(p, q, alpha),
    inputs: [pair, wild.number],
    infiniteWhen: ([p, q], alpha) =>
      (alpha === 1 && surprises([p, q])) ||
      (alpha === -1 && surprises([q, p])) ||
      Math.abs(alpha) > 1,
  }),
  totalVariation: finite(totalVariation),
  hellinger: finite(hellinger),
  triangularDiscrimination: finite(triangularDiscrimination),
  meanPairwise: total({
    of: ([rows, weights]: Weighted) => meanPairwise(rows, jeffreys, weights),
    inputs: [weighted],
    infiniteWhen: (given) => countingPairs(given).some(either),
  }),
  bregmanInformation: total({
    of: ([rows, weights]: Weighted, generator: string) =>
      bregmanInformation(rows, generator as BregmanGenerator, weights),
    inputs: [weighted, fc.constantFrom("squared", "negentropy", "cubed")],
  }),
  jensenTsallis: total({
    of: ([rows, weights]: Weighted, order: number) => jensenTsallis(rows, order, weights),
    inputs: [weighted, wild.number],
  }),
  circularWasserstein: finite(circularWasserstein),
  circularWassersteinNormalised: finite(circularWassersteinNormalised),
  angularWasserstein: total({
    of: ([p, q]: Pair, angles: Row | null) => angularWasserstein(p, q, angles),
    inputs: [pair, fc.option(wild.numbers, { freq: 3 })],
  }),
  lineWasserstein: finite(lineWasserstein),
  circularEnergy: finite(circularEnergy),
  additiveSmoothing: total({
    of: (counted: Row, added: number) => additiveSmoothing(counted, added),
    inputs: [wild.shares, wild.number],
  }),
  mixSmoothing: total({
    of: (p: Row, epsilon: number) => mixSmoothing(p, epsilon),
    inputs: [wild.distribution, wild.share],
  }),
});

const panel = fc
  .integer({ min: 2, max: 6 })
  .chain((count) => fc.array(distributionOver(count), { minLength: 2, maxLength: 5 }));
const two = fc
  .integer({ min: 2, max: 11 })
  .chain((count) => fc.tuple(distributionOver(count), distributionOver(count)));
const holds = <T>(given: fc.Arbitrary<T>, says: (value: T) => void) =>
  fc.assert(fc.property(given, says), { numRuns: RUNS });
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-11);
const turned = (row: Row, by: number) => row.map((_, k) => row[(k + by) % row.length]);

describe(`what divergences promise (${RUNS} random cases each)`, () => {
  test("Jensen-Shannon is the mean divergence to the mixture and a Bregman information", () => {
    holds(panel, (rows) => {
      close(klToMixtureMean(rows), jensenShannon(rows));
      close(bregmanInformation(rows, "negentropy"), jensenShannon(rows));
      close(jensenTsallis(rows, 1), jensenShannon(rows));
      close(jensenTsallis(rows, 2), bregmanInformation(rows, "squared"));
    });
  });

  test("Jensen-Shannon does not care for the order of rows or values, nor for a row split in two", () => {
    holds(panel, (rows) => {
      const whole = jensenShannon(rows);
      close(jensenShannon(rows.toReversed()), whole);
      close(jensenShannon(rows.map((row) => row.toReversed())), whole);
      const weights = rows.map((_, i) => i + 1);
      const split = [...weights.slice(0, -1), rows.length / 2, rows.length / 2];
      close(jensenShannon([...rows, rows[rows.length - 1]], split), jensenShannon(rows, weights));
    });
  });

  test("Jensen-Shannon lies between 0 and the smaller of H(w) and ln K; weight 0 leaves a row out", () => {
    holds(panel, (rows) => {
      const value = jensenShannon(rows);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(Math.log(Math.min(rows.length, rows[0].length)) + 1e-12);
      const first = rows.map((_, i) => (i === 0 ? 1 : 0));
      close(jensenShannon(rows, first), 0);
    });
  });

  test("the square root of Jensen-Shannon, Hellinger and total variation keep the triangle inequality", () => {
    const three = fc
      .integer({ min: 2, max: 6 })
      .chain((count) =>
        fc.tuple(distributionOver(count), distributionOver(count), distributionOver(count)),
      );
    const metrics = [
      (p: Row, q: Row) => Math.sqrt(jensenShannon([p, q])),
      hellinger,
      totalVariation,
      circularWasserstein,
    ];
    holds(three, ([p, q, r]) => {
      // A square root turns a rounding of 1e-16 into one of 1e-8.
      for (const d of metrics) expect(d(p, r)).toBeLessThanOrEqual(d(p, q) + d(q, r) + 3e-8);
    });
  });

  test("Hellinger^2 <= TV <= Hellinger sqrt(2 - Hellinger^2), Pinsker, and JS <= TV ln 2", () => {
    holds(two, ([p, q]) => {
      const [h, tv] = [hellinger(p, q), totalVariation(p, q)];
      expect(h ** 2).toBeLessThanOrEqual(tv + 1e-12);
      expect(tv).toBeLessThanOrEqual(h * Math.sqrt(2 - h ** 2) + 1e-12);
      expect(tv).toBeLessThanOrEqual(Math.sqrt(kullbackLeibler(p, q) / 2) + 1e-7);
      expect(jensenShannon([p, q])).toBeLessThanOrEqual(tv * Math.LN2 + 1e-12);
    });
  });

  test("the dials pass through their named neighbours", () => {
    const even = two.map(([p, q]): Pair => [mixSmoothing(p, 0.1), mixSmoothing(q, 0.1)]);
    holds(even, ([p, q]) => {
      close(renyi(p, q, 0.5), 2 * bhattacharyya(p, q));
      close(renyi(p, q, 1 + 1e-12), kullbackLeibler(p, q));
      close(renyi(p, q, 1 - 1e-12), kullbackLeibler(p, q));
      close(Math.expm1(renyi(p, q, 2)), chiSquare(p, q));
      close(amariAlpha(p, q, 0), 4 * hellinger(p, q) ** 2);
      close(amariAlpha(p, q, 1 - 1e-12), kullbackLeibler(p, q));
      close(amariAlpha(p, q, 1 + 1e-12), kullbackLeibler(p, q));
      close(amariAlpha(p, q, -1), kullbackLeibler(q, p));
      close(amariAlpha(p, q, 3), chiSquare(p, q) / 2);
      close(jensenTsallis([p, q], 1 + 1e-12), jensenShannon([p, q]));
    });
  });

  test("Rényi grows with its order", () => {
    holds(two, ([p, q]) => {
      const orders = [0, 0.1, 0.5, 0.9, 1, 1.1, 2, 5, 50];
      const values = orders.map((order) => renyi(p, q, order));
      for (let n = 1; n < values.length; n++)
        expect(values[n]).toBeGreaterThanOrEqual(values[n - 1] - 1e-11);
    });
  });

  test("what is alike is 0 apart, and everything is symmetric that should be", () => {
    const symmetric = [
      jeffreys,
      totalVariation,
      hellinger,
      bhattacharyya,
      triangularDiscrimination,
      circularWasserstein,
      lineWasserstein,
      circularEnergy,
    ];
    holds(two, ([p, q]) => {
      for (const d of symmetric) {
        expect(d(p, p)).toBeCloseTo(0, 14);
        if (Number.isFinite(d(p, q))) close(d(p, q), d(q, p));
        else expect(d(q, p)).toBe(d(p, q));
      }
    });
  });

  test("turning the circle changes no circular distance, and no way is longer than half around", () => {
    holds(fc.tuple(two, fc.nat(10)), ([[p, q], by]) => {
      for (const d of [circularWasserstein, circularEnergy])
        close(d(turned(p, by), turned(q, by)), d(p, q));
      const steps = circularWasserstein(p, q);
      expect(steps).toBeLessThanOrEqual(Math.floor(p.length / 2) + 1e-12);
      expect(steps).toBeLessThanOrEqual(lineWasserstein(p, q) + 1e-12);
      close(angularWasserstein(p, q, null) / (360 / p.length), steps);
    });
  });

  test("angles count by where they point, not by how they are written", () => {
    const angles = [0, 40, 80, 120, 160, 200, 240, 240, 280, 320];
    const ten = fc.tuple(
      distributionOver(10),
      distributionOver(10),
      fc.nat(9),
      fc.integer({ min: -3, max: 3 }),
    );
    holds(ten, ([p, q, by, turns]) => {
      const value = angularWasserstein(p, q, angles);
      close(angularWasserstein(turned(p, by), turned(q, by), turned(angles, by)), value);
      close(
        angularWasserstein(
          p,
          q,
          angles.map((angle) => angle + 360 * turns),
        ),
        value,
      );
    });
  });

  test("the squared Bregman information is half the mean squared distance over all ordered pairs", () => {
    holds(panel, (rows) => {
      const squares = rows.flatMap((p) =>
        rows.map((q) => p.reduce((sum, x, k) => sum + (x - q[k]) ** 2, 0)),
      );
      const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
      close(bregmanInformation(rows, "squared"), mean / 2);
    });
  });
});
