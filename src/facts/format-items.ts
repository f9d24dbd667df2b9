import type { DimensionId, SystemId } from "../values/value-system.js";
import { formatItemSets } from "./made/format-items.js";

/** One situation that can be asked about in three formats: openly, as a choice, and as a sentence to rate. */
export interface FormatItem {
  readonly topic: string;
  readonly dimension: DimensionId;
  /** One sentence that says what is the case. */
  readonly situation: string;
  /** What somebody who holds the value would do, and what goes against it. */
  readonly approved: string;
  readonly violating: string;
  /** A sentence in the first person, to be rated for likeness. */
  readonly statement: string;
  /** 1: agreeing speaks for the value; -1: against it. */
  readonly keyed: 1 | -1;
}

/** The situations of one value system. */
export interface FormatItemSet {
  readonly system: SystemId;
  readonly items: readonly FormatItem[];
}

/**
 * Situations written in three formats, for holding what an examinee knows against what it does. The words are our own;
 * they come from no questionnaire, and no people have answered them: there are no norms.
 *
 * @throws RangeError for a system without such items
 * @example
 * formatItems("mft").length; // => 20
 * formatItems("safety"); // throws /mft/
 */
export function formatItems(system: SystemId): readonly FormatItem[] {
  const set = formatItemSets.find((candidate) => candidate.system === system);
  if (set === undefined)
    throw new RangeError(
      `no items in three formats for "${system}"; there are some for: ` +
        formatItemSets.map((one) => one.system).join(", "),
    );
  return set.items;
}

/** The systems that have items in three formats. */
export function formatSystems(): readonly SystemId[] {
  return formatItemSets.map(({ system }) => system);
}
