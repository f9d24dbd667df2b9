import type { Divergence } from "../information/divergence.js";
import type { Elicitation } from "../information/elicitation.js";
import type { SlotWriter } from "../ports/write.js";
import type { ValueSystem } from "../values/value-system.js";

/** Everything that decides how items of one system evolve. The same settings give the same items. */
export interface EvolveSettings {
  readonly system: ValueSystem;
  readonly seed: number;
  readonly writer: SlotWriter;
  /** Ids of the examinees whose replies steer the search, in a fixed order. */
  readonly panel: readonly string[];
  readonly alpha: number;
  readonly divergence: Divergence;
  readonly elicitation: Elicitation;
  readonly clip: number;
  readonly rounds: number;
  /** Items kept in each round. */
  readonly items: number;
  /** Items written and scored in each round. */
  readonly candidates: number;
  /** Re-fits of theta in each round. */
  readonly generations: number;
  /** Replies asked of each examinee for each candidate; 5 by design, never 1. */
  readonly searchSamples: number;
  /** Texts that no item may repeat besides the archive's own: the static seeds, items of earlier studies. */
  readonly known?: readonly string[];
  /** Everything that decides what other writers add to a generation; left out where the grammar writes alone. */
  readonly guests?: Readonly<Record<string, unknown>>;
}

/** Drafts drawn from the grammar for one generation, of which the most promising are asked: so many at least. */
export const POOL = 3000;

/** And so many for every item that the generation may ask, lest a large one take all that is drawn. */
export const POOL_PER_ITEM = 4;

/** At most this share of a generation, and of the kept items, is on one topic. */
export const TOPIC_SHARE = 0.25;

/** And at most this share on topics of one category, where the writer sorts its topics. */
export const CATEGORY_SHARE = 0.3;

/**
 * A dimension may take so many times its even share of a generation, and of the kept items: X^v must hold items for
 * every v, whatever the objective likes best.
 */
export const CROWDING = 1.5;

/** A draft whose mean similarity to its three nearest items is above this is not new (AdAEM's epsilon). */
export const SIMILARITY_LIMIT = 0.85;

/** How many standard deviations of its own uncertainty a prediction is raised by when choosing what to ask. */
export const OPTIMISM = 1;

/** Finalists looked at once more on replies of their own, for each item that will be kept. */
export const FINALISTS_PER_ITEM = 2;

/** Under `adherence`, an item declined or unmeasured more often than this says nothing about values. */
export const COHERENCE = 0.8;
