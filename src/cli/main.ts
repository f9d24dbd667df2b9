#!/usr/bin/env node
import { ENDING_SIGNALS } from "./interrupted.js";
import { runProgram } from "./program.js";
import { keepHeapSmall } from "./small-heap.js";

keepHeapSmall();
const controller = new AbortController();
// One listener that stays: between two, the system would end the process its own way.
for (const [name, code] of Object.entries(ENDING_SIGNALS))
  process.on(name, () => {
    // A second one ends at once; the journal stands either way.
    if (controller.signal.aborted) process.exit(code);
    controller.abort(new Error(name));
  });
// Whoever reads our output may stop early, as `head` does; the work goes on and its files are kept.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTTY: process.stderr.isTTY ?? false,
  now: () => performance.now(),
  signal: controller.signal,
});
