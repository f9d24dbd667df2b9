import { caretUnder } from "../kernel/caret-under.js";
import { stockLine } from "../kernel/stock-line.js";
import type { CellOutput } from "./notebook-document.js";

/**
 * Why a cell failed, in the words of its kernel: the compiler's message above a caret, or the error with
 * the calls that lie in cells. The stock kernel says it on stderr, with its own calls among them.
 */
export function cellFailure(source: string, outputs: readonly CellOutput[]): string {
  const faults = outputs.flatMap((output) =>
    output.kind === "error" ? [output.traceback.join("\n")] : [],
  );
  if (faults.length > 0) return faults.join("\n");
  const streams = outputs.flatMap((output) => (output.kind === "stream" ? [output.text] : []));
  const said = streams.join("").trim();
  return said === "" ? "the kernel gave no reason" : stockReason(source, said);
}

const DIAGNOSTIC = /^(\d+):(\d+) - (.*)$/;
/** Node puts a line of the compiled code in front of an error. */
const HEAD = /^evalmachine\.<anonymous>:\d+\n[\s\S]*?\n\n/;
const CALL = /^\s*at /;
const CELL_CALL = /^\s*at (?:(.*) \()?evalmachine\.<anonymous>:(\d+):(\d+)\)?$/;

function stockReason(source: string, said: string): string {
  const lines = said.replace(HEAD, "").split("\n");
  const calls = lines.flatMap((line) => {
    const [, name, row, column] = CELL_CALL.exec(line) ?? [];
    return row === undefined ? [] : [{ name, place: placeOf(row, column) }];
  });
  const told = lines.flatMap((line) => {
    const [, row, column] = DIAGNOSTIC.exec(line) ?? [];
    if (row !== undefined) return [line, caretUnder(source, placeOf(row, column), 1)];
    return CALL.test(line) ? [] : [line];
  });
  const names = calls.flatMap(({ name }) => (name ? [name.replace(/^Proxy\./, "")] : []));
  if (names.length > 0) told.push(`    in ${names.join(", called by ")}`);
  // The outermost call lies in this cell; which cell an inner one lies in, the stock kernel hides. Behind
  // it may stand the kernel's own wrapper around the cell, which like it has no name.
  const unnamed = calls.filter(({ name }) => name === undefined);
  const [outer] = unnamed.slice(0, 1).concat(calls.slice(-1));
  const line = outer === undefined ? null : stockLine(source, outer.place);
  if (line !== null) told.push(lineUnder(source, line));
  return told.join("\n").trim();
}

/** A line with all its words marked: the stock kernel's columns are not those of the cell. */
function lineUnder(source: string, line: number): string {
  const text = source.split("\n")[line] ?? "";
  return caretUnder(source, { line, character: text.search(/\S|$/) }, text.trim().length);
}

function placeOf(line: string, column: string) {
  return { line: Number(line) - 1, character: Number(column) - 1 };
}
