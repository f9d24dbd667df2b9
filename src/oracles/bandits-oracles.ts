import { betaPosterior } from "../statistics/beta-posterior.js";
import { empiricalBernsteinRadius, hoeffdingRadius } from "../statistics/confidence-radii.js";
import { klUcb } from "../statistics/kl-ucb.js";
import { probabilityBest } from "../statistics/probability-best.js";
import { softmaxPolicy } from "../statistics/softmax-policy.js";
import { successiveHalving } from "../statistics/successive-halving.js";
import { ucb1, ucbTuned, ucbV } from "../statistics/ucb.js";
import { ucb1Trace } from "../statistics/ucb1-trace.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

const arm = (x: OracleInputs) => ({ mean: x.number("mean"), pulls: x.number("pulls") });
const t = (x: OracleInputs) => x.number("t");
const radius = (x: OracleInputs) => ({ delta: x.number("delta"), range: x.number("range") });

/** Where to spend the next call. */
export const banditsOracles: OracleFunctions = {
  ucb1: (x) => ucb1(arm(x), { t: t(x), c: x.number("c") }),
  ucbTuned: (x) => ucbTuned(arm(x), { t: t(x), meanOfSquares: x.number("meanOfSquares") }),
  klUcb: (x) => klUcb(arm(x), { t: t(x) }),
  ucbV: (x) => ucbV(arm(x), { t: t(x), variance: x.number("variance"), b: x.number("b") }),
  hoeffdingRadius: (x) => hoeffdingRadius(x.number("n"), radius(x)),
  empiricalBernsteinRadius: (x) =>
    empiricalBernsteinRadius(x.number("n"), { ...radius(x), variance: x.number("variance") }),
  betaPosterior: (x) => {
    const prior = { alpha: x.number("a0"), beta: x.number("b0") };
    const { alpha, beta, mean, variance } = betaPosterior(
      x.number("successes"),
      x.number("n"),
      prior,
    );
    return [alpha, beta, mean, variance];
  },
  probabilityBest: (x) =>
    probabilityBest(x.table("betaArms").map(([alpha, beta]) => ({ alpha, beta }))),
  successiveHalving: (x) =>
    successiveHalving(x.number("arms"), x.number("budget")).map(({ arms, pulls }) => [arms, pulls]),
  ucb1Trace: (x) => ucb1Trace(x.table("rewards"), { steps: x.number("steps"), c: x.number("c") }),
  softmaxPolicy: (x) =>
    softmaxPolicy(x.numbers("values"), { temperature: x.number("temperature") }),
};
