import { HashIndex } from "./hash-index.js";
import type { Tokens } from "./tokens.js";
import { wordHash } from "./word-hash.js";

/** Words that stand for what was named before. */
const POINTING = new HashIndex(
  "it it's its that that's this these those they they're them he she him her so either neither one such"
    .split(" ")
    .map(wordHash),
);

/** Longest remark, in words, and longest one that needs no pointing word ("Never again."). */
const LONGEST = 12;
const SHORTEST = 3;

/**
 * Whether tokens `from` to `to`, one sentence, are a short remark that may speak of what the sentence before named:
 * it points back by a pronoun, or is too short to name anything.
 */
export function isRemark(words: Tokens, from: number, to: number): boolean {
  if (from === to || to - from > LONGEST) return false;
  return to - from <= SHORTEST || pointsBack(words, from, to);
}

/** Whether a word among tokens `from` to `to` stands for what was named before. */
export function pointsBack(words: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (POINTING.find(words.hashes[at]) >= 0) return true;
  return false;
}
