// `npm run bench`: compiles bench/ (and the sources it imports) into a folder of its own and runs each file.
// `npm run bench -- evolve` runs only the files whose name contains "evolve".
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { compile, ensureBuilt, ensureInstalled, root, run } from "./bootstrap.mjs";

ensureInstalled();
ensureBuilt();

const wanted = process.argv[2] ?? "";
const benches = readdirSync(join(root, "bench")).filter(
  (name) => name.endsWith(".ts") && name.includes(wanted),
);
if (benches.length === 0) {
  console.error(`no bench/*.ts has "${wanted}" in its name`);
  process.exit(2);
}
// A folder for each run: two that run at once must not take each other's files away.
const cache = join(root, ".cache");
mkdirSync(cache, { recursive: true });
const compiled = mkdtempSync(join(cache, "bench-"));
process.on("exit", () => rmSync(compiled, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
if (!compile("tsconfig.bench.json", "--outDir", compiled)) process.exit(1);
// Sources find data/ and the version beside their own folder, as they do in dist/; the kernel is a
// program of its own, which is started from dist/.
for (const folder of ["data", "dist"])
  symlinkSync(join(root, folder), join(compiled, folder), "junction");
copyFileSync(join(root, "package.json"), join(compiled, "package.json"));
let failed = 0;
for (const name of benches) {
  console.log(`\n== ${name}`);
  if (!run(process.execPath, [join(compiled, "bench", name.replace(/\.ts$/, ".js"))])) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
