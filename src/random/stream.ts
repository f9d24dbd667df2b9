import { hash128 } from "./hash.js";

/** A source of random numbers. Randomness is never global: whoever needs it is handed a stream. */
export interface Stream {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from 0 (included) to `below` (excluded). */
  integer(below: number): number;
  /** One of the entries, each equally likely. Throws on an empty list. */
  pick<T>(entries: readonly T[]): T;
  /** A draw from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** A new array with the entries in random order. */
  shuffle<T>(entries: readonly T[]): T[];
}

/**
 * A stream named by its key: the same key always gives the same numbers, whatever was drawn elsewhere and
 * in which order. Keys read like an address: seed, purpose, item, sample (design, decision 6).
 *
 * The generator is sfc32, seeded with a 128-bit hash of the key.
 *
 * @example
 * stream(7, "reply", "item-1", 0).next() === stream(7, "reply", "item-1", 0).next(); // => true
 * stream(7, "reply").next() === stream(8, "reply").next(); // => false
 */
export function stream(...key: readonly (string | number)[]): Stream {
  const seed = hash128(key.join("\u0000"));
  let a = seed[0] | 0;
  let b = seed[1] | 0;
  let c = seed[2] | 0;
  let counter = seed[3] | 0;

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // The first outputs still carry the shape of the seed.
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  const integer = (below: number): number => {
    if (!(below >= 1)) throw new RangeError(`a draw needs at least one possibility: ${below}`);
    return Math.floor(next() * below);
  };
  return {
    next,
    integer,
    pick: (entries) => entries[integer(entries.length)],
    normal: () => {
      // Box-Muller; 1 - next() is never 0, so the logarithm is finite.
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return radius * Math.cos(2 * Math.PI * next());
    },
    shuffle: (entries) => {
      const shuffled = [...entries];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
      }
      return shuffled;
    },
  };
}
