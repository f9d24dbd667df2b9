import type { OracleInputs } from "./oracle-inputs.js";

/** A function of ours by the name that the oracle files use: inputs in; a number, a list or a named object out. */
export type OracleFunctions = Readonly<Record<string, (inputs: OracleInputs) => unknown>>;
