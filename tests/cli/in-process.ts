import { runProgram } from "../../src/cli/program.js";

/** What the command line said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, without a terminal and with a clock that stands still. */
export async function cli(...args: readonly string[]): Promise<Said> {
  return cliUntil(new AbortController().signal, ...args);
}

/** The same, with a signal that stands for Ctrl-C. */
export async function cliUntil(signal: AbortSignal, ...args: readonly string[]): Promise<Said> {
  let out = "";
  let err = "";
  const code = await runProgram(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTTY: false,
    now: () => 0,
    signal,
  });
  return { code, out, err };
}
