import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CellRun, type KernelClient, openKernel } from "../../src/notebook/kernel-client.js";
import type { CellOutput } from "../../src/notebook/notebook-document.js";
import { root } from "./optional-part.js";

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await openKernel(join(root, "notebooks"), "value-compass");
});
afterAll(() => kernel.close());

const printed = ({ outputs }: CellRun): string =>
  outputs.map((output) => (output.kind === "stream" ? output.text : "")).join("");
const resultOf = ({ outputs }: CellRun): unknown =>
  outputs.flatMap((output) => (output.kind === "result" ? [output.data] : [])).at(-1);
const traceback = ({ outputs }: CellRun): string =>
  outputs
    .flatMap((output: CellOutput) => (output.kind === "error" ? [...output.traceback] : []))
    .join("\n");

describe("a cell", () => {
  test("finds the package as vc, without an import", async () => {
    expect(resultOf(await kernel.run("vc.builtInSystems.length"))).toEqual({ "text/plain": "4" });
  });

  test("may import it all the same, as a shared notebook does", async () => {
    const run = await kernel.run('import * as vc from "value-compass";\nvc.divergences.length > 0');
    expect(resultOf(run)).toEqual({ "text/plain": "true" });
  });

  test("shows its last value as that value wants to be shown", async () => {
    const run = await kernel.run(
      '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<b>x</b>" }) })',
    );
    expect(resultOf(run)).toMatchObject({ "text/html": "<b>x</b>" });
  });

  test("shows a drawing as plotly, and no frame's insides", async () => {
    const drawing = await kernel.run("({ data: [{ y: [1, 2] }], layout: {} })");
    expect(resultOf(drawing)).toMatchObject({
      "application/vnd.plotly.v1+json": { data: [{ y: [1, 2] }], layout: {} },
    });
    const frame = await kernel.run('({ $columns: ["<a>"], $data: [[1], ["<i>"]] })');
    expect(resultOf(frame)).toEqual({
      "text/html":
        "<table><tr><th>&lt;a&gt;</th></tr><tr><td>1</td></tr><tr><td>&lt;i&gt;</td></tr></table>",
      "text/plain": "<a>\n1\n<i>",
    });
  });

  test("that gives nothing shows nothing", async () => {
    expect((await kernel.run("null")).outputs).toEqual([]);
  });

  test("understands the magics at its top", async () => {
    expect(printed(await kernel.run("%lsmagic"))).toContain("%time");
    expect(printed(await kernel.run("%time 1 + 1"))).toMatch(/^took [\d.]+ ms\n$/);
    expect(traceback(await kernel.run("%matplotlib inline"))).toContain("is no magic here");
  });
});

describe("a cell that fails tells", () => {
  test("what the compiler says, with a caret under the place", async () => {
    const run = await kernel.run('const one = 1;\n\n// words\nconst n: number = "one";');
    expect(run.ok).toBe(false);
    expect(traceback(run)).toMatch(
      /^In\[\d+\]:4:7 - Type 'string' is not assignable to type 'number'\.\n {2}4 \| const n: number = "one";\n {4}\| {7}\^$/,
    );
  });

  test("what was thrown, the line of the user, and the calls that lie in cells", async () => {
    await kernel.run(
      "type Ink = { left: number };\n\nfunction draw(ink: Ink): void {\n" +
        '  if (ink.left > 0)\n    throw new Error("out of ink");\n}',
    );
    const run = await kernel.run(
      "const go = async () => {\n  await 1;\n  draw({ left: 1 });\n};\n",
    );
    expect(run.ok).toBe(true);
    const failed = await kernel.run("// first\nawait go();");
    expect(traceback(failed).replace(/In\[\d+\]/g, "In[n]")).toBe(
      "Error: out of ink\n    at draw (In[n]:5:11)\n    at go (In[n]:3:3)\n\n" +
        '  5 |     throw new Error("out of ink");\n    |           ^',
    );
  });

  test("its cause, and no path of this machine", async () => {
    const run = await kernel.run('throw new Error("a", { cause: new TypeError("b") });');
    expect(traceback(run)).toMatch(/^Error: a\n[\s\S]*caused by\nTypeError: b/);
    const deep = await kernel.run('vc.divergence("nope" as never)');
    expect(traceback(deep)).toContain("unknown divergence: nope");
    expect(traceback(deep)).not.toContain(root);
  });

  test("that it was stopped, whether it computed or waited", async () => {
    for (const code of ["while (true) {}", "await new Promise(() => {});"]) {
      const running = kernel.run(code);
      await expect.poll(() => stopOnce(running)).toBe("Interrupted");
    }
    expect((await kernel.run("1")).ok).toBe(true);
  });
});

/** Presses stop; the name of the error when the cell ended by it within a moment. */
async function stopOnce(running: Promise<CellRun>): Promise<string | null> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  kernel.interrupt();
  const ended = await Promise.race([
    running,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), 500)),
  ]);
  const [output] = ended?.outputs ?? [];
  return output?.kind === "error" ? output.ename : null;
}

describe("the protocol", () => {
  const ask = async (type: string, content = {}) => (await kernel.ask(type, content)).reply;

  test("a cell is echoed, counted, and its result carries the count", async () => {
    const { reply, published } = await kernel.ask("execute_request", { code: "40 + 2" });
    expect(published.map(({ type }) => type)).toEqual([
      "status",
      "execute_input",
      "execute_result",
      "status",
    ]);
    const count = reply?.content.execution_count;
    expect(published[1].content).toEqual({ code: "40 + 2", execution_count: count });
    expect(published[2].content.execution_count).toBe(count);
  });

  test("a silent cell leaves no trace", async () => {
    const { published } = await kernel.ask("execute_request", { code: "1", silent: true });
    expect(published.map(({ type }) => type)).toEqual(["status", "status"]);
  });

  test("cells behind one that failed are dropped; cells sent later run", async () => {
    const answers = await Promise.all(
      ['throw new Error("x")', "1", "2"].map((code) => kernel.ask("execute_request", { code })),
    );
    expect(answers.map(({ reply }) => reply?.content.status)).toEqual([
      "error",
      "aborted",
      "aborted",
    ]);
    expect((await kernel.run("3")).ok).toBe(true);
  });

  test("a timer prints under the cell that set it, while another runs", async () => {
    const slow = kernel.ask("execute_request", {
      code: 'const done = new Promise((ok) => setTimeout(() => { console.log("late"); ok(1); }, 50));',
    });
    const next = await kernel.ask("execute_request", { code: 'await done; console.log("next");' });
    await slow;
    const texts = next.published.flatMap(({ type, content }) =>
      type === "stream" ? [content.text] : [],
    );
    expect(texts).toEqual(["next\n"]);
  });

  test("completion and hover know the package and its words", async () => {
    const found = await ask("complete_request", { code: "vc.showTa", cursor_pos: 9 });
    expect(found?.content.matches).toContain("showTable");
    const hover = await ask("inspect_request", { code: "vc.showTable", cursor_pos: 6 });
    expect(JSON.stringify(hover?.content)).toContain("Shows a table under the running cell");
  });

  test("everything a front end asks has an answer", async () => {
    const complete = await ask("is_complete_request", { code: "function f() {" });
    expect(complete?.content.status).toBe("incomplete");
    expect((await ask("is_complete_request", { code: "1" }))?.content.status).toBe("complete");
    await kernel.run("6 * 7");
    const history = await ask("history_request", { hist_access_type: "tail", n: 1, output: true });
    expect(history?.content).toMatchObject({ history: [[1, expect.any(Number), ["6 * 7", "42"]]] });
    expect((await ask("interrupt_request"))?.content).toEqual({ status: "ok" });
    const info = await ask("kernel_info_request");
    expect(info?.content).toMatchObject({ status: "ok", language_info: { name: "typescript" } });
    const comms = await kernel.ask("comm_info_request", { target_name: "jupyter.widget" });
    expect(comms.reply?.type).toBe("comm_info_reply");
  });

  test("a channel to a target that nobody knows is closed again", async () => {
    const content = { comm_id: "x", target_name: "nobody", data: {} };
    const { published } = await kernel.ask("comm_open", content);
    expect(published.map(({ type }) => type)).toContain("comm_close");
  });
});

test("in a folder without the package, cells still find it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "value-compass-test-"));
  const elsewhere = await openKernel(folder, "value-compass");
  try {
    const run = await elsewhere.run(
      'import { slider } from "value-compass/comms";\nslider(0, 1).value + vc.builtInSystems.length',
    );
    expect([traceback(run), resultOf(run)]).toEqual(["", { "text/plain": "4.5" }]);
  } finally {
    elsewhere.close();
    rmSync(folder, { recursive: true });
  }
});
