import { divergenceOracles } from "./divergence-oracles.js";
import { entropyOracles } from "./entropy-oracles.js";
import { informationOracles } from "./information-oracles.js";
import { objectiveOracles } from "./objective-oracles.js";
import type { OracleFunctions } from "./oracle-functions.js";

/** Every formula that an oracle file may ask for: the one place where their names meet our functions. */
export const allOracles: OracleFunctions = {
  ...divergenceOracles,
  ...entropyOracles,
  ...informationOracles,
  ...objectiveOracles,
};
