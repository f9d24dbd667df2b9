import { HashIndex } from "./hash-index.js";

/** The terms of several lists in one table: a word is looked up once, and its place in each list is known. */
export class SharedTerms {
  readonly #index: HashIndex;
  readonly #lists: number;
  /** Terms x lists: the place in the list, or -1. */
  readonly #places: Int32Array;

  /** @param lists  hashes; of equal hashes in a list, the first counts */
  constructor(lists: readonly ArrayLike<number>[]) {
    const rows = new Map<number, number>();
    for (const list of lists)
      for (let place = 0; place < list.length; place++)
        if (!rows.has(list[place])) rows.set(list[place], rows.size);
    this.#index = new HashIndex([...rows.keys()]);
    this.#lists = lists.length;
    this.#places = new Int32Array(rows.size * lists.length).fill(-1);
    for (const [at, list] of lists.entries())
      for (let place = 0; place < list.length; place++) {
        const cell = (rows.get(list[place]) ?? 0) * lists.length + at;
        if (this.#places[cell] < 0) this.#places[cell] = place;
      }
  }

  /** A number for the term, or -1 where no list has it. */
  find(hash: number): number {
    return this.#index.find(hash);
  }

  /** The place of a found term in a list, or -1. */
  place(term: number, list: number): number {
    return term < 0 ? -1 : this.#places[term * this.#lists + list];
  }
}
