import type { SourcePlace } from "./tslab-modules.js";

/** A longer line is cut, so that the caret stays in sight. */
const SHOWN = 160;

/**
 * One line of a source with a caret under a place.
 *
 * @param width  how many characters are marked
 * @example
 * caretUnder("const n = 1;\nn.x;", { line: 1, character: 2 }, 1); // => "  2 | n.x;\n    |   ^"
 */
export function caretUnder(
  source: string,
  { line, character }: SourcePlace,
  width: number,
): string {
  const text = source.split("\n")[line] ?? "";
  // A magic is compiled as something longer: places in it mean nothing to its reader.
  if (text.startsWith("%") && character > 0)
    return caretUnder(source, { line, character: 0 }, text.length);
  const from = Math.max(0, character - SHOWN / 2);
  const part = text.slice(from, from + SHOWN).replaceAll("\t", " ");
  const gutter = String(line + 1).padStart(3);
  const marks = "^".repeat(Math.max(1, Math.min(width, part.length - (character - from))));
  return `${gutter} | ${part}\n    | ${" ".repeat(character - from)}${marks}`;
}
