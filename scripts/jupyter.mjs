// `npm run jupyter`: a JupyterLab of its own for this checkout, in .cache/jupyter, with ipywidgets and both
// kernels (stock tslab and the one of this package). Needs python3 with venv and pip; asks PyPI once.
// `npm run jupyter -- lab` opens it in the browser, `npm run jupyter -- ANYTHING` hands over to `jupyter`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run } from "./bootstrap.mjs";

/** Tried together, on Python 3.11. */
const PACKAGES = [
  "jupyterlab==4.6.6",
  "ipywidgets==8.1.9",
  "nbclient==0.11.0",
  "nbconvert==7.17.2",
  "jupyter_kernel_test==0.7.0",
];

const home = join(root, ".cache/jupyter");
const bin = join(home, process.platform === "win32" ? "Scripts" : "bin");
const stamp = join(home, ".value-compass-installed");
const wanted = PACKAGES.join("\n");

ensureInstalled();
ensureBuilt();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
announceKernels();

const args = process.argv.slice(2);
if (args.length === 0) {
  console.log(`JupyterLab is in ${home}; \`npm run jupyter -- lab\` opens it`);
} else {
  const env = { ...process.env, VIRTUAL_ENV: home, PATH: `${bin}:${process.env.PATH}` };
  const { status } = spawnSync(join(bin, "jupyter"), args, { cwd: root, stdio: "inherit", env });
  process.exitCode = status ?? 1;
}

function install() {
  const python = process.env.PYTHON ?? (process.platform === "win32" ? "python" : "python3");
  console.error("setting up JupyterLab (pip install) ...");
  rmSync(home, { recursive: true, force: true });
  const quiet = ["--quiet", "--disable-pip-version-check"];
  const ok =
    run(python, ["-m", "venv", home]) &&
    run(join(bin, "python"), ["-m", "pip", "install", ...quiet, ...PACKAGES]);
  if (!ok) {
    console.error("JupyterLab could not be set up; the lines above say why. It needs python3 with");
    console.error("venv (Debian: python3-venv) and PyPI; PYTHON names another interpreter.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function announceKernels() {
  const ours = ["dist/cli/main.js", "kernel", "install", "--prefix", home];
  run(process.execPath, ours, { stdio: ["ignore", "ignore", "inherit"] });
  const stock = join(home, "share/jupyter/kernels/tslab");
  mkdirSync(stock, { recursive: true });
  const program = join(root, "node_modules/tslab/bin/tslab");
  const argv = [process.execPath, program, "kernel", "--config-path={connection_file}"];
  const spec = { argv, display_name: "TypeScript (tslab)", language: "typescript" };
  writeFileSync(join(stock, "kernel.json"), JSON.stringify(spec));
}
