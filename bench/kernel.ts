// What a person waits for in a notebook: the kernel, the first cell, later cells, a slider.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KernelClient, openKernel } from "../src/notebook/kernel-client.js";
import type { KernelKind } from "../src/notebook/kernel-process.js";

const FIRST = `import * as vc from "value-compass";
vc.showTable(["dimension"], vc.valueSystem("schwartz").dimensions.map(({ name }) => [name]));
vc.showFigure({
  id: "bench", title: "A figure", caption: "", svg: "<svg xmlns='http://www.w3.org/2000/svg'/>",
  plotly: { data: [], layout: {} }, table: { columns: ["a"], rows: [[1]] },
});`;
const INTERACT = `import { interact, slider } from "value-compass/comms";
await interact(({ alpha }) => console.log(alpha), { alpha: slider(0, 1) });`;

const CELLS = 30;
const MOVES = 100;

const folder = mkdtempSync(join(tmpdir(), "value-compass-bench-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(process.cwd(), join(folder, "node_modules/value-compass"), "junction");
if (!existsSync(join(folder, "node_modules/value-compass/dist/index.js")))
  throw new Error("run the benchmark from the root of the checkout, after npm run build");
try {
  for (const kind of ["tslab", "value-compass"] as const) await measure(kind);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(kind: KernelKind): Promise<void> {
  const began = performance.now();
  const kernel = await openKernel(folder, kind);
  try {
    const started = performance.now() - began;
    const first = await timed(() => kernel.run(FIRST));
    const later: number[] = [];
    for (let n = 0; n < CELLS; n++)
      later.push(await timed(() => kernel.run(`const n${n} = ${n} + 1;`)));
    const moves = await sliderMoves(kernel);
    console.log(`${kind}:`);
    console.log(`  kernel start                     ${seconds(started)}`);
    console.log(`  first cell (import and a figure) ${seconds(first)} (aim: start and cell < 3 s)`);
    console.log(`  start and first cell             ${seconds(started + first)}`);
    console.log(
      `  a later cell, median of ${CELLS}       ${median(later).toFixed(1)} ms (aim < 100)`,
    );
    console.log(
      `  slider round trip, median of ${MOVES} ${median(moves).toFixed(1)} ms (aim < 100)`,
    );
    console.log(`  slower moves: 90 % below ${quantile(moves, 0.9).toFixed(1)} ms`);
  } finally {
    kernel.close();
  }
}

/** From the slider's event to the idle that lets the page send the next one, its output included. */
async function sliderMoves(kernel: KernelClient): Promise<readonly number[]> {
  const code = INTERACT;
  const { published } = await kernel.ask("execute_request", { code });
  const opened = published.find(({ type, content }) => {
    const { data } = content as { data?: { state?: { _model_name?: unknown } } };
    return type === "comm_open" && data?.state?._model_name === "FloatSliderModel";
  });
  const comm_id = opened?.content.comm_id;
  const times: number[] = [];
  for (let n = 0; n < MOVES; n++) {
    const data = { method: "update", state: { value: n / MOVES }, buffer_paths: [] };
    times.push(await timed(() => kernel.ask("comm_msg", { comm_id, data })));
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quantile(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * part)];
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
