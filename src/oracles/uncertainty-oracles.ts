import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
} from "../statistics/adjusted-p-values.js";
import { bootstrapItems } from "../statistics/bootstrap-items.js";
import { designEffect } from "../statistics/design-effect.js";
import { cliffsDelta, hedgesG } from "../statistics/effect-sizes.js";
import { itemMean, pooledMean } from "../statistics/item-mean.js";
import { pairedT } from "../statistics/paired-t.js";
import { signFlipP } from "../statistics/sign-flip-p.js";
import { signTestP } from "../statistics/sign-test-p.js";
import {
  seClusterJackknife,
  seClusterRobust,
  seItems,
  seNaive,
} from "../statistics/standard-errors.js";
import { wilson } from "../statistics/wilson.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

const items = (x: OracleInputs) => x.table("itemSamples");
const both = (x: OracleInputs) => [x.numbers("a"), x.numbers("b")] as const;

/** How sure a score is, and whether two examinees differ. */
export const uncertaintyOracles: OracleFunctions = {
  itemMean: (x) => itemMean(items(x)),
  pooledMean: (x) => pooledMean(items(x)),
  seItems: (x) => seItems(items(x)),
  seNaive: (x) => seNaive(items(x)),
  seClusterJackknife: (x) => seClusterJackknife(items(x)),
  seClusterRobust: (x) => seClusterRobust(items(x)),
  bootstrapItems: (x) => {
    const options = { resamples: x.table("resamples"), quantiles: x.numbers("quantiles") };
    const { mean, standardError, quantiles } = bootstrapItems(items(x), options);
    return [mean, standardError, ...quantiles];
  },
  pairedT: (x) => {
    const { meanDifference, standardError, t, freedom, p, dz } = pairedT(...both(x));
    return { mean_diff: meanDifference, se: standardError, t, df: freedom, p, dz };
  },
  signFlipP: (x) => signFlipP(...both(x)),
  signTestP: (x) => signTestP(...both(x)),
  hedgesG: (x) => {
    const { d, g } = hedgesG(...both(x));
    return [d, g];
  },
  cliffsDelta: (x) => cliffsDelta(...both(x)),
  bonferroni: (x) => bonferroni(x.numbers("p")),
  holm: (x) => holm(x.numbers("p")),
  benjaminiHochberg: (x) => benjaminiHochberg(x.numbers("p")),
  benjaminiYekutieli: (x) => benjaminiYekutieli(x.numbers("p")),
  designEffect: (x) => designEffect(x.number("meanClusterSize"), x.number("icc")),
  wilson: (x) => {
    const { low, high } = wilson(x.number("successes"), x.number("n"));
    return [low, high];
  },
};
