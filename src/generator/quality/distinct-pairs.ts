import { itemWords, wordRuns } from "./item-words.js";

/**
 * Dist-2: of all neighbouring pairs of words in the items, the share that are different pairs. 1: no pair occurs
 * twice. It falls with the number of items whatever they are, so compare sets of one size only (`atSize`).
 *
 * Source: Li et al. 2016; methods 12.1.
 *
 * @returns from 0 to 1; `null` where no item has two words
 * @example
 * distinctPairs(["one two three", "one two four"]); // => 0.75
 * distinctPairs([]); // => null
 */
export function distinctPairs(texts: readonly string[]): number | null {
  const pairs = texts.flatMap((text) => wordRuns(itemWords(text), 2));
  return pairs.length === 0 ? null : new Set(pairs).size / pairs.length;
}
