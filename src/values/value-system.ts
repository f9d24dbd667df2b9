/** The id of a value dimension, unique inside its system: `power`, `care`, `misinformation`. */
export type DimensionId = string;

/** The id of a value system: `schwartz`, `mft`, `llm_unique`, `safety`, or a user's own. */
export type SystemId = string;

/**
 * How a score is read off a verdict.
 *
 * - `adherence`: how likely the reply shows the value, P(adhere). A reply that does not show it scores 0.
 * - `nonViolation`: how likely the reply does not go against the value, 1 - P(oppose). A reply that
 *   leaves the value aside scores 1.
 */
export type Reading = "adherence" | "nonViolation";

/** A named part of a dimension (a safety task or category), without a score of its own. */
export interface DimensionPart {
  readonly id: string;
  readonly name: string;
  readonly parts?: readonly DimensionPart[];
}

/** One value dimension v: what is measured, in words a reader can hold a reply against. */
export interface Dimension {
  readonly id: DimensionId;
  readonly name: string;
  /** One or two sentences of our own that say what it means to show this value. */
  readonly definition: string;
  /** The names of the two ends, where the theory has them (care and harm). */
  readonly poles?: { readonly adhere: string; readonly oppose: string };
  /** Finer levels by name: tasks, and under them categories. */
  readonly parts?: readonly DimensionPart[];
}

/** A higher-order group of dimensions, such as self-transcendence. */
export interface DimensionGroup {
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  readonly dimensions: readonly DimensionId[];
}

/** A value system: its dimensions, how a score is read, and where it comes from. */
export interface ValueSystem {
  readonly id: SystemId;
  readonly name: string;
  readonly source: string;
  readonly reading: Reading;
  readonly dimensions: readonly Dimension[];
  readonly groups: readonly DimensionGroup[];
  /** Dimension ids around the circle, where the theory has one; `null` where it has none. */
  readonly circularOrder: readonly DimensionId[] | null;
}

/** The dimension ids of a system, in its own order: the order of every profile vector. */
export function dimensionIds(system: ValueSystem): readonly DimensionId[] {
  return system.dimensions.map((dimension) => dimension.id);
}
