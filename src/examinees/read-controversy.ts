import { readerCues } from "../facts/made/reader-cues.js";
import type { ControversyCue } from "../facts/reader-cues.js";
import { cueIndex } from "./cue-index.js";
import type { World } from "./world.js";

const kinds = Object.keys(readerCues.controversy) as ControversyCue[];
const kindOf = kinds.flatMap((kind) => readerCues.controversy[kind].map(() => kind));
const find = cueIndex(kinds.flatMap((kind) => readerCues.controversy[kind]));

/** Further cues of a kind that still add something after the first. */
const FURTHER_COUNTED = 2;

/** What an item's wording does to its controversy. */
export interface ControversyReading {
  /** To be added to the world's base; negative where the wording calms. */
  readonly shift: number;
  /** A question of fact that nobody is said to dispute. */
  readonly factual: boolean;
}

/**
 * Adds up the cues of dispute, stakes, urgency, publicity and the like that a text holds, each kind
 * by its weight in the world.
 *
 * @param words  the text's words in lower case, in order
 * @example
 * readControversy(["a", "bitter", "quarrel"], defaultWorld).shift; // => 0.112 (± 1e-9)
 * readControversy(["how", "many", "planets"], defaultWorld).factual; // => true
 */
export function readControversy(words: readonly string[], world: World): ControversyReading {
  const counts = new Map<ControversyCue, number>();
  for (const entry of find(words)) counts.set(kindOf[entry], (counts.get(kindOf[entry]) ?? 0) + 1);
  const { cues, further } = world.controversy;
  let shift = 0;
  for (const [kind, count] of counts)
    shift += cues[kind] * (1 + further * Math.min(count - 1, FURTHER_COUNTED));
  const disputed = counts.has("dispute") || counts.has("twoSides") || counts.has("framing");
  return { shift, factual: counts.has("factual") && !disputed };
}
