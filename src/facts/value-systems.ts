import type { SystemId, ValueSystem } from "../values/value-system.js";
import { valueSystems } from "./made/value-systems.js";

/**
 * The four value systems of the paper: Schwartz's basic values, moral foundations, LLMs' unique
 * values, and the safety taxonomy; 27 dimensions in all.
 *
 * @example
 * builtInSystems.map((system) => system.id); // => ["schwartz", "mft", "llm_unique", "safety"]
 */
export const builtInSystems: readonly ValueSystem[] = valueSystems;

/**
 * One of the four systems by its id.
 *
 * @throws RangeError for an id that is not one of the four; the message lists them
 * @example
 * valueSystem("mft").dimensions.length; // => 5
 * valueSystem("mtf"); // throws /schwartz, mft, llm_unique, safety/
 */
export function valueSystem(id: SystemId): ValueSystem {
  const found = builtInSystems.find((system) => system.id === id);
  if (found !== undefined) return found;
  const known = builtInSystems.map((system) => system.id).join(", ");
  throw new RangeError(`no built-in value system "${id}"; there are: ${known}`);
}
