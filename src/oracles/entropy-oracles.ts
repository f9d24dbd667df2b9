import {
  jensenShannonBias,
  jensenShannonMillerMadow,
  jensenShannonOfCounts,
} from "../information/counted-jensen-shannon.js";
import { entropyChaoShen } from "../information/entropy-chao-shen.js";
import { entropyDeltaCorrected } from "../information/entropy-delta.js";
import { entropyGrassberger } from "../information/entropy-grassberger.js";
import { entropyJackknife } from "../information/entropy-jackknife.js";
import {
  entropyMillerMadow,
  entropyMillerMadowFixedK,
} from "../information/entropy-miller-madow.js";
import { entropyPlugin } from "../information/entropy-plugin.js";
import {
  softJensenShannon,
  softJensenShannonJackknife,
} from "../information/soft-jensen-shannon.js";
import {
  unbiasedSquaredDistance,
  unbiasedSquaredDistanceOfCounts,
} from "../information/unbiased-squared-distance.js";
import type { OracleFunctions } from "./oracle-functions.js";

/** Entropy from few draws, and divergences corrected for them. */
export const entropyOracles: OracleFunctions = {
  entropyPlugin: (x) => entropyPlugin(x.numbers("counts")),
  entropyMillerMadow: (x) => entropyMillerMadow(x.numbers("counts")),
  entropyMillerMadowFixedK: (x) => entropyMillerMadowFixedK(x.numbers("counts")),
  entropyGrassberger: (x) => entropyGrassberger(x.numbers("counts")),
  entropyJackknife: (x) => entropyJackknife(x.numbers("counts")),
  entropyChaoShen: (x) => entropyChaoShen(x.numbers("counts")),
  entropyDeltaCorrected: (x) => entropyDeltaCorrected(x.table("posteriors")),
  jsCounts: (x) => jensenShannonOfCounts(x.table("counts")),
  jsCountsMillerMadowFixedK: (x) => jensenShannonMillerMadow(x.table("counts")),
  jsBiasFixedK: (x) =>
    jensenShannonBias({
      examinees: x.number("models"),
      values: x.number("values"),
      samples: x.number("samples"),
    }),
  jsSoft: (x) => softJensenShannon(x.cube("posteriors")),
  jsSoftJackknife: (x) => softJensenShannonJackknife(x.cube("posteriors")),
  l2PairwiseUnbiased: (x) => unbiasedSquaredDistanceOfCounts(x.table("counts")),
  l2PairwiseUnbiasedSoft: (x) => unbiasedSquaredDistance(x.cube("posteriors")),
};
