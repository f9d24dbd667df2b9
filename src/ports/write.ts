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

/** An item that was tried, and how good it is believed to be: larger is better, in units of the search. */
export interface TriedItem {
  readonly text: string;
  readonly score: number;
}

/** What a writer is told when a fresh item is wanted. */
export interface WriteBrief {
  readonly system: ValueSystem;
  readonly topic: string;
  /** The best items on this topic so far, best first. */
  readonly best: readonly TriedItem[];
  /** Which of several drafts is wanted: another number, another draft. */
  readonly number: number;
  readonly signal?: AbortSignal;
}

/** One reply to an item, with what was read in it. It is text that somebody else wrote. */
export interface SeenReply {
  readonly examinee: string;
  readonly text: string;
  /** Names of the dimensions that it shows. */
  readonly shows: readonly string[];
}

/** What a writer is told when an item is to be made better. */
export interface ReviseBrief {
  readonly system: ValueSystem;
  readonly draft: Draft;
  readonly informativeness: number;
  readonly elicitation: number;
  readonly replies: readonly SeenReply[];
  readonly number: number;
  readonly signal?: AbortSignal;
}

/** What became of a request for an item. `calls` are those that were answered, re-asks included. */
export type Written =
  | { readonly kind: "written"; readonly draft: Draft; readonly by: string; readonly calls: number }
  | { readonly kind: "failed"; readonly why: string; readonly calls: number };

/** A writer of items: a grammar, one or several large models, a program of one's own. */
export interface ItemWriter {
  readonly id: string;
  /** Everything besides the brief that decides an item, as plain JSON. */
  readonly identity: Readonly<Record<string, unknown>>;
  write(brief: WriteBrief): Promise<Written>;
  revise(brief: ReviseBrief): Promise<Written>;
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
