import type { DimensionId, SystemId } from "../values/value-system.js";
import type { Item } from "./item.js";
import type { Declining, Unmeasured } from "./outcome.js";
import type { DimensionVerdict } from "./verdict.js";

/** One reply shown for what became of it on one dimension; what there is none of is `null`. */
export interface OutcomeCase {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly examinee: string;
  readonly kind: "aligned" | "misaligned" | "declined" | "unmeasured";
  readonly item: string;
  readonly reply: string | null;
  readonly verdict: DimensionVerdict | null;
  /** How it declined, or why it is unmeasured. */
  readonly why: Declining | Unmeasured | null;
  readonly round: number;
}

/** The items of one system and what every examinee's replies to them came to. */
export interface SystemDetail {
  readonly system: SystemId;
  readonly items: readonly Item[];
  /**
   * By examinee, by item in the order of `items`: the mean reading on each of the item's targets,
   * in their order; `null` where nothing was measured or asked. Kept to four decimals.
   */
  readonly readings: Readonly<Record<string, readonly (readonly (number | null)[] | null)[]>>;
}

/** What lies behind the scores of a study, item by item; written as results/detail.json. */
export interface StudyDetail {
  readonly kind: "value-compass detail";
  readonly format: 1;
  readonly systems: readonly SystemDetail[];
  readonly cases: readonly OutcomeCase[];
}
