/** Where the hash of every word begins (FNV-1a). */
export const emptyWordHash = 0x811c9dc5;

/** Adds one UTF-16 code unit to a word hash. */
export function addToWordHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}

/**
 * A 32-bit hash of a lower-case word: what the recognizer keeps in place of the word itself. Among the
 * some fifty thousand words and pairs it knows, a collision is rare (about one expected) and costs one weight.
 *
 * @example
 * wordHash("peace") === wordHash("peace"); // => true
 */
export function wordHash(word: string): number {
  let hash = emptyWordHash;
  for (let index = 0; index < word.length; index++)
    hash = addToWordHash(hash, word.charCodeAt(index));
  return finish(hash);
}

/** Spreads the last units over all bits, so that short words do not crowd together. */
export function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The hash of two neighbouring words, in their order. */
export function pairHash(first: number, second: number): number {
  return finish((Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15)) >>> 0);
}
