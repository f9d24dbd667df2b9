import { additiveSmoothing } from "../information/additive-smoothing.js";
import { amariAlpha } from "../information/amari-alpha.js";
import { bhattacharyya } from "../information/bhattacharyya.js";
import { type BregmanGenerator, bregmanInformation } from "../information/bregman-information.js";
import { chiSquare } from "../information/chi-square.js";
import { circularEnergy } from "../information/circular-energy.js";
import {
  angularWasserstein,
  circularWasserstein,
  circularWassersteinNormalised,
} from "../information/circular-wasserstein.js";
import { hellinger } from "../information/hellinger.js";
import { jeffreys } from "../information/jeffreys.js";
import {
  jensenShannon,
  jensenShannonNormalised,
  klToMixtureMean,
} from "../information/jensen-shannon.js";
import { jensenTsallis } from "../information/jensen-tsallis.js";
import { kullbackLeibler } from "../information/kullback-leibler.js";
import { lineWasserstein } from "../information/line-wasserstein.js";
import { meanPairwise, type PairDivergence } from "../information/mean-pairwise.js";
import { mixSmoothing } from "../information/mix-smoothing.js";
import { renyi } from "../information/renyi.js";
import { totalVariation } from "../information/total-variation.js";
import { triangularDiscrimination } from "../information/triangular-discrimination.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

const weightsOf = (x: OracleInputs) => (x.has("weights") ? x.numbersOrNull("weights") : null);

const ofTwo = (between: PairDivergence) => (x: OracleInputs) =>
  between(x.numbers("p"), x.numbers("q"));

const ofMany =
  (among: (rows: number[][], weights: number[] | null) => number) => (x: OracleInputs) =>
    among(x.table("distributions"), weightsOf(x));

const ofPairs = (between: PairDivergence) =>
  ofMany((rows, weights) => meanPairwise(rows, between, weights));

/** Divergences of two and of many distributions, and smoothing. */
export const divergenceOracles: OracleFunctions = {
  jensenShannon: ofMany(jensenShannon),
  jensenShannonNormalised: ofMany(jensenShannonNormalised),
  klToMixtureMean: ofMany(klToMixtureMean),
  kl: ofTwo(kullbackLeibler),
  jeffreys: ofTwo(jeffreys),
  meanPairwiseKl: ofPairs(kullbackLeibler),
  meanPairwiseJeffreys: ofPairs(jeffreys),
  meanPairwiseTotalVariation: ofPairs(totalVariation),
  renyi: (x) => renyi(x.numbers("p"), x.numbers("q"), x.number("alpha")),
  totalVariation: ofTwo(totalVariation),
  hellinger: ofTwo(hellinger),
  bhattacharyya: ofTwo(bhattacharyya),
  chiSquare: ofTwo(chiSquare),
  triangularDiscrimination: ofTwo(triangularDiscrimination),
  amariAlpha: (x) => amariAlpha(x.numbers("p"), x.numbers("q"), x.number("alpha")),
  bregmanInformation: (x) =>
    bregmanInformation(
      x.table("distributions"),
      // An unknown generator is refused by the formula itself.
      x.text("generator") as BregmanGenerator,
      weightsOf(x),
    ),
  jensenTsallis: (x) => jensenTsallis(x.table("distributions"), x.number("q"), weightsOf(x)),
  wassersteinCircular: ofTwo(circularWasserstein),
  wassersteinCircularNormalised: ofTwo(circularWassersteinNormalised),
  energyCircular: ofTwo(circularEnergy),
  wassersteinLine: ofTwo(lineWasserstein),
  wassersteinAngles: (x) =>
    angularWasserstein(
      x.numbers("p"),
      x.numbers("q"),
      x.has("anglesDeg") ? x.numbersOrNull("anglesDeg") : null,
    ),
  additiveSmoothing: (x) => additiveSmoothing(x.numbers("counts"), x.number("alpha")),
  mixSmoothing: (x) => mixSmoothing(x.numbers("p"), x.number("epsilon")),
};
