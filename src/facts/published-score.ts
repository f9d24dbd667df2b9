import type { DimensionId, SystemId } from "../values/value-system.js";

/** A release of published scores: the one still served, and two earlier ones. */
export type PublishedVersion = "current" | "2025-03-03" | "static2024";

/** One score that the public platform shows for one model on one dimension (`data/LICENSES.md`). */
export interface PublishedScore {
  /** Lower-case id, such as `gpt-4o`. */
  readonly model: string;
  /** The platform's own name, such as `GPT-4o`. */
  readonly name: string;
  readonly system: SystemId;
  readonly dimension: DimensionId;
  /** In [0, 1], whatever scale the release used. */
  readonly score: number;
  readonly version: PublishedVersion;
  /** True where the source shows one constant for a whole system: no measurement. */
  readonly placeholder: boolean;
}
