import { allOracles } from "../../src/oracles/all-oracles.js";
import type { OracleCase } from "../../src/oracles/check-oracles.js";
import { OracleInputs } from "../../src/oracles/oracle-inputs.js";

/** What our functions make of oracle cases, every digit written out; runs in Node and in a page. */
export function caseResults(cases: readonly OracleCase[]): string[] {
  return cases.map(({ fn, inputs }) => {
    try {
      return JSON.stringify(allOracles[fn](new OracleInputs(inputs)), everyDigit);
    } catch (error) {
      return `refused: ${String(error)}`;
    }
  });
}

/** Numbers that JSON does not know are written as words; the sign of 0 too. */
function everyDigit(_: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (typeof value !== "number") return value;
  return Number.isFinite(value) && !Object.is(value, -0) ? value : `${value} ${1 / value}`;
}
