import type { IrtItem } from "../statistics/discriminability/irt-curve.js";
import { irtInformation } from "../statistics/discriminability/irt-information.js";
import { irtProbability } from "../statistics/discriminability/irt-probability.js";
import { itemRest } from "../statistics/discriminability/item-rest.js";
import { oneWayAnova } from "../statistics/discriminability/one-way-anova.js";
import { signalShare } from "../statistics/discriminability/signal-share.js";
import { testInformation } from "../statistics/discriminability/test-information.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

/** How well items tell examinees apart. The files write an item as [a, b, c, d]. */
export const discriminabilityOracles: OracleFunctions = {
  oneWayAnova: (x) => {
    const anova = oneWayAnova(x.table("modelsBySamples"));
    return {
      MSB: anova.betweenMeanSquare,
      MSW: anova.withinMeanSquare,
      F: anova.f,
      var_between: anova.betweenVariance,
      icc: anova.icc,
      reliability: anova.reliability,
    };
  },
  signalShare: (x) => {
    const { varianceOfMeans, noise, share } = signalShare(
      x.numbers("means"),
      x.numbers("variances"),
      x.numbers("counts"),
    );
    return [varianceOfMeans, noise, share];
  },
  itemRest: (x) => itemRest(x.table("rowsSubjectsColsItems"), x.number("item")),
  irtProbability: (x) => irtProbability(x.number("theta"), oneItem(x)),
  irtInformation: (x) => irtInformation(x.number("theta"), oneItem(x)),
  testInformation: (x) => {
    const { information, standardError } = testInformation(
      x.number("theta"),
      x.table("items").map(item),
    );
    return [information, standardError];
  },
};

function oneItem(x: OracleInputs): IrtItem {
  return item([x.number("a"), x.number("b"), x.number("c"), x.number("d")]);
}

function item([discrimination, difficulty, floor, ceiling]: readonly number[]): IrtItem {
  return { discrimination, difficulty, floor, ceiling };
}
