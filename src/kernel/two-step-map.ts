import { SourceMap } from "node:module";
import type { SourcePlace } from "./tslab-modules.js";

/** tslab puts `export {};` in front of every cell, on a line of its own. */
const LINES_BEFORE = 1;

/**
 * The way back through both steps of tslab's compiler, CommonJS to ES modules to TypeScript.
 *
 * @param maps  the source maps as JSON, the last step first
 * @returns the place in the cell that a place in its compiled code came from; both from 0
 */
export function placeThrough(
  maps: readonly string[],
): (compiled: SourcePlace) => SourcePlace | null {
  const steps = maps.map((text) => new SourceMap(JSON.parse(text)));
  return (compiled) => {
    let place = compiled;
    for (const step of steps) {
      const found = step.findEntry(place.line, place.character);
      if (!("originalLine" in found)) return null;
      place = { line: found.originalLine, character: found.originalColumn };
    }
    const line = place.line - LINES_BEFORE;
    return line < 0 ? null : { line, character: place.character };
  };
}

/** The source map that a compiled text carries inside; `null` for none. */
export function inlineMap(text: string): string | null {
  const found = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(text);
  return found === null ? null : Buffer.from(found[1], "base64").toString("utf8");
}
