import { inspect } from "node:util";
import { caretUnder } from "./caret-under.js";
import type { CellCompiler } from "./cell-compiler.js";
import type { CellDiagnostic } from "./tslab-modules.js";

/** The content of an `error` message: what a front end shows in place of a result. */
export interface CellFault {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** How often causes of causes are told. */
const DEEPEST_CAUSE = 4;

/** A cell that does not compile, as the compiler tells it: each message with a caret under its place. */
export function compileFault(
  diagnostics: readonly CellDiagnostic[],
  source: string,
  name: string,
): CellFault {
  const [first] = diagnostics;
  const told = diagnostics.map(({ start, end, messageText, fileName }) => {
    const place = `${fileName ?? name}:${start.line + 1}:${start.character + 1}`;
    const width = end.line === start.line ? end.character - start.character : 1;
    const shown = fileName === undefined ? `\n${caretUnder(source, start, width)}` : "";
    return `${place} - ${messageText}${shown}`;
  });
  return {
    ename: "TypeScriptError",
    evalue: first?.messageText ?? "the cell does not compile",
    traceback: told.join("\n\n").split("\n"),
  };
}

/** A thrown value: its message, the user's line under a caret, and the calls that lie in cells. */
export function thrownFault(thrown: unknown, cells: CellCompiler): CellFault {
  if (isInterruption(thrown)) {
    const evalue = "the cell was stopped before it ended";
    return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  const ename = thrown instanceof Error ? thrown.name : "Thrown";
  const evalue = thrown instanceof Error ? thrown.message : inspect(thrown);
  return { ename, evalue, traceback: linesOf(thrown, cells, 0) };
}

/** What Node throws into a cell that computes, and tslab into one that waits. */
function isInterruption(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code: unknown = "code" in thrown ? thrown.code : null;
  return (
    code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || thrown.message === "Interrupted asynchronously"
  );
}

function linesOf(thrown: unknown, cells: CellCompiler, depth: number): readonly string[] {
  if (!(thrown instanceof Error)) return [`Thrown: ${inspect(thrown)}`];
  const lines = `${thrown.name}: ${thrown.message}`.split("\n");
  const frames = userFrames(String(thrown.stack ?? ""), cells);
  for (const { text } of frames) lines.push(`    at ${text}`);
  const [inner] = frames;
  if (inner) lines.push("", ...inner.shown.split("\n"));
  if (thrown instanceof AggregateError)
    for (const one of thrown.errors) lines.push("", ...linesOf(one, cells, DEEPEST_CAUSE));
  if (thrown.cause !== undefined && depth < DEEPEST_CAUSE)
    lines.push("", "caused by", ...linesOf(thrown.cause, cells, depth + 1));
  return lines;
}

interface UserFrame {
  readonly text: string;
  /** The line of source above a caret. */
  readonly shown: string;
}

/** The calls of a stack that lie in cells, innermost first. */
function userFrames(stack: string, cells: CellCompiler): readonly UserFrame[] {
  const frames: UserFrame[] = [];
  for (const line of stack.split("\n")) {
    const found = /^\s*at (?:(.*) \()?(In\[\d+\]):(\d+):(\d+)\)?$/.exec(line);
    if (found === null) continue;
    const [, called, name, row, column] = found;
    const place = cells.placeIn(name, { line: Number(row) - 1, character: Number(column) - 1 });
    const source = cells.sourceOf(name);
    // What has no place is tslab's wrapper around the cell, not a line of the user.
    if (place === null || source === null) continue;
    const where = `${name}:${place.line + 1}:${place.character + 1}`;
    // The names of earlier cells are members of a proxy.
    const caller = called?.replace(/^Proxy\./, "") ?? "";
    const text = caller === "" ? where : `${caller} (${where})`;
    frames.push({ text, shown: caretUnder(source, place, 1) });
  }
  return frames;
}
