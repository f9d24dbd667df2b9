import { banditsOracles } from "./bandits-oracles.js";
import { calibrationOracles } from "./calibration-oracles.js";
import { culturalOracles } from "./cultural-oracles.js";
import { discriminabilityOracles } from "./discriminability-oracles.js";
import { divergenceOracles } from "./divergence-oracles.js";
import { entropyOracles } from "./entropy-oracles.js";
import { informationOracles } from "./information-oracles.js";
import { objectiveOracles } from "./objective-oracles.js";
import type { OracleFunctions } from "./oracle-functions.js";
import { ratingsOracles } from "./ratings-oracles.js";
import { reliabilityOracles } from "./reliability-oracles.js";
import { socialWelfareOracles } from "./social-welfare-oracles.js";
import { uncertaintyOracles } from "./uncertainty-oracles.js";

/** Every formula that an oracle file may ask for: the one place where their names meet our functions. */
export const allOracles: OracleFunctions = {
  ...banditsOracles,
  ...calibrationOracles,
  ...culturalOracles,
  ...discriminabilityOracles,
  ...divergenceOracles,
  ...entropyOracles,
  ...informationOracles,
  ...objectiveOracles,
  ...ratingsOracles,
  ...reliabilityOracles,
  ...socialWelfareOracles,
  ...uncertaintyOracles,
};
