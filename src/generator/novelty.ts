import { shingles } from "./novelty-shingles.js";

/** How many of the most similar archived items the mean is taken over, as in AdAEM. */
export const noveltyNeighbours = 3;

/** The items seen so far, and how near a new text comes to them. */
export interface NoveltyArchive {
  /** How many texts it holds. */
  readonly size: number;
  /** Keeps a text. The same text twice counts twice. */
  add(text: string): void;
  /**
   * The mean similarity, from 0 to 1, of a text to the three archived texts most like it (to all of
   * them while there are fewer). Exactly 1 for a text whose words are already there in their order;
   * 0 in an empty archive.
   */
  nearest(text: string): number;
}

/**
 * An archive against which new items are screened: those whose `nearest` exceeds 0.85
 * (`SIMILARITY_LIMIT`) say nothing new. Similarity of two texts is the cosine of their sets of
 * content words and of neighbouring pairs of content words. An inverted index finds it: a query
 * among 10,000 items takes well under a millisecond.
 *
 * What the limit means for items of the grammar writer: two items that differ in one slot only have
 * a median cosine of 0.71 (framing), 0.78 (topic), 0.82 (either value), 0.83 (stakes) or 0.88
 * (stakeholder). So items that share topic and both values but not the stakes are let in, which we
 * want: stakes are a parameter of theta, and the search has to compare them. Items that differ in
 * hardly a word, such as the stakeholder alone, are let in until about three are kept, since the
 * mean is over three neighbours.
 *
 * @example
 * noveltyArchive().nearest("Who should lead?"); // => 0
 */
export function noveltyArchive(): NoveltyArchive {
  const postings = new Map<string, number[]>();
  const sizes: number[] = [];
  const copies = new Set<string>();
  let shared = new Uint16Array(1024);
  return {
    get size() {
      return sizes.length;
    },
    add: (text) => {
      const entry = sizes.length;
      const parts = shingles(text);
      for (const part of parts.shingles) {
        const posting = postings.get(part);
        if (posting === undefined) postings.set(part, [entry]);
        else posting.push(entry);
      }
      sizes.push(parts.shingles.size);
      copies.add(parts.plain);
      if (sizes.length > shared.length) shared = new Uint16Array(2 * shared.length);
    },
    nearest: (text) => {
      const parts = shingles(text);
      if (copies.has(parts.plain)) return 1;
      shared.fill(0, 0, sizes.length);
      for (const part of parts.shingles) {
        for (const entry of postings.get(part) ?? []) shared[entry]++;
      }
      return meanOfNearest(shared, sizes, parts.shingles.size);
    },
  };
}

/** The mean of the largest cosines between a query of so many shingles and the archived sets. */
function meanOfNearest(shared: Uint16Array, sizes: readonly number[], size: number): number {
  const top: number[] = new Array(Math.min(noveltyNeighbours, sizes.length)).fill(0);
  for (let entry = 0; entry < sizes.length; entry++) {
    if (shared[entry] === 0) continue;
    let cosine = shared[entry] / Math.sqrt(size * sizes[entry]);
    for (let place = 0; place < top.length; place++) {
      if (cosine > top[place]) [top[place], cosine] = [cosine, top[place]];
    }
  }
  return top.length === 0 ? 0 : top.reduce((sum, cosine) => sum + cosine, 0) / top.length;
}
