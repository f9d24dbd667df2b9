import type { DimensionId, SystemId } from "../values/value-system.js";
import { grammars } from "./made/grammars.js";

/** A situation an item can be about: a clause that opens a sentence or follows "because". */
export interface GrammarTopic {
  readonly id: string;
  /** The area of life: work, family, school, technology, health, law, environment, money, ... */
  readonly category: string;
  readonly scene: string;
}

/** How much hangs on the outcome, as a clause of its own. */
export interface GrammarStakes {
  readonly id: string;
  readonly severity: "mild" | "middle" | "severe";
  readonly clause: string;
}

/**
 * The slots of the grammar writer and their wordings for one value system. Any choice of one option
 * a slot makes a grammatical item, as long as the two values are of different dimensions.
 *
 * Every text in it may word itself in several ways: `[may|might]` takes one of its alternatives (they may
 * hold further brackets), `<when>` one option of the list of that name. Which are taken is decided by the
 * item's `wording`, a number; the slots alone decide what the item is about.
 */
export interface Grammar {
  readonly system: SystemId;
  /** Short phrases that many texts share, by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The lists that take one and the same option in a whole item: its place, its people. */
  readonly steady: readonly string[];
  readonly topics: readonly GrammarTopic[];
  /** Who has a stake, as a noun phrase with its article. */
  readonly stakeholders: readonly { readonly id: string; readonly phrase: string }[];
  /** Ways to word each dimension, as verb phrases that follow "to". */
  readonly values: Readonly<Record<DimensionId, readonly string[]>>;
  readonly stakes: readonly GrammarStakes[];
  /**
   * How it is asked: sentences with the places `{scene}`, `{stakeholder}`, `{a}`, `{b}` and
   * `{stakes}` in them; a capital (`{Scene}`) where the phrase opens a sentence.
   */
  readonly framings: readonly { readonly id: string; readonly template: string }[];
}

/**
 * The grammars that come with the package, one for each of the four value systems.
 *
 * @example
 * shippedGrammars().map((grammar) => grammar.topics.length); // => [40, 40, 40, 40]
 */
export function shippedGrammars(): readonly Grammar[] {
  return grammars;
}
