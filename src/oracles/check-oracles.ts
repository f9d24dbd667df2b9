import { compareExpected, type Tolerance } from "./compare-expected.js";
import type { OracleFunctions } from "./oracle-functions.js";
import { OracleInputs } from "./oracle-inputs.js";

/** One expected number, with the inputs it belongs to. */
export interface OracleCase {
  readonly name: string;
  readonly fn: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance?: Tolerance;
}

/** One file of expected numbers. */
export interface OracleFamily {
  readonly family: string;
  readonly default_tolerance: Tolerance;
  readonly cases: readonly OracleCase[];
}

/** A case in which our result is not the expected one. */
export interface OracleFailure {
  readonly case: OracleCase;
  /** Our result; absent where the function threw. */
  readonly got?: unknown;
  readonly error: string;
}

/** How one family came out. */
export interface OracleReport {
  readonly family: string;
  readonly passed: number;
  readonly functions: number;
  readonly failures: readonly OracleFailure[];
}

/**
 * Computes every case of a family with our own functions and compares. A case whose function is unknown fails: an
 * oracle nobody computes is no promise kept.
 *
 * @example
 * const family = {
 *   family: "toy",
 *   default_tolerance: { abs: 1e-12, rel: 0 },
 *   cases: [{ name: "two", fn: "double", inputs: { x: 1 }, expected: 2 }],
 * };
 * checkOracles(family, { double: (inputs) => 2 * inputs.number("x") }).passed; // => 1
 * checkOracles(family, {}).failures[0].error; // => "there is no function of this name"
 */
export function checkOracles(family: OracleFamily, functions: OracleFunctions): OracleReport {
  const failures = family.cases.flatMap((one) => {
    const failure = failureOf(one, functions, one.tolerance ?? family.default_tolerance);
    return failure === null ? [] : [failure];
  });
  return {
    family: family.family,
    passed: family.cases.length - failures.length,
    functions: new Set(family.cases.map(({ fn }) => fn)).size,
    failures,
  };
}

function failureOf(
  one: OracleCase,
  functions: OracleFunctions,
  tolerance: Tolerance,
): OracleFailure | null {
  if (!Object.hasOwn(functions, one.fn))
    return { case: one, error: "there is no function of this name" };
  try {
    const got = functions[one.fn](new OracleInputs(one.inputs));
    const error = compareExpected(got, one.expected, tolerance);
    return error === null ? null : { case: one, got, error };
  } catch (error) {
    return { case: one, error: `threw ${error instanceof Error ? error.message : String(error)}` };
  }
}
