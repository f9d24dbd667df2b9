import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installSpec } from "../../src/kernel/kernel-spec.js";
import type { KernelKind } from "../../src/notebook/kernel-process.js";
import { jupyterBin, root } from "./optional-part.js";

/** A folder with everything Jupyter would else look for in the home folder. */
export interface JupyterHome {
  /** Where notebooks are; the package is found from it as after an install. */
  readonly notebooks: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** Makes such a folder, with both kernels announced from this checkout. */
export function jupyterHome(): JupyterHome {
  const home = mkdtempSync(join(tmpdir(), "value-compass-jupyter-"));
  const notebooks = join(home, "notebooks");
  mkdirSync(join(notebooks, "node_modules"), { recursive: true });
  symlinkSync(root, join(notebooks, "node_modules/value-compass"), "junction");
  installSpec({ prefix: home });
  const stock = join(home, "share/jupyter/kernels/tslab");
  mkdirSync(stock, { recursive: true });
  const program = join(root, "node_modules/tslab/bin/tslab");
  const argv = [process.execPath, program, "kernel", "--config-path={connection_file}"];
  writeFileSync(
    join(stock, "kernel.json"),
    JSON.stringify({ argv, display_name: "tslab", language: "typescript" }),
  );
  const settings = join(home, "settings/@jupyterlab/apputils-extension");
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, "notification.jupyterlab-settings"),
    JSON.stringify({ fetchNews: "false", checkForUpdates: false }),
  );
  const env = {
    ...process.env,
    PATH: `${jupyterBin}:${process.env.PATH}`,
    JUPYTER_PATH: join(home, "share/jupyter"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
    IPYTHONDIR: join(home, "ipython"),
  };
  return { notebooks, env, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** The text of a notebook that no one has run, for one of the kernels. */
export function freshNotebook(kernel: KernelKind, ...cells: readonly string[]): string {
  return JSON.stringify({
    cells: cells.map((source, n) => ({
      cell_type: "code",
      id: `cell-${n + 1}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
    metadata: {
      kernelspec: { name: kernel, display_name: kernel, language: "typescript" },
      language_info: { name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  });
}
