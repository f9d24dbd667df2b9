import { execFile } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshNotebook, type JupyterHome, jupyterHome } from "./jupyter-home.js";
import { hasParts, isFull, jupyterBin, root } from "./optional-part.js";

const execute = promisify(execFile);
const KERNELS = ["tslab", "value-compass"] as const;

/** Python that fills a notebook through nbclient and prints what came of it. */
const NBCLIENT = `
import json, sys, nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
path, kernel = sys.argv[1:3]
book = nbformat.read(path, 4)
client = NotebookClient(book, kernel_name=kernel, timeout=240, record_timing=False)
error = None
try:
    client.execute()
except CellExecutionError as failure:
    error = str(failure)
print(json.dumps({"book": book, "error": error}))
`;

describe.runIf(hasParts("jupyter"))("with real Jupyter", () => {
  let home: JupyterHome;
  beforeAll(() => {
    home = jupyterHome();
  });
  afterAll(() => home.remove());

  const python = async (...args: readonly string[]) =>
    execute(join(jupyterBin, "python"), args, {
      env: home.env,
      cwd: home.notebooks,
      maxBuffer: 2 ** 26,
    }).catch((error: { stdout: string; stderr: string }) => error);

  const fill = async (path: string, kernel: string) => {
    const { stdout, stderr } = await python("-c", NBCLIENT, path, kernel);
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout) as { book: Book; error: string | null };
  };

  // At the reduced count the tour stands for the stock kernel.
  describe.each(isFull ? KERNELS : ["value-compass"])("nbclient on %s", (kernel) => {
    const names = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
    test.each(isFull ? names : names.filter((name) => name.startsWith("02-")))(
      "%s runs as committed",
      async (name) => {
        const path = join(home.notebooks, name);
        copyFileSync(join(root, "notebooks", name), path);
        const committed = JSON.parse(readFileSync(path, "utf8")) as Book;
        const { book, error } = await fill(path, kernel);
        expect(error).toBeNull();
        expect(book.cells.map(plainTexts)).toEqual(committed.cells.map(plainTexts));
      },
      280_000,
    );
  });

  test("a cell that fails tells nbclient why, with a caret, on our kernel", async () => {
    const path = join(home.notebooks, "broken.ipynb");
    writeFileSync(path, freshNotebook("value-compass", "1;", 'const n: number = "one";'));
    const { error } = await fill(path, "value-compass");
    expect(error).toContain("Type 'string' is not assignable to type 'number'");
    expect(error).toMatch(/1 \| const n: number = "one";\n +\| {7}\^/);
  });

  test("the state of widgets is kept in the notebook, and exported with it", async () => {
    const path = join(home.notebooks, "slider.ipynb");
    const cell =
      'import { interact, slider } from "value-compass/comms";\n' +
      'await interact(({ alpha }) => console.log("alpha " + alpha), { alpha: slider(0, 1) });';
    writeFileSync(path, freshNotebook("value-compass", cell));
    const { book, error } = await fill(path, "value-compass");
    expect(error).toBeNull();
    const { state } = book.metadata.widgets["application/vnd.jupyter.widget-state+json"];
    expect(Object.values(state).map(({ model_name }) => model_name)).toContain("FloatSliderModel");
    writeFileSync(path, JSON.stringify(book));
    const args = ["-m", "nbconvert", "--to", "html", "--stdout", path];
    const { stdout } = await python(...args);
    expect(stdout).toContain("application/vnd.jupyter.widget-state+json");
  });

  test("jupyter_kernel_test: everything that applies passes", async () => {
    const suite = join(root, "tests/kernel/kernel_test.py");
    const { stderr } = await python(suite, "-v");
    const told = stderr.split("\n").filter((line) => / \.\.\. /.test(line));
    const bad = told.filter((line) => !/ \.\.\. (ok|skipped)/.test(line));
    expect(bad).toEqual([]);
    expect(told.filter((line) => line.endsWith("ok")).length).toBe(11);
    expect(stderr).toMatch(/\nOK/);
  });
});

interface Book {
  readonly cells: readonly {
    readonly outputs?: readonly { readonly text?: Text; readonly data?: Record<string, Text> }[];
  }[];
  readonly metadata: {
    readonly widgets: Record<
      string,
      { readonly state: Record<string, { readonly model_name: string }> }
    >;
  };
}
type Text = string | readonly string[];

/** What a cell shows as text; what is not kept in a committed file is left out of both. */
function plainTexts({ outputs = [] }: Book["cells"][number]): string {
  return outputs
    .filter(({ data }) => !JSON.stringify(data ?? "").includes("Plotly||"))
    .map(({ text, data }) => [text ?? data?.["text/plain"] ?? ""].flat().join(""))
    .filter((text) => !/plotly\.js/.test(text))
    .join("")
    .trim();
}
