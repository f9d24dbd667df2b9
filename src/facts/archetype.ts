import type { DimensionId, SystemId } from "../values/value-system.js";

/**
 * A made-up character with a value profile over every shipped dimension: for teaching, not a model.
 */
export interface Archetype {
  /** Begins with `sim:`. */
  readonly id: string;
  readonly name: string;
  /** One line on what moves this character. */
  readonly description: string;
  /** Planted scores in [0, 1]. */
  readonly profiles: Readonly<Record<SystemId, Readonly<Record<DimensionId, number>>>>;
}
