import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { bernoulliJensenShannon } from "../information/bernoulli-jensen-shannon.js";
import { objective } from "../information/objective.js";
import { permutationNull } from "../information/permutation-null.js";
import { pluginPerDimension } from "../information/plugin-per-dimension.js";
import { meanProfiles } from "../information/profile-matrix.js";
import { questionBaseline, questionBaselineMaximum } from "../information/question-baseline.js";
import { normalisedWeights } from "../statistics/normalised-weights.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

/** The default objective of the design, decision 3. */
export const objectiveOracles: OracleFunctions = {
  bernoulliJensenShannon: (x) =>
    bernoulliJensenShannon(x.table("profiles"), x.numbersOrNull("weights")),
  questionBaseline: (x) =>
    questionBaseline(x.table("posteriors"), x.numbers("baseline"), x.number("clip")),
  questionBaselineMax: (x) => questionBaselineMaximum(x.number("clip")),
  pluginPerDimension: (x) => pluginPerDimension(x.table("posteriors")),
  permutationNull: (x) =>
    permutationNull(
      x.cube("posteriors"),
      x.table("permutations"),
      divergence("jensen-shannon"),
      x.numbersOrNull("weights"),
    ),
  objectiveDefault,
  adaemObjective: (x) =>
    objective({
      informativeness: x.number("divergence"),
      elicitation: x.number("elicitation"),
      alpha: x.number("alpha"),
      informativenessScale: 1,
      elicitationScale: 1,
    }),
};

function objectiveDefault(x: OracleInputs) {
  const posteriors = x.cube("posteriors");
  const weights = x.numbersOrNull("weights");
  const clip = x.number("clip");
  const baseline = x.numbers("baseline");
  const share = normalisedWeights(weights, posteriors.length);
  const chosen = elicitation("question-baseline");
  const chosenDivergence = divergence("jensen-shannon");
  const informativeness = chosenDivergence.of(meanProfiles(posteriors), weights);
  const elicited = posteriors.reduce(
    (sum, replies, i) => sum + share[i] * chosen.of({ replies, baseline, clip }),
    0,
  );
  return {
    informativeness,
    elicitation: elicited,
    objective: objective({
      informativeness,
      elicitation: elicited,
      alpha: x.number("alpha"),
      informativenessScale: chosenDivergence.maximum({
        examinees: posteriors.length,
        dimensions: baseline.length,
      }),
      elicitationScale: chosen.maximum(clip, baseline.length),
    }),
  };
}
