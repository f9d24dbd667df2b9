import { shingles } from "../novelty-shingles.js";

/** How alike the items of one set are to those of another. */
export interface Similarity {
  /** Mean cosine over all pairs. */
  readonly mean: number;
  /** Mean over the items of the cosine with the most similar item of the other set. */
  readonly nearest: number;
  /** The largest cosine of all. */
  readonly most: number;
}

/**
 * How alike two sets of items are in their words. Of two texts, it is the cosine of their sets of content words and
 * neighbouring pairs of content words: 1 for the same words in the same order, 0 for no word in common. It sees
 * words, not meanings; the published figures are cosines of sentence embeddings, which lie higher.
 *
 * @param others  left out: the items are held against one another, each pair once and none with itself
 * @returns `null` where there is no pair
 * @example
 * similarity(["Who leads the choir?"], ["Who leads the choir?", "May dogs swim?"]); // => { mean: 0.5, nearest: 1, most: 1 }
 * similarity(["Who leads?"]); // => null
 */
export function similarity(
  texts: readonly string[],
  others?: readonly string[],
): Similarity | null {
  const own = texts.map((text) => shingles(text).shingles);
  const rest = others?.map((text) => shingles(text).shingles) ?? own;
  let sum = 0;
  let pairs = 0;
  let nearest = 0;
  let most = 0;
  for (const [a, first] of own.entries()) {
    let best = 0;
    for (const [b, second] of rest.entries()) {
      if (!others && a === b) continue;
      const value = cosine(first, second);
      sum += value;
      pairs++;
      best = Math.max(best, value);
    }
    nearest += best;
    most = Math.max(most, best);
  }
  return pairs === 0 ? null : { mean: sum / pairs, nearest: nearest / own.length, most };
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const part of small) if (large.has(part)) shared++;
  return shared / Math.sqrt(a.size * b.size);
}
