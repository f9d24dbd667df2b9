import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** How a process ended, and everything it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** A process of ours, which may be killed. */
export interface OurProcess {
  readonly process: ChildProcess;
  /** Resolves with the first words on stderr; never for a process that says nothing there. */
  readonly spoke: Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Starts a program with our Node in the root of the repository. */
export function startNode(...args: readonly string[]): OurProcess {
  return followed(spawn(process.execPath, args, { cwd: root }));
}

/** Starts the built command line: `npm test` builds it first. */
export function startCli(...args: readonly string[]): OurProcess {
  return startNode("dist/cli/main.js", ...args);
}

/** Starts the built command line under a shell that first sets limits, as in `ulimit -f 10`. */
export function startLimited(limits: string, ...args: readonly string[]): OurProcess {
  const command = `${limits} && exec "$@"`;
  const line = ["-c", command, "bash", process.execPath, "dist/cli/main.js", ...args];
  return followed(spawn("bash", line, { cwd: root }));
}

function followed(child: ChildProcess): OurProcess {
  let out = "";
  let err = "";
  const spoke = new Promise<string>((resolve) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      err += chunk.toString();
      resolve(err);
    });
  });
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { process: child, spoke, ended };
}
