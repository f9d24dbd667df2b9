import type { Tokens } from "../text/tokens.js";
import { pairHash } from "../text/word-hash.js";

/** The terms a bank will know, with their rarity weights. */
export interface TermChoice {
  readonly terms: Uint32Array;
  readonly rarity: Float32Array;
}

/** Terms in fewer texts than this are not kept: they identify texts more than they describe them. */
const FEWEST_TEXTS = 3;

/**
 * Chooses the words and neighbouring pairs that occur in most texts; ties go by hash, so that the choice
 * does not depend on the order of the texts. Rarity is ln((1 + n) / (1 + texts with it)) + 1.
 */
export function chooseTerms(texts: readonly Tokens[], most: number): TermChoice {
  const counts = new Map<number, number>();
  for (const words of texts) {
    const seen = new Set<number>();
    for (let at = 0; at < words.count; at++) {
      seen.add(words.hashes[at]);
      if (at > 0) seen.add(pairHash(words.hashes[at - 1], words.hashes[at]));
    }
    for (const hash of seen) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([hash, count]) => hash !== 0 && count >= FEWEST_TEXTS)
    .sort(([oneHash, one], [otherHash, other]) => other - one || oneHash - otherHash)
    .slice(0, most);
  return {
    terms: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}
