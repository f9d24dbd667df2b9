// `npm test`: install and build when needed, type check, style check, tests. Every stage runs even
// when an earlier one failed; a failed stage counts as one failed. The last line is the summary.
// `npm test -- tests/random` hands its arguments to vitest.
import { build, compile, ensureInstalled, isBuilt, run } from "./bootstrap.mjs";
import { runTests, summarise } from "./run-tests.mjs";

ensureInstalled();
const colours = process.stdout.isTTY ? "force" : "off";
const stages = [
  ["build", () => isBuilt() || build()],
  ["type check", () => compile(".")],
  [
    "style check",
    () =>
      run(process.execPath, [
        "node_modules/@biomejs/biome/bin/biome",
        "ci",
        `--colors=${colours}`,
        ".",
      ]),
  ],
];
const broken = [];
for (const [name, works] of stages) {
  console.error(`${name} ...`);
  try {
    if (!works()) broken.push(name);
  } catch (error) {
    broken.push(`${name} (${error.message})`);
  }
}
const results = runTests(process.argv.slice(2));
summarise({ ...results, broken: [...broken, ...results.broken] });
