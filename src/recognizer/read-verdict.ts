import type { DimensionVerdict, Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";
import { readSentences } from "./read-sentences.js";
import { cutReply, readReply } from "./reply-reader.js";
import { embeddedSupport } from "./support-grades.js";
import type { SystemReader } from "./system-reader.js";

/** The verdict of any reader on a text, with no cache and no name: for measuring readers that do not ship. */
export function readVerdict(system: ValueSystem, reader: SystemReader, text: string): Verdict {
  const cut = cutReply(text);
  const { words, firsts } = cut;
  const readings = readSentences(text, cut, (first, last) =>
    reader.readWords(text, words, firsts[first], firsts[last + 1]),
  );
  const found = readReply(reader, cut, readings, system.dimensions.length);
  const dimensions: Record<string, DimensionVerdict> = {};
  for (const [at, { id }] of system.dimensions.entries())
    dimensions[id] = { ...found[at], support: embeddedSupport(system, id) };
  return { system: system.id, recognizer: "unnamed", dimensions };
}
