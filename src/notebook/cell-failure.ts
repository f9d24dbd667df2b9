import { caretUnder } from "../kernel/caret-under.js";
import { stockPlace } from "../kernel/stock-place.js";
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
const CALL = /^\s*at /;
const CELL_CALL = /^\s*at (?:(.*) \()?evalmachine\.<anonymous>:(\d+):(\d+)\)?$/;

function stockReason(source: string, said: string): string {
  const lines = said.split("\n");
  const calls = lines.flatMap((line) => {
    const found = CELL_CALL.exec(line);
    return found ? [{ name: found[1], line: Number(found[2]), column: Number(found[3]) }] : [];
  });
  const told = lines.flatMap((line) => {
    const [, row, column] = DIAGNOSTIC.exec(line) ?? [];
    if (row !== undefined) return [line, caretUnder(source, placeOf(row, column), 1)];
    return CALL.test(line) ? [] : [line];
  });
  // The outermost call lies in this cell; which cell an inner one lies in, the stock kernel hides. Behind
  // it stands the kernel's wrapper around the cell, on the compiled code's last line.
  const places = calls.flatMap(({ line, column }) => {
    const place = stockPlace(source, placeOf(line, column));
    return place === null || source.split("\n")[place.line] === undefined ? [] : [place];
  });
  const names = calls.flatMap(({ name }) => (name ? [name.replace(/^(Proxy|exports)\./, "")] : []));
  const outer = places.at(isWrapped(calls) && places.length > 1 ? -2 : -1);
  if (names.length > 0) told.push(`    in ${names.join(", called by ")}`);
  if (outer) told.push(caretUnder(source, outer, 1));
  return told.join("\n");
}

/** Code that does not wait is called by the wrapper, which stands last in its stack, without a name. */
function isWrapped(calls: readonly { readonly name: string | undefined }[]): boolean {
  return calls.length > 1 && calls.slice(-2).every(({ name }) => name === undefined);
}

function placeOf(line: string | number, column: string | number) {
  return { line: Number(line) - 1, character: Number(column) - 1 };
}
