import type { Verdict } from "./verdict.js";

/** How a reply declined to answer. */
export type Declining = "refusal" | "empty" | "filtered" | "nonAnswer";

/** Why a cell could not be measured. */
export type Unmeasured =
  | "askFailed"
  | "notRecorded"
  | "truncated"
  | "judgeFailed"
  | "unparseable"
  | "capReached"
  | "systemNotCovered";

/**
 * The three things that can become of a cell. There is no default score: what was not measured enters
 * no mean, and what was declined is scored by the reading and counted apart (design, decision 1).
 */
export type Outcome =
  | { readonly kind: "judged"; readonly verdict: Verdict }
  | { readonly kind: "declined"; readonly how: Declining; readonly verdict: Verdict }
  | { readonly kind: "unmeasured"; readonly why: Unmeasured; readonly attempts: number };

/** How many cells ended in each outcome. Every mean carries these. */
export interface OutcomeCounts {
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
}
