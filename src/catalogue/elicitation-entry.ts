import type { Elicitation } from "../information/elicitation.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { addEntry, type CatalogueEntry, type ParameterValues } from "./entry.js";

/** What tuning an elicitation changes. */
export type TunedElicitation = Pick<Elicitation, "of" | "maximum">;

/** A choice for I of Eq. 1 with what people need to know to choose it. `of` takes the usual parameters. */
export interface ElicitationEntry extends CatalogueEntry, Elicitation {
  /** The same with other numbers in its parameters; every entry that has parameters has it. */
  readonly tuned?: (values: ParameterValues) => TunedElicitation;
}

/**
 * Adds an elicitation to those known.
 *
 * @throws ArgumentError when the id is taken or not of the form `my-choice`, or a part is missing
 * @example
 * const entry = { id: "mine", parameters: [], of: () => 0, maximum: () => 1 };
 * addElicitation([], { ...entry, maximum: 1 }); // throws /elicitation mine must have the functions of and maximum/
 */
export function addElicitation(known: ElicitationEntry[], entry: ElicitationEntry): void {
  const parts = [entry.of, entry.maximum, ...(entry.parameters?.length > 0 ? [entry.tuned] : [])];
  if (!Array.isArray(entry.parameters) || parts.some((part) => typeof part !== "function"))
    throw new ArgumentError(
      `elicitation ${entry.id}`,
      "must have the functions of and maximum, a list of parameters, and tuned if that is not empty",
      Object.keys(entry),
    );
  addEntry("elicitation", known, entry);
}
