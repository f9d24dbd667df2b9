import { areaUnderCurve } from "../statistics/area-under-curve.js";
import { brier } from "../statistics/calibration/brier.js";
import { brierMulticlass } from "../statistics/calibration/brier-multiclass.js";
import { isotonic } from "../statistics/calibration/isotonic.js";
import { logLoss } from "../statistics/calibration/log-loss.js";
import { murphy } from "../statistics/calibration/murphy.js";
import { nllAtTemperature } from "../statistics/calibration/nll-at-temperature.js";
import { plattFit } from "../statistics/calibration/platt-fit.js";
import {
  type BinOptions,
  reliabilityDiagram,
} from "../statistics/calibration/reliability-diagram.js";
import { temperature } from "../statistics/calibration/temperature.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

/** Calibration of a recognizer. The files write outcomes as 0 and 1. */
export const calibrationOracles: OracleFunctions = {
  brier: (x) => brier(x.numbers("probabilities"), outcomes(x)),
  logLoss: (x) => logLoss(x.numbers("probabilities"), outcomes(x)),
  auc: (x) => areaUnderCurve(x.numbers("probabilities"), outcomes(x)),
  eceEqualWidth: (x) => diagram(x, "width").expectedError,
  mce: (x) => diagram(x, "width").largestError,
  eceEqualMass: (x) => diagram(x, "mass").expectedError,
  murphy: (x) => {
    const parts = murphy(x.numbers("probabilities"), outcomes(x));
    return [parts.reliability, parts.resolution, parts.uncertainty];
  },
  platt: (x) => {
    const { slope, offset } = plattFit(x.numbers("scores"), outcomes(x));
    return [slope, offset];
  },
  temperature: (x) => temperature(x.table("logits"), x.numbers("labels"))?.temperature ?? null,
  nllAtTemperature: (x) =>
    nllAtTemperature(x.table("logits"), x.numbers("labels"), x.number("temperature")),
  brierMulticlass: (x) => brierMulticlass(x.table("probabilities"), x.numbers("labels")),
  isotonic: (x) => isotonic(x.numbers("y"), x.numbersOrNull("weights")),
};

function outcomes(x: OracleInputs): readonly boolean[] {
  return x.numbers("labels").map((label) => label === 1);
}

function diagram(x: OracleInputs, by: BinOptions["by"]) {
  return reliabilityDiagram(x.numbers("probabilities"), outcomes(x), {
    bins: x.number("bins"),
    by,
  });
}
