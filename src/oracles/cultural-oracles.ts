import { centredScores } from "../culture/centred-scores.js";
import { circularOrderIndex } from "../culture/circular-order-index.js";
import { classicalMds } from "../culture/classical-mds.js";
import { euclideanDistances } from "../culture/euclidean-distances.js";
import { pca } from "../culture/pca.js";
import { procrustes } from "../culture/procrustes.js";
import { sinusoidFit } from "../culture/sinusoid-fit.js";
import { trustworthiness } from "../culture/trustworthiness.js";
import { centre } from "../statistics/centre.js";
import { cosine } from "../statistics/cosine.js";
import { fisherInterval } from "../statistics/fisher-interval.js";
import { kendallTauB } from "../statistics/kendall-tau-b.js";
import { pearson } from "../statistics/pearson.js";
import { ranks } from "../statistics/ranks.js";
import { spearman } from "../statistics/spearman.js";
import { spearmanPermutationP } from "../statistics/spearman-permutation-p.js";
import { zScore } from "../statistics/z-score.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

/** Culture: correlations between profiles, maps and circles. */
export const culturalOracles: OracleFunctions = {
  spearman: (x) => spearman(x.numbers("x"), x.numbers("y")),
  pearson: (x) => pearson(x.numbers("x"), x.numbers("y")),
  kendallTauB: (x) => kendallTauB(x.numbers("x"), x.numbers("y")),
  cosine: (x) => cosine(x.numbers("x"), x.numbers("y")),
  // Centring and then taking the cosine is Pearson's correlation; it goes by that name here.
  cosineCentred: (x) => pearson(x.numbers("x"), x.numbers("y")),
  zScore: (x) => zScore(x.numbers("x")),
  ranks: (x) => ranks(x.numbers("x")),
  centre: (x) => centre(x.numbers("x")),
  spearmanPermutationP: (x) => spearmanPermutationP(x.numbers("x"), x.numbers("y")),
  fisherInterval: (x) => {
    const { low, high } = fisherInterval(x.number("r"), x.number("n"));
    return [low, high];
  },
  pvq21Centred,
  classicalMds: (x) => {
    const map = classicalMds(x.table("distances"), x.number("dimensions"));
    return {
      eigenvalues: map.eigenvalues,
      embeddedDistances: euclideanDistances(map.coordinates),
      gof1: map.goodness,
      gof2: map.goodnessOfPositive,
    };
  },
  pca: (x) => {
    const { axes, scores } = pca(x.table("rows"), x.number("dimensions"));
    return {
      variances: axes.map(({ variance }) => variance),
      shares: axes.map(({ share }) => share),
      embeddedDistances: euclideanDistances(scores),
    };
  },
  procrustesDisparity: (x) => procrustes(x.table("x"), x.table("y")).disparity,
  procrustesRigidRss: (x) => procrustes(x.table("x"), x.table("y")).rigidRss,
  sinusoidFit: (x) => {
    const fit = sinusoidFit(x.numbers("y"), x.numbersOrNull("anglesDeg"));
    return [fit.mean, fit.amplitude, fit.peak, fit.rSquared];
  },
  circularOrderIndex: (x) => {
    const order = circularOrderIndex(x.table("correlations"));
    return [order.agree, order.disagree, order.tie, order.index];
  },
  trustworthiness: (x) => trustworthiness(x.table("high"), x.table("low"), x.number("k")),
};

/** Oracle keys count items from 0, a printed questionnaire from 1. Oracles write what is undefined as NaN. */
function pvq21Centred(x: OracleInputs): number[] {
  const keys = x.table("keys");
  const key = Object.fromEntries(keys.map((items, at) => [`${at}`, items.map((item) => item + 1)]));
  const scores = centredScores(x.numbersWithGaps("items"), key, x.number("reverseFrom"));
  return keys.map((_, at) => scores[`${at}`] ?? Number.NaN);
}
