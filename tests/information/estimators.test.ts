import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barberAgakov } from "../../src/information/barber-agakov.js";
import {
  deltaPerDimension,
  jackknifePerDimension,
} from "../../src/information/corrected-per-dimension.js";
import {
  jensenShannonBias,
  jensenShannonMillerMadow,
  jensenShannonOfCounts,
} from "../../src/information/counted-jensen-shannon.js";
import { adaemSurrogate, disentanglement } from "../../src/information/disentanglement.js";
import { entropyChaoShen } from "../../src/information/entropy-chao-shen.js";
import { entropyDeltaCorrected } from "../../src/information/entropy-delta.js";
import { entropyGrassberger } from "../../src/information/entropy-grassberger.js";
import { entropyJackknife } from "../../src/information/entropy-jackknife.js";
import {
  entropyMillerMadow,
  entropyMillerMadowFixedK,
} from "../../src/information/entropy-miller-madow.js";
import { entropyPlugin } from "../../src/information/entropy-plugin.js";
import { infoNce } from "../../src/information/info-nce.js";
import { jensenShannon } from "../../src/information/jensen-shannon.js";
import {
  informationOfLabels,
  informationPerLabel,
  jointLabelInformation,
} from "../../src/information/label-information.js";
import {
  mutualInformation,
  mutualInformationDeltaCorrected,
  mutualInformationJackknife,
  mutualInformationLeaveOneOut,
  mutualInformationNormalised,
} from "../../src/information/mutual-information.js";
import { oneSidedBaseline } from "../../src/information/one-sided-baseline.js";
import { pluginPerDimension } from "../../src/information/plugin-per-dimension.js";
import { questionBaseline } from "../../src/information/question-baseline.js";
import { separation } from "../../src/information/separation.js";
import { sharesOf } from "../../src/information/shares.js";
import {
  softJensenShannon,
  softJensenShannonJackknife,
} from "../../src/information/soft-jensen-shannon.js";
import {
  unbiasedSquaredDistance,
  unbiasedSquaredDistanceOfCounts,
} from "../../src/information/unbiased-squared-distance.js";
import { stream } from "../../src/random/stream.js";
import { promisesTotality, total, wild } from "../house/totality.js";
import { counts, countTable, cube, distributionOver, profiles } from "./wild-replies.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;

type Rows = number[][];
type Cube = number[][][];

const ofCounts = (of: (counted: number[]) => unknown) => total({ of, inputs: [counts] });
const sumOf = (row: readonly number[]) => row.reduce((sum, one) => sum + one, 0);

promisesTotality("entropy estimators", {
  entropyPlugin: ofCounts(entropyPlugin),
  entropyMillerMadow: ofCounts(entropyMillerMadow),
  entropyMillerMadowFixedK: ofCounts(entropyMillerMadowFixedK),
  entropyGrassberger: ofCounts(entropyGrassberger),
  entropyJackknife: ofCounts(entropyJackknife),
  entropyChaoShen: ofCounts(entropyChaoShen),
  entropyDeltaCorrected: total({
    of: (replies: Rows) => entropyDeltaCorrected(replies),
    inputs: [wild.distributions],
    undefinedWhen: (replies) => replies.length < 2,
  }),
  jensenShannonOfCounts: total({
    of: (table: Rows) => jensenShannonOfCounts(table),
    inputs: [countTable],
  }),
  jensenShannonMillerMadow: total({
    of: (table: Rows) => jensenShannonMillerMadow(table),
    inputs: [countTable],
  }),
  jensenShannonBias: total({
    of: (examinees: number, values: number, samples: number) =>
      jensenShannonBias({ examinees, values, samples }),
    inputs: [fc.oneof(fc.nat(9), wild.number), fc.nat(9), fc.oneof(fc.nat(9), wild.number)],
  }),
  softJensenShannon: total({
    of: (posteriors: Cube) => softJensenShannon(posteriors),
    inputs: [cube],
  }),
  softJensenShannonJackknife: total({
    of: (posteriors: Cube) => softJensenShannonJackknife(posteriors),
    inputs: [cube],
  }),
  unbiasedSquaredDistance: total({
    of: (posteriors: Cube, weights: number[] | null) =>
      unbiasedSquaredDistance(posteriors, weights),
    inputs: [cube, fc.constantFrom<number[] | null>(null, null, [1, 2], [1, 0, 1], [-1, 1])],
    undefinedWhen: (posteriors, weights) => {
      const counting = posteriors.filter((_, i) => weights?.[i] !== 0);
      return counting.length < 2 || counting.some((replies) => replies.length < 2);
    },
  }),
  unbiasedSquaredDistanceOfCounts: total({
    of: (table: Rows) => unbiasedSquaredDistanceOfCounts(table),
    inputs: [countTable],
    undefinedWhen: (table) => table.length < 2 || table.some((row) => sumOf(row) < 2),
  }),
});

const ofReplies = (of: (replies: Rows) => unknown) => total({ of, inputs: [wild.distributions] });
const ofReadings = (of: (replies: Rows) => unknown) => total({ of, inputs: [profiles] });
const single = (replies: Rows) => replies.length < 2;
const clip = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0.02, 0.1, 1e-12, 5e-324) },
  { weight: 1, arbitrary: wild.number },
);
const againstItem = (of: (replies: Rows, baseline: number[], clip: number) => number) =>
  total({
    of: (rows: Rows, clipped: number) => of(rows.slice(1), rows[0] ?? [], clipped),
    inputs: [profiles, clip],
  });

promisesTotality("mutual information", {
  mutualInformation: ofReplies(mutualInformation),
  mutualInformationNormalised: ofReplies(mutualInformationNormalised),
  mutualInformationLeaveOneOut: total({
    of: (replies: Rows) => mutualInformationLeaveOneOut(replies),
    inputs: [wild.distributions],
    undefinedWhen: single,
    infiniteWhen: (replies) =>
      replies[0].some((_, k) => replies.filter((reply) => reply[k] > 0).length === 1),
  }),
  mutualInformationDeltaCorrected: total({
    of: (replies: Rows) => mutualInformationDeltaCorrected(replies),
    inputs: [wild.distributions],
    undefinedWhen: single,
  }),
  mutualInformationJackknife: total({
    of: (replies: Rows) => mutualInformationJackknife(replies),
    inputs: [wild.distributions],
    undefinedWhen: single,
  }),
  informationPerLabel: ofReadings(informationPerLabel),
  informationOfLabels: ofReadings(informationOfLabels),
  jointLabelInformation: ofReadings(jointLabelInformation),
  pluginPerDimension: ofReadings(pluginPerDimension),
  deltaPerDimension: total({
    of: (replies: Rows) => deltaPerDimension(replies),
    inputs: [profiles],
    undefinedWhen: single,
  }),
  jackknifePerDimension: total({
    of: (replies: Rows) => jackknifePerDimension(replies),
    inputs: [profiles],
    undefinedWhen: single,
  }),
  sharesOf: ofReadings(sharesOf),
  questionBaseline: againstItem(questionBaseline),
  oneSidedBaseline: againstItem(oneSidedBaseline),
  disentanglement: againstItem((replies, baseline) => disentanglement(replies, baseline)),
  adaemSurrogate: againstItem(adaemSurrogate),
  barberAgakov: againstItem((replies, _, clipped) => barberAgakov(replies, clipped)),
  infoNce: total({ of: (scores: Rows) => infoNce(scores), inputs: [wild.table] }),
});

const holds = <T>(given: fc.Arbitrary<T>, says: (value: T) => void) =>
  fc.assert(fc.property(given, says), { numRuns: RUNS });
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-11);
const drawn = fc
  .array(fc.nat(12), { minLength: 2, maxLength: 8 })
  .filter((counted) => counted.some((count) => count > 0));
const replies = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => fc.array(distributionOver(count), { minLength: 2, maxLength: 5 }));
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const readings = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.array(fc.array(unit, { minLength: count, maxLength: count }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe(`what estimates of entropy promise (${RUNS} random cases each)`, () => {
  test("corrections only add to the plug-in", () => {
    holds(drawn, (counted) => {
      const plain = entropyPlugin(counted);
      for (const corrected of [entropyMillerMadow, entropyMillerMadowFixedK, entropyJackknife])
        expect(corrected(counted)).toBeGreaterThanOrEqual(plain - 1e-12);
      expect(entropyMillerMadowFixedK(counted)).toBeGreaterThanOrEqual(
        entropyMillerMadow(counted) - 1e-12,
      );
    });
  });

  test("values never drawn change nothing, except where the number of values is the correction", () => {
    holds(drawn, (counted) => {
      const more = [...counted, 0, 0];
      for (const of of [
        entropyPlugin,
        entropyMillerMadow,
        entropyGrassberger,
        entropyJackknife,
        entropyChaoShen,
      ])
        close(of(more), of(counted));
    });
  });

  test("with a hundred thousand draws all agree", () => {
    const many = drawn.map((counted) => counted.map((count) => count * 100_000));
    holds(many, (counted) => {
      const plain = entropyPlugin(counted);
      for (const of of [entropyMillerMadow, entropyGrassberger, entropyJackknife, entropyChaoShen])
        expect(Math.abs(of(counted) - plain)).toBeLessThan(1e-3);
    });
  });

  test("the jackknife is the definition, draw by draw", () => {
    holds(drawn, (counted) => {
      const draws = sumOf(counted);
      const without = counted.map((count, k) =>
        count === 0 || draws === 1
          ? 0
          : count * entropyPlugin(counted.map((other, j) => (j === k ? other - 1 : other))),
      );
      close(
        entropyJackknife(counted),
        draws * entropyPlugin(counted) - ((draws - 1) / draws) * sumOf(without),
      );
    });
  });

  test("for one-hot replies the delta correction is Miller and Madow's, S/(S-1) times", () => {
    const labels = fc.array(fc.nat(3), { minLength: 2, maxLength: 8 });
    holds(labels, (given) => {
      const rows = given.map((label) => [0, 1, 2, 3].map((k) => (k === label ? 1 : 0)));
      const counted = [0, 1, 2, 3].map((k) => given.filter((label) => label === k).length);
      const added = entropyMillerMadow(counted) - entropyPlugin(counted);
      const times = given.length / (given.length - 1);
      close(entropyDeltaCorrected(rows), entropyPlugin(counted) + times * added);
    });
  });
});

describe(`the unbiased squared distance (${RUNS} random cases each)`, () => {
  const deals = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([count, samples]) =>
      fc.array(
        fc.array(fc.array(unit, { minLength: count, maxLength: count }), {
          minLength: samples,
          maxLength: samples,
        }),
        { minLength: 2, maxLength: 3 },
      ),
    );

  test("is the separation, summed over dimensions", () => {
    holds(deals, (posteriors) => {
      close(unbiasedSquaredDistance(posteriors), posteriors[0][0].length * separation(posteriors));
    });
  });

  test("of one-hot replies is that of their counts", () => {
    const labels = fc.array(fc.array(fc.nat(2), { minLength: 2, maxLength: 6 }), {
      minLength: 2,
      maxLength: 4,
    });
    holds(labels, (given) => {
      const hot = given.map((own) => own.map((label) => [0, 1, 2].map((k) => Number(k === label))));
      const counted = hot.map((own) => [0, 1, 2].map((k) => sumOf(own.map((row) => row[k]))));
      close(unbiasedSquaredDistance(hot), unbiasedSquaredDistanceOfCounts(counted));
    });
  });

  test("weights 1 and 0 leave examinees out, and a weight of 2 counts as a pair twice", () => {
    holds(deals, (posteriors) => {
      const twice = [2, ...posteriors.slice(1).map(() => 1)];
      const pairs = posteriors.flatMap((own, i) =>
        posteriors.slice(0, i).map((other, j) => ({
          weight: twice[i] * twice[j],
          value: unbiasedSquaredDistance([own, other]),
        })),
      );
      const expected =
        sumOf(pairs.map(({ weight, value }) => weight * value)) /
        sumOf(pairs.map(({ weight }) => weight));
      close(unbiasedSquaredDistance(posteriors, twice), expected);
      close(
        unbiasedSquaredDistance([...posteriors, posteriors[0]], [...twice, 0]),
        unbiasedSquaredDistance(posteriors, twice),
      );
    });
  });

  test("is 0 on average when all replies come from one pool, dealt in every order", () => {
    const random = stream("pool");
    const pool = Array.from({ length: 4 }, () => [random.next(), random.next()]);
    const orders = permutations([0, 1, 2, 3]);
    const values = orders.map((order) => {
      const dealt = order.map((place) => pool[place]);
      return unbiasedSquaredDistance([dealt.slice(0, 2), dealt.slice(2)]);
    });
    close(sumOf(values), 0);
  });
});

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) =>
    permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

describe(`what mutual information promises (${RUNS} random cases each)`, () => {
  test("it is the Jensen-Shannon divergence of the replies, within ln S and ln K", () => {
    holds(replies, (rows) => {
      close(mutualInformation(rows), jensenShannon(rows));
      const most = Math.log(Math.min(rows.length, rows[0].length));
      expect(mutualInformation(rows)).toBeLessThanOrEqual(most + 1e-12);
    });
  });

  test("the plug-in is at most every correction, and at most leave-one-out", () => {
    holds(replies, (rows) => {
      const plain = mutualInformation(rows) - 1e-12;
      expect(mutualInformationDeltaCorrected(rows)).toBeGreaterThanOrEqual(plain);
      expect(mutualInformationJackknife(rows)).toBeGreaterThanOrEqual(plain);
      expect(mutualInformationLeaveOneOut(rows)).toBeGreaterThanOrEqual(plain);
    });
  });

  test("for two replies the jackknife is twice the plug-in", () => {
    holds(replies, (rows) => {
      close(mutualInformationJackknife(rows.slice(0, 2)), 2 * mutualInformation(rows.slice(0, 2)));
    });
  });

  test("labels together carry at most the sum of what each carries, and their mean is the plug-in", () => {
    holds(readings, (rows) => {
      const joint = jointLabelInformation(rows);
      expect(joint).toBeLessThanOrEqual(informationOfLabels(rows) + 1e-11);
      expect(joint).toBeLessThanOrEqual(Math.log(rows.length) + 1e-11);
      for (const one of informationPerLabel(rows))
        expect(joint).toBeGreaterThanOrEqual(one - 1e-11);
      close(informationOfLabels(rows) / rows[0].length, pluginPerDimension(rows));
    });
  });

  test("InfoNCE never exceeds ln S, and a critic that cannot tell partners apart has 0", () => {
    const square = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc.array(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
          minLength: count,
          maxLength: count,
        }),
        { minLength: count, maxLength: count },
      ),
    );
    holds(square, (scores) => {
      expect(infoNce(scores)).toBeLessThanOrEqual(Math.log(scores.length) + 1e-12);
      close(infoNce(scores.map((row) => row.map(() => row[0]))), 0);
    });
  });

  test("a joint enumeration of too many values is refused, not begun", () => {
    expect(() => jointLabelInformation([new Array(21).fill(0.5)])).toThrow("at most 20 values");
  });
});
