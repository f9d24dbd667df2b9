import type { Posteriors } from "../information/profile-matrix.js";

/** An item with everything that Eq. 1 needs to know about the replies to it. */
export interface ReadItem {
  /** What the figure prints; two items of one figure have different names. */
  readonly name: string;
  /** Readings by examinee, by sample, by dimension, floors lifted. */
  readonly posteriors: Posteriors;
  /** Readings of the bare item, floor lifted. */
  readonly baseline: readonly number[];
}
