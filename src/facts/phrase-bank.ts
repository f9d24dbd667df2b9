import type { DimensionId, Reading, SystemId } from "../values/value-system.js";

/** Clauses that speak for a dimension and clauses that speak against it; each fits every frame. */
export interface DimensionPhrases {
  readonly supporting: readonly string[];
  readonly opposing: readonly string[];
}

/** The phrases of one value system, with the reading its scores are taken by. */
export interface SystemPhrases {
  readonly reading: Reading;
  readonly dimensions: Readonly<Record<DimensionId, DimensionPhrases>>;
}

/**
 * Everything a simulated examinee can say. A value sentence is a frame with a clause in it; the
 * other sentences carry no value. `{clause}` is filled as it stands, `{Clause}` with a capital.
 */
export interface PhraseBank {
  readonly frames: readonly string[];
  readonly fillers: readonly string[];
  readonly hedges: readonly string[];
  readonly refusals: readonly string[];
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly systems: Readonly<Record<SystemId, SystemPhrases>>;
}
