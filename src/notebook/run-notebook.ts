import { homedir, tmpdir } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { cellFailure } from "./cell-failure.js";
import { keepOutputs } from "./keep-outputs.js";
import { openKernel } from "./kernel-client.js";
import type { KernelKind } from "./kernel-process.js";
import { type NotebookCell, writeNotebook } from "./notebook-document.js";
import { readPercent, type SourceCell } from "./percent-notebook.js";

/** A notebook that was run: its cells with what they gave, and the text of the .ipynb file. */
export interface NotebookRun {
  readonly cells: readonly NotebookCell[];
  readonly ipynb: string;
}

/** A cell failed. The message names the cell and carries what the kernel said. */
export class CellError extends Error {
  override readonly name = "CellError";
}

/**
 * Runs a notebook from its percent source in the folder where it stands, on the stock tslab kernel or on
 * the one of this package, and keeps what it shows in a form that is the same on every run.
 *
 * @param path  of the source, which names errors and sets the folder
 * @throws CellError at the first cell that fails, or that shows where on this machine it ran
 */
export async function runNotebook(
  path: string,
  text: string,
  kind: KernelKind = "tslab",
): Promise<NotebookRun> {
  const sources = readPercent(text, path);
  const kernel = await openKernel(dirname(resolve(path)), kind);
  try {
    const cells: NotebookCell[] = [];
    for (const [n, { kind, source }] of sources.entries()) {
      if (kind === "markdown") {
        cells.push({ kind, source, outputs: [] });
        continue;
      }
      const { ok, outputs } = await kernel.run(source);
      const place = `${basename(path)}, cell ${n + 1} (${firstLine(sources[n])})`;
      if (!ok) throw new CellError(`${place} failed:\n${cellFailure(source, outputs)}`);
      const kept = keepOutputs(outputs);
      const shown = JSON.stringify(kept).replaceAll(PICTURE, "");
      const leak = placesOf(path).find((known) => shown.includes(known));
      if (leak !== undefined)
        throw new CellError(`${place} shows a path of this machine: ${leak}; show a name instead`);
      cells.push({ kind, source, outputs: kept });
    }
    return { cells, ipynb: writeNotebook(cells) };
  } finally {
    kernel.close();
  }
}

/** Base64 text has slashes of its own and may spell anything. */
const PICTURE = /base64,[A-Za-z0-9+/=]+/g;

/** Folders whose names would tell where a notebook ran. */
function placesOf(path: string): readonly string[] {
  const folders = [resolve(dirname(path), ".."), homedir(), tmpdir()];
  return folders.filter((folder) => folder.length > 1);
}

function firstLine({ source }: SourceCell): string {
  return source.split("\n")[0];
}
