// Makes a fresh checkout ready to run: installs when the lock file changed, builds when a source
// changed, and otherwise does nothing. Uses Node alone, since it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFacts } from "./make-facts.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const BUILT = join(root, "dist/.value-compass-built");
const BUILT_FROM = [
  "src",
  "data",
  "scripts/make-facts.mjs",
  "scripts/bundle.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];

/** Runs `npm ci` unless node_modules already holds what package-lock.json says. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error("installing dependencies (npm ci) ...");
  const npm = process.env.npm_execpath;
  const ok = npm?.endsWith("js")
    ? run(process.execPath, [npm, "ci"])
    : run("npm", ["ci"], { shell: process.platform === "win32" });
  if (!ok) stop("npm ci failed; its output above says why. Check the network and the registry.");
}

/** npm writes what it installed into node_modules as its last step, so a broken install does not count. */
function isInstalled() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  // Optional packages depend on the platform.
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional, devOptional }]) =>
      path === "" ||
      optional ||
      devOptional ||
      (path in present &&
        present[path].version === version &&
        present[path].integrity === integrity),
  );
}

/** Whether dist/ was built from these sources, and the made modules are there. */
export function isBuilt() {
  return existsSync(join(root, "src/facts/made")) && stampIs(BUILT, hashOf(BUILT_FROM));
}

/** Builds dist/ unless it was built from these sources; stops when that fails. */
export function ensureBuilt() {
  if (!isBuilt() && !build()) stop("the build failed; the compiler's lines above say where.");
}

/** Builds dist/ afresh; false when the compiler refuses. */
export function build() {
  const wanted = hashOf(BUILT_FROM);
  console.error("building ...");
  makeFacts();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  if (!compile("tsconfig.build.json")) return false;
  if (!run(process.execPath, ["scripts/bundle.mjs"])) return false;
  // The command in node_modules/.bin is a link to it.
  chmodSync(join(root, "dist/cli/main.js"), 0o755);
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, wanted);
  return true;
}

/** The TypeScript that package.json names; `npx tsc` would be another one that tslab brings along. */
export function compile(project, ...options) {
  return run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project, ...options]);
}

/** Runs a program in the root folder, its output shown here; true when it ends with 0. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit", ...options });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function stampIs(path, wanted) {
  return existsSync(path) && readFileSync(path, "utf8") === wanted;
}

function hashOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap(filesUnder))
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** A file itself, or every file in a folder and below, in the same order everywhere. */
function filesUnder(path) {
  // Made modules follow from data/, which is hashed itself.
  if (path === "src/facts/made" || !existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}
