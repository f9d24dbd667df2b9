import fc from "fast-check";
import { atkinsonEde, atkinsonIndex } from "../../src/aggregation/atkinson-ede.js";
import { cesEde } from "../../src/aggregation/ces-ede.js";
import { paretoDominance } from "../../src/aggregation/dominance.js";
import { hurwicz } from "../../src/aggregation/hurwicz.js";
import { kolmPollakEde } from "../../src/aggregation/kolm-pollak-ede.js";
import { leastAdvantage } from "../../src/aggregation/least-advantage.js";
import { leximinCompare, leximinKey } from "../../src/aggregation/leximin.js";
import { nash } from "../../src/aggregation/nash.js";
import { fallingRankWeights, orness, owa } from "../../src/aggregation/owa.js";
import { rankStability } from "../../src/aggregation/rank-stability.js";
import { rawls } from "../../src/aggregation/rawls.js";
import { giniIndex, sGiniEde } from "../../src/aggregation/s-gini-ede.js";
import { targetScores } from "../../src/aggregation/target-scores.js";
import { weightedMean } from "../../src/aggregation/weighted-mean.js";
import { welfareOf } from "../../src/aggregation/welfare-result.js";
import { stream } from "../../src/random/stream.js";
import { promisesTotality, total, wild } from "../house/totality.js";

type Weights = number[] | null;

const counts = (weights: Weights) => (_: unknown, k: number) => weights === null || weights[k] > 0;
const hasNegative = (scores: number[], weights: Weights) =>
  scores.filter(counts(weights)).some((score) => score < 0);
const withoutMean = (scores: number[], weights: Weights) => {
  const counted = scores.filter(counts(weights));
  const mean = weightedMean(scores, weights);
  return Math.abs(mean) <= 1e-9 * Math.max(...counted.map(Math.abs));
};
const gaps = fc.array(fc.oneof({ weight: 5, arbitrary: wild.number }, fc.constant(null)), {
  maxLength: 5,
});
const rows = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([examinees, dimensions]) =>
    fc.array(fc.array(wild.number, { minLength: dimensions, maxLength: dimensions }), {
      minLength: examinees,
      maxLength: examinees,
    }),
  );

promisesTotality("social welfare", {
  weightedMean: total({ of: weightedMean, inputs: [wild.numbers, wild.weights] }),
  rawls: total({ of: rawls, inputs: [wild.numbers, wild.weights] }),
  nash: total({ of: nash, inputs: [wild.numbers, wild.weights], undefinedWhen: hasNegative }),
  atkinsonEde: total({
    of: (scores: number[], weights: Weights, epsilon: number) =>
      atkinsonEde(scores, weights, { epsilon }),
    inputs: [wild.numbers, wild.weights, wild.number],
    undefinedWhen: hasNegative,
  }),
  atkinsonIndex: total({
    of: (scores: number[], weights: Weights, epsilon: number) =>
      atkinsonIndex(scores, weights, { epsilon }),
    inputs: [wild.numbers, wild.weights, wild.number],
    undefinedWhen: (scores, weights) =>
      hasNegative(scores, weights) || withoutMean(scores, weights),
  }),
  cesEde: total({
    of: (scores: number[], weights: Weights, rho: number) => cesEde(scores, weights, { rho }),
    inputs: [wild.numbers, wild.weights, wild.number],
    undefinedWhen: hasNegative,
  }),
  kolmPollakEde: total({
    of: (scores: number[], weights: Weights, kappa: number) =>
      kolmPollakEde(scores, weights, { kappa }),
    inputs: [wild.numbers, wild.weights, wild.number],
  }),
  sGiniEde: total({
    of: (scores: number[], weights: Weights, delta: number) => sGiniEde(scores, weights, { delta }),
    inputs: [wild.numbers, wild.weights, wild.number],
  }),
  giniIndex: total({
    of: giniIndex,
    inputs: [wild.numbers, wild.weights],
    undefinedWhen: withoutMean,
  }),
  hurwicz: total({
    of: (scores: number[], weights: Weights, optimism: number) =>
      hurwicz(scores, weights, { optimism }),
    inputs: [wild.numbers, wild.weights, wild.share],
  }),
  owa: total({ of: owa, inputs: [wild.numbers, wild.shares] }),
  orness: total({
    of: orness,
    inputs: [wild.shares],
    undefinedWhen: (rankWeights) => rankWeights.length === 1,
  }),
  fallingRankWeights: total({
    of: fallingRankWeights,
    inputs: [fc.integer({ min: -1, max: 20 }), wild.share],
  }),
  leximinKey: total({ of: leximinKey, inputs: [wild.numbers, wild.weights] }),
  leximinCompare: total({
    of: leximinCompare,
    inputs: [wild.numbers, wild.numbers, wild.weights],
  }),
});

promisesTotality("personal weights", {
  welfareOf: total({
    of: (scores: (number | null)[], weights: Weights, drop: boolean) =>
      welfareOf(nash, scores, weights, { missing: drop ? "drop" : "refuse" }),
    inputs: [gaps, wild.weights, fc.boolean()],
  }),
  targetScores: total({
    of: (pairs: (number | null)[][], highest: number) =>
      targetScores(
        pairs.map(([score]) => score),
        pairs.map(([, target]) => target),
        { highest },
      ),
    inputs: [
      fc.array(
        fc.tuple(fc.option(wild.share), fc.option(wild.share)).map((pair) => [...pair]),
        { maxLength: 4 },
      ),
      wild.number,
    ],
  }),
  paretoDominance: total({ of: paretoDominance, inputs: [wild.table] }),
  leastAdvantage: total({
    of: (table: number[][], least: number[], most: number[] | null) =>
      leastAdvantage(table[0], table[1] ?? table[0], {
        least: least.length === table[0].length ? least : undefined,
        most: most ?? undefined,
      }),
    inputs: [rows, wild.shares, wild.weights],
  }),
  rankStability: total({
    of: (table: number[][], weights: Weights) =>
      rankStability(table, {
        random: stream("totality"),
        draws: 5,
        weights: weights?.length === table[0].length ? weights : null,
        rule: nash,
      }),
    inputs: [rows, wild.weights],
  }),
});
