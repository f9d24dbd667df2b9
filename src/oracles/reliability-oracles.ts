import { cohenKappa, type KappaWeights } from "../statistics/reliability/cohen-kappa.js";
import { cronbachAlpha } from "../statistics/reliability/cronbach-alpha.js";
import { fleissKappa } from "../statistics/reliability/fleiss-kappa.js";
import { guttmanLambda2 } from "../statistics/reliability/guttman-lambda2.js";
import { intraclassCorrelation } from "../statistics/reliability/intraclass-correlation.js";
import {
  krippendorffAlpha,
  type MeasurementLevel,
} from "../statistics/reliability/krippendorff-alpha.js";
import { spearmanBrown } from "../statistics/reliability/spearman-brown.js";
import { splitHalf } from "../statistics/reliability/split-half.js";
import type { OracleFunctions } from "./oracle-functions.js";

/** Reliability of scores and agreement of raters. */
export const reliabilityOracles: OracleFunctions = {
  cronbachAlpha: (x) => cronbachAlpha(x.table("rowsSubjectsColsItems")),
  guttmanLambda2: (x) => guttmanLambda2(x.table("rowsSubjectsColsItems")),
  icc: (x) => {
    const icc = intraclassCorrelation(x.table("rowsTargetsColsRaters"));
    return {
      ICC1: icc.oneWay,
      ICC2: icc.agreement,
      ICC3: icc.consistency,
      ICC1k: icc.oneWayAverage,
      ICC2k: icc.agreementAverage,
      ICC3k: icc.consistencyAverage,
    };
  },
  splitHalf: (x) => {
    const halves = splitHalf(x.table("rowsSubjectsColsItems"), x.numbers("firstHalf"));
    return [halves.correlation, halves.reliability];
  },
  spearmanBrown: (x) => spearmanBrown(x.number("r"), x.number("factor")),
  krippendorffAlpha: (x) =>
    krippendorffAlpha(x.tableWithGaps("ratersByUnits"), x.text("level") as MeasurementLevel),
  cohenKappa: (x) =>
    cohenKappa(x.numbers("a"), x.numbers("b"), {
      weights: (x.textOrNull("weights") ?? "none") as KappaWeights,
    }),
  fleissKappa: (x) => fleissKappa(x.table("countsUnitsByCategories")),
};
