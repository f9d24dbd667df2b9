import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nash } from "../../src/aggregation/nash.js";
import { rawls } from "../../src/aggregation/rawls.js";
import { weightedMean } from "../../src/aggregation/weighted-mean.js";
import { divergence } from "../../src/catalogue/divergences.js";
import { elicitation } from "../../src/catalogue/elicitations.js";
import { bernoulliJensenShannon } from "../../src/information/bernoulli-jensen-shannon.js";
import { normalisedWeights } from "../../src/information/normalised-weights.js";
import { objective } from "../../src/information/objective.js";
import { permutationNull } from "../../src/information/permutation-null.js";
import { pluginPerDimension } from "../../src/information/plugin-per-dimension.js";
import { meanProfiles, type Posteriors } from "../../src/information/profile-matrix.js";
import {
  questionBaseline,
  questionBaselineMaximum,
} from "../../src/information/question-baseline.js";
import { separation } from "../../src/information/separation.js";
import { areaUnderCurve } from "../../src/statistics/area-under-curve.js";
import { clusteredInterval } from "../../src/statistics/clustered-interval.js";
import { spearman } from "../../src/statistics/spearman.js";

type Inputs = Record<string, never>;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const js = divergence("jensen-shannon");

/** Each oracle function, computed by the product. */
const ours: Readonly<Record<string, (inputs: Inputs) => unknown>> = {
  bernoulliJensenShannon: (x) => bernoulliJensenShannon(x.profiles, x.weights),
  questionBaseline: (x) => questionBaseline(x.posteriors, x.baseline, x.clip),
  questionBaselineMax: (x) => questionBaselineMaximum(x.clip),
  pluginPerDimension: (x) => pluginPerDimension(x.posteriors),
  permutationNull: (x) => permutationNull(x.posteriors, x.permutations, js, x.weights),
  objectiveDefault: (x) => {
    const posteriors: Posteriors = x.posteriors;
    const share = normalisedWeights(x.weights, posteriors.length);
    const chosen = elicitation("question-baseline");
    const informativeness = js.of(meanProfiles(posteriors), x.weights);
    const elicited = posteriors.reduce(
      (sum, replies, i) =>
        sum + share[i] * chosen.of({ replies, baseline: x.baseline, clip: x.clip }),
      0,
    );
    return {
      informativeness,
      elicitation: elicited,
      objective: objective({
        informativeness,
        elicitation: elicited,
        alpha: x.alpha,
        informativenessScale: js.maximum,
        elicitationScale: chosen.maximum(x.clip),
      }),
    };
  },
  adaemObjective: (x) =>
    objective({
      informativeness: x.divergence,
      elicitation: x.elicitation,
      alpha: x.alpha,
      informativenessScale: 1,
      elicitationScale: 1,
    }),
  l2PairwiseUnbiasedSoft: (x) => {
    const posteriors: Posteriors = x.posteriors;
    return separation(posteriors) * posteriors[0][0].length;
  },
  utilitarian: (x) => weightedMean(x.scores, x.weights),
  rawls: (x) => rawls(x.scores, x.weights),
  nash: (x) => nash(x.scores, x.weights),
  itemMean: (x) => clusteredInterval((x.itemSamples as number[][]).map(mean)).mean,
  seItems: (x) =>
    clusteredInterval((x.itemSamples as number[][]).map(mean)).standardError ?? Number.NaN,
  spearman: (x) => spearman(x.x, x.y),
  auc: (x) =>
    areaUnderCurve(
      x.probabilities,
      (x.labels as number[]).map((label) => label === 1),
    ),
};

interface OracleCase {
  readonly name: string;
  readonly fn: string;
  readonly inputs: Inputs;
  readonly expected: unknown;
  readonly tolerance?: { readonly abs: number; readonly rel: number };
}

const folder = new URL("../../../shared/oracles/", import.meta.url);
const families = [
  "objective",
  "entropy_estimators",
  "mutual_information",
  "social_welfare",
  "uncertainty",
  "cultural",
  "calibration",
];

function expectClose(got: unknown, expected: unknown, tolerance: { abs: number; rel: number }) {
  if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected))
      expectClose((got as Record<string, unknown>)[key], value, tolerance);
    return;
  }
  if (expected === "NaN") return expect(got).toBeNaN();
  const want = expected as number;
  expect(Math.abs((got as number) - want)).toBeLessThanOrEqual(
    Math.max(tolerance.abs, tolerance.rel * Math.abs(want)),
  );
}

describe.skipIf(!existsSync(folder))("the product agrees with the oracles", () => {
  for (const family of families) {
    const path = new URL(`${family}.json`, folder);
    if (!existsSync(path)) continue;
    const { cases, default_tolerance } = JSON.parse(readFileSync(path, "utf8"));
    for (const fn of Object.keys(ours)) {
      const own: OracleCase[] = cases.filter((one: OracleCase) => one.fn === fn);
      if (own.length === 0) continue;
      it(`${fn} (${own.length} cases of ${family})`, () => {
        for (const one of own)
          expectClose(ours[fn](one.inputs), one.expected, one.tolerance ?? default_tolerance);
      });
    }
  }
});
