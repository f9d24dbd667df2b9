import { atkinsonEde, atkinsonIndex } from "../aggregation/atkinson-ede.js";
import { cesEde } from "../aggregation/ces-ede.js";
import { hurwicz } from "../aggregation/hurwicz.js";
import { kolmPollakEde } from "../aggregation/kolm-pollak-ede.js";
import { leximinCompare, leximinKey } from "../aggregation/leximin.js";
import { nash } from "../aggregation/nash.js";
import { orness, owa } from "../aggregation/owa.js";
import { rawls } from "../aggregation/rawls.js";
import { giniIndex, sGiniEde } from "../aggregation/s-gini-ede.js";
import { weightedMean } from "../aggregation/weighted-mean.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

const scores = (x: OracleInputs) => x.numbers("scores");
const weights = (x: OracleInputs) => (x.has("weights") ? x.numbersOrNull("weights") : null);

/** Many scores into one number, each rule as a score on the scores' own scale. */
export const socialWelfareOracles: OracleFunctions = {
  utilitarian: (x) => weightedMean(scores(x), weights(x)),
  rawls: (x) => rawls(scores(x), weights(x)),
  nash: (x) => nash(scores(x), weights(x)),
  atkinsonEde: (x) => atkinsonEde(scores(x), weights(x), { epsilon: x.number("epsilon") }),
  atkinsonIndex: (x) => atkinsonIndex(scores(x), weights(x), { epsilon: x.number("epsilon") }),
  kolmPollakEde: (x) => kolmPollakEde(scores(x), weights(x), { kappa: x.number("kappa") }),
  sGiniEde: (x) => sGiniEde(scores(x), weights(x), { delta: x.number("delta") }),
  giniIndex: (x) => giniIndex(scores(x), weights(x)),
  cesEde: (x) => cesEde(scores(x), weights(x), { rho: x.number("rho") }),
  hurwicz: (x) => hurwicz(scores(x), weights(x), { optimism: x.number("optimism") }),
  owa: (x) => owa(scores(x), x.numbers("rankWeights")),
  orness: (x) => orness(x.numbers("rankWeights")),
  leximinKey: (x) => leximinKey(scores(x), weights(x)),
  leximinCompare: (x) => leximinCompare(x.numbers("a"), x.numbers("b"), weights(x)),
};
