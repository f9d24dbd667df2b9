import type { NeutralLevels, ReadText } from "../../ports/judge.js";
import { NoReading } from "../../ports/no-reading.js";
import type { Verdict } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";
import { levelsOf } from "../neutral-levels.js";

/** Value-free texts: some like replies, some like items. */
export interface NeutralTexts {
  readonly replies: readonly string[];
  readonly items: readonly string[];
}

/** The least share of neutral texts that must have been read for their level to mean anything. */
const ENOUGH = 0.5;

/**
 * The neutral levels of a recognizer whose readings can fail: from what was read, if that is half of each kind.
 *
 * @throws NoReading when too little was read
 */
export async function askedLevels(
  who: string,
  system: ValueSystem,
  { replies, items }: NeutralTexts,
  read: ReadText,
): Promise<NeutralLevels> {
  const readAll = async (texts: readonly string[]): Promise<Verdict[]> => {
    const verdicts = await Promise.all(texts.map((text) => read(system, text)));
    const found = verdicts.filter((verdict) => verdict !== null);
    if (found.length < ENOUGH * texts.length)
      throw new NoReading(who, { why: "judgeFailed", attempts: texts.length });
    return found;
  };
  return {
    reply: levelsOf(system, await readAll(replies)),
    item: levelsOf(system, await readAll(items)),
  };
}

/** A reader that gives `null` where a recognizer could not read. */
export function readingOrNull(
  readItem: (system: ValueSystem, text: string) => Promise<Verdict>,
): ReadText {
  return async (system, text) => {
    try {
      return await readItem(system, text);
    } catch (error) {
      if (error instanceof NoReading) return null;
      throw error;
    }
  };
}
