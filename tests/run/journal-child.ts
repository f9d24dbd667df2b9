import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/**
 * A folder with the journal's modules as plain JavaScript, for child processes that are to be
 * killed: Node cannot run TypeScript there. Types are dropped, nothing is checked, so this takes
 * a moment only.
 */
export function compiledJournal(): string {
  const folder = mkdtempSync(join(tmpdir(), "journal-js-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  for (const room of ["run/journal", "records", "values", "ports"]) {
    mkdirSync(join(folder, room), { recursive: true });
    for (const name of readdirSync(join(root, "src", room)).filter((each) => /\.ts$/.test(each))) {
      const source = readFileSync(join(root, "src", room, name), "utf8");
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: {
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.ES2022,
          verbatimModuleSyntax: true,
        },
      });
      writeFileSync(join(folder, room, name.replace(/\.ts$/, ".js")), outputText);
    }
  }
  return folder;
}

/** A child process: every line it has written, and how it ended. */
export interface Child {
  readonly pid: number;
  readonly lines: string[];
  /** Resolves with the first line. */
  readonly first: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  kill(): void;
}

/** Runs a module text inside the compiled folder. */
export function startChild(folder: string, source: string, ...args: readonly string[]): Child {
  const flags = ["--input-type=module", "--eval", source, "--", ...args];
  const child = spawn(process.execPath, flags, { cwd: folder });
  const lines: string[] = [];
  let rest = "";
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const first = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
      if (lines.length > 0) resolve(lines[0]);
    });
    child.on("close", () => reject(new Error(`the child ended without a word: ${said}`)));
  });
  // A child that is killed at once may end without a word; who needs the word asks for it.
  first.catch(() => {});
  return {
    pid: child.pid ?? 0,
    lines,
    first,
    ended: new Promise((resolve) => {
      child.on("close", (code, signal) => resolve({ code, signal }));
    }),
    kill: () => void child.kill("SIGKILL"),
  };
}
