import type { DimensionId, SystemId } from "../values/value-system.js";

/**
 * Words and phrases by which the simulator's item reader notices a dimension. A cue is one or more
 * words; `*` at the end of a word stands for any ending. `named` cues say the value outright,
 * `topical` cues only bring it near.
 */
export interface DimensionCues {
  readonly named: readonly string[];
  readonly topical: readonly string[];
}

/** What in an item's wording makes people disagree about it, or keeps it calm. */
export type ControversyCue =
  | "dispute"
  | "twoSides"
  | "stakes"
  | "urgency"
  | "public"
  | "secrecy"
  | "irreversible"
  | "pressure"
  | "hotTopic"
  | "framing"
  | "calm"
  | "factual";

/**
 * All the cues of the simulator's item reader (written apart from every recognizer's word lists).
 */
export interface ReaderCues {
  readonly systems: Readonly<Record<SystemId, Readonly<Record<DimensionId, DimensionCues>>>>;
  readonly controversy: Readonly<Record<ControversyCue, readonly string[]>>;
}
