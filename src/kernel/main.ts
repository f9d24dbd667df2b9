import { hookCompiler } from "./compiler-hooks.js";
import { serveKernel } from "./kernel-server.js";
import { kernelSession } from "./kernel-session.js";
import { tslabModules } from "./tslab-modules.js";

// Started by Jupyter with the path of the connection file as its last argument.
const configPath = process.argv.at(-1) ?? "";
const hooks = hookCompiler();
const tslab = tslabModules();
void serveKernel(configPath, tslab, kernelSession(tslab, hooks, process.cwd()));
