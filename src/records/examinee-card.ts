import type { DimensionId, SystemId } from "../values/value-system.js";
import type { Origin } from "./score.js";

/** What is known of an examinee, for people to read beside its scores. */
export interface ExamineeCard {
  /** Simulated ids begin with `sim:`. */
  readonly id: string;
  readonly name: string;
  readonly origin: Origin;
  /** One line that every face repeats: "simulated from published scores of GPT-4o". */
  readonly label: string;
  readonly family: string | null;
  readonly developer: string | null;
  readonly access: string | null;
  readonly released: string | null;
  /** The licence of an open model, and how many tokens it can read at once; as its owner states them. */
  readonly licence?: string | null;
  readonly context?: number | null;
  /** Systems this examinee can be measured on; `null` means any. */
  readonly systems: readonly SystemId[] | null;
  /** The planted profile of a simulated examinee, in [0, 1]; `null` for real ones. */
  readonly planted: Readonly<Record<SystemId, Readonly<Record<DimensionId, number>>>> | null;
}
