import { phraseBank } from "../facts/made/phrase-bank.js";
import { readerCues } from "../facts/made/reader-cues.js";
import type { SystemPhrases } from "../facts/phrase-bank.js";
import { hashName } from "../random/hash.js";
import type { DimensionId, SystemId } from "../values/value-system.js";

/** The systems a simulated examinee has words for. */
export const simulatedSystems: readonly SystemId[] = Object.keys(phraseBank.systems);

/** A system's phrases, and its dimensions in their fixed order. */
export interface SimulatorPhrases {
  readonly dimensions: readonly DimensionId[];
  readonly phrases: SystemPhrases;
}

const bySystem: ReadonlyMap<SystemId, SimulatorPhrases> = new Map(
  Object.entries(phraseBank.systems).map(([system, phrases]) => [
    system,
    { dimensions: Object.keys(phrases.dimensions), phrases },
  ]),
);

/**
 * The phrases of a system and its dimensions in their fixed order.
 *
 * @throws RangeError for a system without phrases
 * @example
 * simulatorPhrases("mft").dimensions; // => ["care", "fairness", "loyalty", "authority", "sanctity"]
 */
export function simulatorPhrases(system: SystemId): SimulatorPhrases {
  const found = bySystem.get(system);
  if (found === undefined)
    throw new RangeError(
      `no simulated words for value system "${system}"; there are: ${simulatedSystems.join(", ")}`,
    );
  return found;
}

let name: string | undefined;

/** A short name for the phrases and cues in use: it changes when any of their words does. */
export function simulatorWordsName(): string {
  name ??= hashName(JSON.stringify([phraseBank, readerCues]));
  return name;
}
