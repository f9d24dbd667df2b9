import type { DimensionId, SystemId } from "../values/value-system.js";

/** What one scoring of an item found: the two terms of Eq. 1, apart, and what they rest on. */
export interface Terms {
  /** D minus the mean of its permutation null, in nats a dimension; about 0 when examinees agree. */
  readonly informativeness: number;
  /** D as computed, before the null is subtracted; biased upward with few samples. */
  readonly informativenessRaw: number;
  /** The unbiased squared-L2 form of D (between variance minus within variance / N), mean over dimensions. */
  readonly separation: number;
  /** I: how far replies show values beyond what the bare item shows, in nats a dimension. */
  readonly elicitation: number;
  /** (1 - alpha) D / D_max + alpha I / I_max, with D the null-subtracted form. */
  readonly objective: number;
  /** Examinees whose replies entered. */
  readonly examinees: number;
  /** Samples asked of each examinee. */
  readonly samples: number;
  /** Judged or declined cells that entered. */
  readonly measured: number;
  /** Cells that entered nothing. */
  readonly unmeasured: number;
}

/** Where an item came from. */
export interface Lineage {
  /** The id of the item it was rewritten from, or `null`. */
  readonly parent: string | null;
  /** How it was made: written as a seed, given by the user, composed afresh, or refined from its parent. */
  readonly operator: "seed" | "given" | "compose" | "refine";
  /** Who worded it. */
  readonly writer: string;
}

/** An item x: an open question put to every examinee, aimed at some dimensions of one system. */
export interface Item {
  /** A hash of system and text: the same words are the same item. */
  readonly id: string;
  readonly system: SystemId;
  readonly text: string;
  /** The dimensions for which it counts in X^v; it is judged on all of them. */
  readonly targets: readonly DimensionId[];
  readonly topic: string;
  /** The round that kept it; 0 for static seeds. */
  readonly round: number;
  /** The generation inside that round in which it was written. */
  readonly born: number;
  readonly lineage: Lineage;
  /** The writer's slots, where it used a grammar: the parameters of theta this item came from. */
  readonly slots: Readonly<Record<string, string>> | null;
  /** Scores on the replies that chose it, and on fresh ones. `null` where not scored. */
  readonly terms: {
    readonly search: Terms | null;
    readonly fresh: Terms | null;
    /** Fresh score on the examinees that took no part in the search. */
    readonly heldOut: Terms | null;
  };
}
