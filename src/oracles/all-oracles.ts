import { banditsOracles } from "./bandits-oracles.js";
import { objectiveOracles } from "./objective-oracles.js";
import type { OracleFunctions } from "./oracle-functions.js";
import { socialWelfareOracles } from "./social-welfare-oracles.js";
import { uncertaintyOracles } from "./uncertainty-oracles.js";

/** Every formula that an oracle file may ask for: the one place where their names meet our functions. */
export const allOracles: OracleFunctions = {
  ...banditsOracles,
  ...objectiveOracles,
  ...socialWelfareOracles,
  ...uncertaintyOracles,
};
