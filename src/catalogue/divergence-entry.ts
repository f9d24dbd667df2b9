import type { Divergence } from "../information/divergence.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { addEntry, type CatalogueEntry, type ParameterValues } from "./entry.js";

/** What tuning a divergence changes. */
export type TunedDivergence = Pick<Divergence, "of" | "ofSamples" | "maximum">;

/** The order in which the dimensions of a profile must stand, for divergences that know neighbours. */
export type Arrangement = "circle" | "line";

/** A choice for D of Eq. 1 with what people need to know to choose it. `of` takes the usual parameters. */
export interface DivergenceEntry extends CatalogueEntry, Divergence {
  /** The same with other numbers in its parameters; every entry that has parameters has it. */
  readonly tuned?: (values: ParameterValues) => TunedDivergence;
  /** For a divergence that knows which dimensions are neighbours: what it takes their order for. */
  readonly arrangement?: Arrangement;
}

/**
 * Adds a divergence to those known.
 *
 * @throws ArgumentError when the id is taken or not of the form `my-choice`, or a part is missing
 * @example
 * const entry = { id: "mine", parameters: [], of: () => 0, maximum: () => 1 };
 * addDivergence([], { ...entry, of: null }); // throws /divergence mine must have the functions of and maximum/
 */
export function addDivergence(known: DivergenceEntry[], entry: DivergenceEntry): void {
  const parts = [entry.of, entry.maximum, ...(entry.parameters?.length > 0 ? [entry.tuned] : [])];
  if (!Array.isArray(entry.parameters) || parts.some((part) => typeof part !== "function"))
    throw new ArgumentError(
      `divergence ${entry.id}`,
      "must have the functions of and maximum, a list of parameters, and tuned if that is not empty",
      Object.keys(entry),
    );
  addEntry("divergence", known, entry);
}
