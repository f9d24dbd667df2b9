import { culturalOracles } from "./cultural-oracles.js";
import { objectiveOracles } from "./objective-oracles.js";
import type { OracleFunctions } from "./oracle-functions.js";

/** Every formula that an oracle file may ask for: the one place where their names meet our functions. */
export const allOracles: OracleFunctions = {
  ...culturalOracles,
  ...objectiveOracles,
};
