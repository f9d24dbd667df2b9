#!/usr/bin/env node
import { runProgram } from "./program.js";

const controller = new AbortController();
process.once("SIGINT", () => {
  controller.abort(new Error("interrupted"));
  // A second Ctrl-C ends at once; the journal stands either way.
  process.once("SIGINT", () => process.exit(130));
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
