// `npm run notebooks`: runs notebooks/*.ts on the stock tslab kernel and writes the .ipynb beside
// each. `npm run notebooks -- check` runs them and compares instead; it writes nothing.
// Names after the verb choose notebooks: `npm run notebooks -- check 00-tour`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root } from "./bootstrap.mjs";

const [verb = "run", ...names] = process.argv.slice(2);
if (!["run", "check"].includes(verb)) {
  console.error(`npm run notebooks -- [run|check] [NAME ...]; got "${verb}"`);
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
const { runNotebook } = await import("../dist/notebook/run-notebook.js");
const { firstDifference } = await import("../dist/notebook/first-difference.js");

const folder = join(root, "notebooks");
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const unknown = names.find((name) => !sources.includes(`${name}.ts`));
if (unknown !== undefined) {
  console.error(`there is no notebooks/${unknown}.ts; there are: ${sources.join(", ")}`);
  process.exit(2);
}
let failed = 0;
for (const source of sources.sort()) {
  const name = source.slice(0, -".ts".length);
  if (names.length > 0 && !names.includes(name)) continue;
  const path = join(folder, source);
  const target = join(folder, `${name}.ipynb`);
  const began = Date.now();
  const verdict = await run(path, target).catch((error) => ({ ok: false, said: error.message }));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${name}: ${verdict.said} (${seconds} s)`);
  if (!verdict.ok) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;

async function run(path, target) {
  const { ipynb } = await runNotebook(path, readFileSync(path, "utf8"));
  const known = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (verb === "run") {
    writeFileSync(target, ipynb);
    return { ok: true, said: known === ipynb ? "unchanged" : "written" };
  }
  if (known === ipynb) return { ok: true, said: "as committed" };
  const difference = firstDifference(known, ipynb);
  return {
    ok: false,
    said: `differs from the committed one: ${difference}; run npm run notebooks`,
  };
}
