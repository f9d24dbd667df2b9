import { allOracles } from "../oracles/all-oracles.js";
import { checkOracles, type OracleFailure } from "../oracles/check-oracles.js";
import { readOracles } from "../oracles/read-oracles.js";
import { EXIT } from "./exit-code.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";
import type { Done, Verb } from "./verb-options.js";

/** Adds `oracles`. */
export function registerOracles(verb: Verb, context: VerbContext, done: Done): void {
  verb(
    "oracles",
    "compute every expected number in a folder with our formulas, and compare",
    "value-compass oracles tests/oracles",
  )
    .argument("<folder>", "a folder of oracle files (.json)")
    .action((folder: string, flags: { json?: boolean }) => done(oracles(folder, flags, context)));
}

/** Most failures of one function that are printed in full. */
const SHOWN = 5;

/** Computes every expected number in a folder of oracle files with our own functions, and compares. */
export function oracles(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): number {
  const reports = readOracles(folder).map((family) => checkOracles(family, allOracles));
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failures = reports.flatMap((report) => report.failures);
  if (flags.json) context.out(`${JSON.stringify({ passed, failed: failures.length, reports })}\n`);
  else {
    const rows = reports.map(({ family, functions, passed, failures }) =>
      [family, functions, passed, failures.length].map(String),
    );
    context.out(
      `${textTable(
        [
          { title: "family", align: "left" },
          { title: "functions", align: "right" },
          { title: "passed", align: "right" },
          { title: "failed", align: "right" },
        ],
        rows,
      )}\n${failureText(failures)}\n${passed} passed, ${failures.length} failed\n`,
    );
  }
  return failures.length === 0 ? EXIT.done : EXIT.failed;
}

function failureText(failures: readonly OracleFailure[]): string {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const failure of failures) {
    const { name, fn, inputs, expected } = failure.case;
    const count = (seen.get(fn) ?? 0) + 1;
    seen.set(fn, count);
    if (count > SHOWN) continue;
    const got = "got" in failure ? JSON.stringify(failure.got, plainNumbers) : "nothing";
    lines.push(
      `\n${fn}, case ${name}: ${failure.error}\n  inputs   ${JSON.stringify(inputs)}` +
        `\n  expected ${JSON.stringify(expected)}\n  got      ${got}`,
    );
  }
  for (const [fn, count] of seen)
    if (count > SHOWN) lines.push(`\n${fn}: ${count - SHOWN} more; --json has them all`);
  return lines.join("\n");
}

function plainNumbers(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
