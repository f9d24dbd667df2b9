import type { Posteriors } from "../information/profile-matrix.js";
import type { OutcomeCounts } from "../records/outcome.js";

/** What came back for one item: the readings of its replies, floors lifted, and how many there were. */
export interface Observation {
  readonly item: string;
  /** By examinee in the order asked, by sample, by dimension; unmeasured cells are absent. */
  readonly posteriors: Posteriors;
  /** The recognizer's reading of the bare item, floor lifted. */
  readonly baseline: readonly number[];
  readonly counts: OutcomeCounts;
}
