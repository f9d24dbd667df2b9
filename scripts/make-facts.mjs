// Turns the facts in data/ into typed modules in src/facts/made/, so that pure rooms and browsers can
// import them. Needs nothing installed. Run by every build and test.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const made = join(root, "src/facts/made");

/** One line a module: output name, exported constant, its type, where the type lives, how to read the data. */
const modules = [];

function json(path) {
  return JSON.parse(readFileSync(join(root, "data", path), "utf8"));
}

export function makeFacts() {
  mkdirSync(made, { recursive: true });
  const wanted = new Set(modules.map((module) => `${module.file}.ts`));
  for (const name of readdirSync(made)) if (!wanted.has(name)) rmSync(join(made, name));
  for (const { file, constant, type, from, read } of modules) {
    const source =
      `// Made from data/ by scripts/make-facts.mjs; not edited by hand.\n` +
      `import type { ${type.replace(/^readonly /, "").replace("[]", "")} } from "${from}";\n\n` +
      `export const ${constant}: ${type} = ${JSON.stringify(read(json), null, 1)};\n`;
    const path = join(made, `${file}.ts`);
    if (!existsSync(path) || readFileSync(path, "utf8") !== source) writeFileSync(path, source);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeFacts();
