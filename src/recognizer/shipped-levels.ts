import type { NeutralLevels } from "../ports/judge.js";
import { hashName } from "../random/hash.js";
import type { ValueSystem } from "../values/value-system.js";

/** data/recognizer/levels.json: neutral levels of the systems that ship, so that a first study need not find them. */
export interface LevelsFile {
  readonly about: string;
  /** The recognizer's version that they belong to. */
  readonly version: string;
  /** By `systemKey`. */
  readonly systems: Readonly<Record<string, NeutralLevels>>;
}

/** Two systems of one id but other words are two systems. */
export function systemKey({ id, dimensions }: ValueSystem): string {
  return hashName(JSON.stringify([id, dimensions]));
}
