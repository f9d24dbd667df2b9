import { atkinsonEde } from "../aggregation/atkinson-ede.js";
import { cesEde } from "../aggregation/ces-ede.js";
import { hurwicz } from "../aggregation/hurwicz.js";
import { kolmPollakEde } from "../aggregation/kolm-pollak-ede.js";
import { leximinCompare } from "../aggregation/leximin.js";
import { nash } from "../aggregation/nash.js";
import { fallingRankWeights, owa } from "../aggregation/owa.js";
import { rawls } from "../aggregation/rawls.js";
import { sGiniEde } from "../aggregation/s-gini-ede.js";
import { weightedMean } from "../aggregation/weighted-mean.js";
import { axiomsOf } from "./welfare-axioms.js";
import type { WelfareRule } from "./welfare-rules.js";

/**
 * What all rules have in common: one score that stands for all, between the lowest and the
 * highest.
 */
const onScoreScale = { unit: "the scores' own", range: "lowest to highest score that counts" };

/** The welfare rules that ship. */
export const shippedWelfareRules: readonly WelfareRule[] = [
  {
    ...onScoreScale,
    id: "utilitarian",
    name: "Utilitarian (weighted mean)",
    label: "mean",
    meaning: "The mean: a point lost on one dimension is made good by a point won on another.",
    formula: String.raw`\sum_k w_k x_k`,
    domain: "any scores",
    parameters: [],
    source: "math 3; Value Compass Benchmarks (the public leaderboard)",
    axioms: axiomsOf("utilitarian"),
    axiomsFor: null,
    of: weightedMean,
  },
  {
    ...onScoreScale,
    id: "rawls",
    name: "Rawls (maximin)",
    label: "Rawls",
    meaning:
      "The lowest dimension alone; how large a weight is makes no difference, only whether it is 0.",
    formula: String.raw`\min_{k:\,w_k>0} x_k`,
    domain: "any scores",
    parameters: [],
    source: "math 3; Rawls 1971; Value Compass Benchmarks (social welfare functions)",
    axioms: axiomsOf("rawls"),
    axiomsFor: null,
    of: rawls,
  },
  {
    ...onScoreScale,
    id: "leximin",
    name: "Leximin",
    label: "leximin",
    meaning: "Rawls with a tie-break: if the lowest are equal the second lowest decide, and so on.",
    formula: String.raw`(x_{(1)},x_{(2)},\dots)\ \text{in the order of a dictionary}`,
    domain: "any scores; it orders examinees, and the number shown is that of Rawls",
    parameters: [],
    source: "math 3; Sen 1970",
    axioms: axiomsOf("leximin"),
    axiomsFor: null,
    of: rawls,
    order: leximinCompare,
  },
  {
    ...onScoreScale,
    id: "nash",
    name: "Bernoulli-Nash",
    label: "Nash",
    meaning: "The geometric mean: a single low dimension pulls it down, and a 0 makes it 0.",
    formula: String.raw`\prod_k x_k^{w_k}`,
    domain: "scores not negative; one 0 makes the whole 0",
    parameters: [],
    source: "math 3; Value Compass Benchmarks (social welfare functions)",
    axioms: axiomsOf("nash"),
    axiomsFor: null,
    of: nash,
  },
  {
    ...onScoreScale,
    id: "atkinson",
    name: "Atkinson",
    label: "Atkinson",
    meaning:
      "From the mean to Rawls by one slider: how much more a loss hurts where little is left.",
    formula: String.raw`\Bigl(\sum_k w_k x_k^{1-\varepsilon}\Bigr)^{1/(1-\varepsilon)}`,
    domain: "scores not negative; with epsilon 1 or more one 0 makes the whole 0",
    parameters: [
      {
        id: "epsilon",
        name: "Aversion to inequality",
        meaning: "Larger looks more to low dimensions: 0 is the mean, 1 is Nash, far up is Rawls.",
        lowest: 0,
        highest: 5,
        usual: 0.5,
      },
    ],
    source: "math 3; Atkinson 1970",
    axioms: axiomsOf("atkinson"),
    axiomsFor: "epsilon above 0",
    of: (scores, weights, { epsilon }) => atkinsonEde(scores, weights, { epsilon }),
  },
  {
    ...onScoreScale,
    id: "kolm-pollak",
    name: "Kolm-Pollak",
    label: "Kolm",
    meaning:
      "From the mean to Rawls by points and not by ratios: ten more on every dimension is ten more.",
    formula: String.raw`-\frac1\kappa\ln\sum_k w_k e^{-\kappa x_k}`,
    domain: "any scores; kappa is per unit of score, so 5 on a scale of 0 to 1 is 0.05 on 0 to 100",
    parameters: [
      {
        id: "kappa",
        name: "Aversion to inequality, per unit of score",
        meaning: "Larger looks more to low dimensions: 0 is the mean, far up is Rawls.",
        lowest: 0,
        highest: 100,
        usual: 5,
      },
    ],
    source: "math 3; Kolm 1976",
    axioms: axiomsOf("kolm-pollak"),
    axiomsFor: "kappa above 0",
    of: (scores, weights, { kappa }) => kolmPollakEde(scores, weights, { kappa }),
  },
  {
    ...onScoreScale,
    id: "s-gini",
    name: "S-Gini",
    label: "S-Gini",
    meaning:
      "Dimensions stand in line from worst to best, and the place in the line says how much one weighs.",
    formula: String.raw`\sum_i x_{(i)}\bigl[(1-W_{i-1})^\delta-(1-W_i)^\delta\bigr]`,
    domain: "any scores",
    parameters: [
      {
        id: "delta",
        name: "Weight of the low end",
        meaning:
          "Larger looks more to low dimensions: 1 is the mean, 2 the usual Gini, far up is Rawls.",
        lowest: 1,
        highest: 20,
        usual: 2,
      },
    ],
    source: "math 3; Donaldson & Weymark 1980",
    axioms: axiomsOf("s-gini"),
    axiomsFor: "delta above 1",
    of: (scores, weights, { delta }) => sGiniEde(scores, weights, { delta }),
  },
  {
    ...onScoreScale,
    id: "ces",
    name: "Constant elasticity of substitution",
    label: "CES",
    meaning: "Atkinson in the words of economists: how well one dimension stands in for another.",
    formula: String.raw`\Bigl(\sum_k w_k x_k^{\rho}\Bigr)^{1/\rho}`,
    domain: "scores not negative; with rho 0 or less one 0 makes the whole 0",
    parameters: [
      {
        id: "rho",
        name: "Substitution",
        meaning:
          "Larger lets dimensions make up for each other: 1 is the mean, 0 is Nash, far down is Rawls.",
        lowest: -4,
        highest: 1,
        usual: -1,
      },
    ],
    source: "math 3 (rho = 1 - epsilon of Atkinson)",
    axioms: axiomsOf("atkinson"),
    axiomsFor: "rho below 1",
    of: (scores, weights, { rho }) => cesEde(scores, weights, { rho }),
  },
  {
    ...onScoreScale,
    id: "hurwicz",
    name: "Hurwicz",
    label: "Hurwicz",
    meaning:
      "So much of the best dimension and the rest of the worst; what lies between drops out.",
    formula: String.raw`\lambda\max_k x_k+(1-\lambda)\min_k x_k`,
    domain: "any scores",
    parameters: [
      {
        id: "optimism",
        name: "Optimism",
        meaning: "Larger looks more to the best dimension: 0 is Rawls, 1 the best alone.",
        lowest: 0,
        highest: 1,
        usual: 0.3,
      },
    ],
    source: "math 3; Hurwicz 1951",
    axioms: axiomsOf("hurwicz"),
    axiomsFor: "optimism above 0 and below 1",
    of: (scores, weights, { optimism }) => hurwicz(scores, weights, { optimism }),
  },
  {
    ...onScoreScale,
    id: "owa",
    name: "Ordered weighted average",
    label: "OWA",
    meaning: "Weights belong to places from worst to best, each a given part of the one before.",
    formula: String.raw`\sum_i v_i\,x_{(i)},\quad v_i\propto q^{\,i-1}`,
    domain: "any scores; your weights only say which dimensions count, not how much",
    parameters: [
      {
        id: "fall",
        name: "Fall of the weights",
        meaning: "Larger looks less to low dimensions: 0 is Rawls, 1 the plain mean.",
        lowest: 0,
        highest: 1,
        usual: 0.5,
      },
    ],
    source: "math 3; Yager 1988 (here with rank weights that fall by a constant factor)",
    axioms: axiomsOf("owa"),
    axiomsFor: null,
    of: (scores, _, { fall }) => owa(scores, fallingRankWeights(scores.length, fall)),
  },
];
