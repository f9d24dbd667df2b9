/**
 * From 32-bit hashes to their positions in a list: an open-addressed table, so that a lookup makes no
 * object and no string. The hash 0 is kept for "empty" and never found.
 */
export class HashIndex {
  readonly #keys: Uint32Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  /** @param hashes  the list; of equal hashes, the first counts */
  constructor(hashes: ArrayLike<number>) {
    let room = 16;
    while (room < hashes.length * 2) room *= 2;
    this.#mask = room - 1;
    this.#keys = new Uint32Array(room);
    this.#places = new Int32Array(room);
    for (let place = 0; place < hashes.length; place++) {
      const key = hashes[place];
      if (key === 0 || this.find(key) >= 0) continue;
      let at = key & this.#mask;
      while (this.#keys[at] !== 0) at = (at + 1) & this.#mask;
      this.#keys[at] = key;
      this.#places[at] = place;
    }
  }

  /** The position of a hash in the list, or -1. */
  find(hash: number): number {
    let at = hash & this.#mask;
    while (this.#keys[at] !== 0) {
      if (this.#keys[at] === hash) return this.#places[at];
      at = (at + 1) & this.#mask;
    }
    return -1;
  }
}
