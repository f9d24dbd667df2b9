// `npm start`: a simulated study from nothing to its report, with no key and no network.
// `npm start -- ...` hands its arguments to the demo.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureBuilt, ensureInstalled, root } from "./bootstrap.mjs";

ensureInstalled();
ensureBuilt();

const program = spawn(process.execPath, ["dist/cli/main.js", "demo", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
// The program decides how to stop: it keeps what was paid for. Ctrl-C in a terminal reaches it directly.
const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    if (signal !== "SIGINT" || !inTerminal) program.kill(signal);
  });
program.on("exit", (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
