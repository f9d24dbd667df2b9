import { objectiveOracles } from "./objective-oracles.js";
import type { OracleFunctions } from "./oracle-functions.js";
import { reliabilityOracles } from "./reliability-oracles.js";

/** Every formula that an oracle file may ask for: the one place where their names meet our functions. */
export const allOracles: OracleFunctions = {
  ...objectiveOracles,
  ...reliabilityOracles,
};
