// Runs vitest and reads its own count of what passed, so that no summary is typed by hand.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root, run } from "./bootstrap.mjs";

const RESULTS = ".cache/test-results.json";

/**
 * Runs the tests with vitest's usual lines on screen.
 *
 * @returns counts of tests, and what failed outside any test (a file that does not load, a crash)
 */
export function runTests(args, env = {}) {
  const results = join(root, RESULTS);
  rmSync(results, { force: true });
  const ok = run(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${RESULTS}`,
      ...args,
    ],
    { env: { ...process.env, ...env } },
  );
  if (!existsSync(results))
    return { passed: 0, failed: 0, skipped: 0, broken: ["vitest (it wrote no results)"] };
  const report = JSON.parse(readFileSync(results, "utf8"));
  const broken = report.testResults
    .filter((file) => file.status === "failed" && !file.assertionResults.some(failed))
    .map((file) => `${relative(root, file.name)}: ${firstLine(file.message)}`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0 } = report;
  if (!ok && numFailedTests === 0 && broken.length === 0)
    broken.push("vitest (it ended with an error outside the tests; see above)");
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
    broken,
  };
}

/** The last line of a test run, and the exit code that goes with it. */
export function summarise({ passed, failed, skipped, broken }) {
  for (const stage of broken) console.log(`failed: ${stage}`);
  const all = failed + broken.length;
  console.log(`${passed} passed, ${all} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = all > 0 ? 1 : 0;
}

function failed(test) {
  return test.status === "failed";
}

function firstLine(message) {
  return (message || "failed outside its tests").trim().split("\n")[0];
}
