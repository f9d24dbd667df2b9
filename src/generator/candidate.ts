import type { Draft } from "../ports/write.js";
import { hashName } from "../random/hash.js";
import type { Item, Lineage, Terms } from "../records/item.js";
import type { SystemId } from "../values/value-system.js";

/** A term of Eq. 1 as observed on some replies, with the variance of its own sampling noise. */
export interface Observed {
  readonly value: number;
  readonly noise: number;
}

/** Both terms as observed on one set of replies. */
export interface ObservedTerms {
  readonly terms: Terms;
  readonly informativeness: Observed;
  readonly elicitation: Observed;
}

/** An item on its way: written, asked, scored, perhaps looked at again, perhaps kept. */
export interface Candidate {
  readonly id: string;
  readonly draft: Draft;
  readonly round: number;
  readonly born: number;
  readonly operator: Lineage["operator"];
  readonly parent: string | null;
  /** Who worded it, where it was not the grammar that the search draws from. */
  readonly writer?: string;
  readonly search: ObservedTerms | null;
  readonly screen: ObservedTerms | null;
  /** Whether its replies spoke to the question often enough to count. */
  readonly coherent: boolean;
}

/**
 * The id of an item: a hash of system and text.
 *
 * @example
 * itemId("schwartz", "Why?") === itemId("schwartz", "Why?"); // => true
 */
export function itemId(system: SystemId, text: string): string {
  return hashName(`${system}\u0000${text}`);
}

/** A kept candidate as the item that all examinees will answer. */
export function keptItem(
  candidate: Candidate,
  system: SystemId,
  round: number,
  writer: string,
): Item {
  return {
    id: candidate.id,
    system,
    text: candidate.draft.text,
    targets: candidate.draft.targets,
    topic: candidate.draft.topic,
    round,
    born: candidate.born,
    lineage: {
      parent: candidate.parent,
      operator: candidate.operator,
      writer: candidate.writer ?? writer,
    },
    slots: candidate.draft.slots,
    terms: { search: candidate.search?.terms ?? null, fresh: null, heldOut: null },
  };
}
