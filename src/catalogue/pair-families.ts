import { amariAlpha } from "../information/amari-alpha.js";
import { bhattacharyya } from "../information/bhattacharyya.js";
import { chiSquare } from "../information/chi-square.js";
import { hellinger } from "../information/hellinger.js";
import { jeffreys } from "../information/jeffreys.js";
import { jensenShannon } from "../information/jensen-shannon.js";
import { kullbackLeibler } from "../information/kullback-leibler.js";
import { meanPairwise, type PairDivergence } from "../information/mean-pairwise.js";
import { mixSmoothing } from "../information/mix-smoothing.js";
import { renyi } from "../information/renyi.js";
import { totalVariation } from "../information/total-variation.js";
import { triangularDiscrimination } from "../information/triangular-discrimination.js";
import type { DivergenceFamily } from "./divergence-forms.js";
import type { Parameter, ParameterValues } from "./entry.js";

/**
 * How much of an even distribution is mixed into every profile where a divergence would be infinite without. With the
 * usual value a coin stays within [0.02, 0.98], as readings do under the usual clip of the elicitation.
 */
const SMOOTHING: Parameter = {
  id: "smoothing",
  name: "Smoothing",
  meaning:
    "The share of an even distribution that is mixed into every profile; more of it makes rare values count for less.",
  lowest: 1e-6,
  highest: 0.5,
  usual: 0.04,
};

interface Pairwise {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  /** In TeX, of two distributions p and q. */
  readonly formula: string;
  readonly unit: string;
  readonly parameters?: readonly Parameter[];
  readonly source?: string;
  /** Whether both directions are the same number. */
  readonly symmetric?: boolean;
  between(values: ParameterValues): PairDivergence;
}

/** The mean of a divergence over ordered pairs; where `smoothing` is a parameter, of smoothed profiles. */
function pairwise({
  between,
  formula,
  parameters = [],
  source,
  symmetric,
  ...about
}: Pairwise): DivergenceFamily {
  const smoothed = parameters.includes(SMOOTHING);
  const smooth = (row: readonly number[], { smoothing }: ParameterValues) =>
    smoothed ? mixSmoothing(row, smoothing) : row;
  return {
    ...about,
    parameters,
    name: `Mean pairwise ${about.name}`,
    formula: String.raw`\operatorname{mean}_{i\ne j}d(p_i,p_j),\quad d(p,q)=${formula}`,
    domain: `mean over ordered pairs of examinees, weighted by both weights; ${
      smoothed ? "profiles are smoothed first, or it could be infinite" : "needs no smoothing"
    }`,
    source: source ?? "math 1.2",
    among: (values) => {
      const d = between(values);
      return (rows, weights) =>
        meanPairwise(
          rows.map((row) => smooth(row, values)),
          d,
          weights,
          symmetric,
        );
    },
    // All of these are largest for two examinees that are each sure of another value.
    most: (values, { dimensions }) =>
      between(values)(smooth(sure(0, dimensions), values), smooth(sure(1, dimensions), values)),
  };
}

function sure(of: number, dimensions: number): number[] {
  return Array.from({ length: dimensions }, (_, k) => (k === of ? 1 : 0));
}

/** The divergences of two distributions that the specification has, as means over pairs. */
export const pairFamilies: readonly DivergenceFamily[] = [
  {
    id: "kullback-leibler",
    name: "Kullback-Leibler divergence",
    meaning: "How surprised one examinee would be by another's profile, on average over all pairs.",
    formula: String.raw`\sum_v p_v\ln\frac{p_v}{q_v}`,
    unit: "nats",
    parameters: [SMOOTHING],
    between: () => kullbackLeibler,
  },
  {
    id: "jeffreys",
    name: "Jeffreys divergence",
    meaning: "How surprised two examinees would be by each other's profiles, both ways added.",
    formula: String.raw`\sum_v (p_v-q_v)\ln\frac{p_v}{q_v}`,
    unit: "nats",
    parameters: [SMOOTHING],
    symmetric: true,
    between: () => jeffreys,
  },
  {
    id: "renyi",
    name: "Rényi divergence",
    meaning:
      "A dial from shared ground (low orders) over surprise (1) to the widest gap (high orders).",
    formula: String.raw`\frac1{a-1}\ln\sum_v p_v^a q_v^{1-a}`,
    unit: "nats",
    parameters: [
      {
        id: "order",
        name: "Order a",
        meaning: "Larger orders look more at the values where two examinees differ the most.",
        lowest: 0.01,
        highest: 20,
        usual: 0.5,
      },
      SMOOTHING,
    ],
    between:
      ({ order }: ParameterValues): PairDivergence =>
      (p, q) =>
        renyi(p, q, order),
  },
  {
    id: "total-variation",
    name: "total variation",
    meaning: "The share that would have to be moved to turn one examinee's profile into another's.",
    formula: String.raw`\tfrac12\sum_v|p_v-q_v|`,
    unit: "probability",
    symmetric: true,
    between: () => totalVariation,
  },
  {
    id: "hellinger",
    name: "Hellinger distance",
    meaning: "Distance of two profiles after square roots, so that rare values weigh more.",
    formula: String.raw`\sqrt{1-\sum_v\sqrt{p_v q_v}}`,
    unit: "distance",
    symmetric: true,
    between: () => hellinger,
  },
  {
    id: "bhattacharyya",
    name: "Bhattacharyya distance",
    meaning: "Minus the logarithm of how much two profiles overlap.",
    formula: String.raw`-\ln\sum_v\sqrt{p_v q_v}`,
    unit: "nats",
    parameters: [SMOOTHING],
    symmetric: true,
    between: () => bhattacharyya,
  },
  {
    id: "chi-square",
    name: "chi-square divergence",
    meaning: "Squared differences, each held against what the other examinee shows there.",
    formula: String.raw`\sum_v\frac{(p_v-q_v)^2}{q_v}`,
    unit: "chi-square",
    parameters: [SMOOTHING],
    between: () => chiSquare,
  },
  {
    id: "triangular",
    name: "triangular discrimination",
    meaning: "Squared differences, each held against what both examinees show there together.",
    formula: String.raw`\sum_v\frac{(p_v-q_v)^2}{p_v+q_v}`,
    unit: "discrimination",
    symmetric: true,
    between: () => triangularDiscrimination,
  },
  {
    id: "amari",
    name: "Amari alpha divergence",
    meaning: "A dial from surprise one way (-1) over both alike (0) to surprise the other way (1).",
    formula: String.raw`\frac4{1-a^2}\Bigl(1-\sum_v p_v^{(1+a)/2}q_v^{(1-a)/2}\Bigr)`,
    unit: "nats",
    parameters: [
      {
        id: "alpha",
        name: "Alpha a (not that of Eq. 1)",
        meaning:
          "Further from 0, on either side, values that one of two examinees hardly shows weigh more.",
        lowest: -3,
        highest: 3,
        usual: 0,
      },
      SMOOTHING,
    ],
    between:
      ({ alpha }: ParameterValues): PairDivergence =>
      (p, q) =>
        amariAlpha(p, q, alpha),
  },
  {
    id: "pairwise-jensen-shannon",
    name: "Jensen-Shannon divergence",
    meaning:
      "Jensen-Shannon of two examinees, on average over pairs instead of for the panel at once.",
    formula: String.raw`H\bigl(\tfrac{p+q}2\bigr)-\tfrac{H(p)+H(q)}2`,
    unit: "nats",
    source: "methods 2.4",
    symmetric: true,
    between: (): PairDivergence => (p, q) => jensenShannon([p, q]),
  },
].map(pairwise);
