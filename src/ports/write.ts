import type { Stream } from "../random/stream.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";

/** What a writer proposes: words, what they aim at, and (for a grammar) the slots they came from. */
export interface Draft {
  readonly text: string;
  readonly targets: readonly DimensionId[];
  readonly topic: string;
  /** What kind of topic it is, where the writer sorts its topics: `work`, `family`, ... */
  readonly category?: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** A writer of items whose wording is chosen by slots: each slot takes one of its named options. */
export interface SlotWriter {
  readonly id: string;
  readonly identity: Readonly<Record<string, unknown>>;
  /** The slots and their options for a system: the support of q_theta. */
  slots(system: ValueSystem): Readonly<Record<string, readonly string[]>>;
  /** Draws a fresh draft, every slot at random (uniform). */
  compose(system: ValueSystem, random: Stream): Draft;
  /** Rewrites a draft by changing one or two of its slots. */
  refine(system: ValueSystem, draft: Draft, random: Stream): Draft;
}
