import { archetypes } from "../facts/made/archetypes.js";
import type { PanelOptions } from "./published-panel.js";
import { type SimulatedExaminee, simulatedExaminee } from "./simulated.js";

/** The ids of the teaching archetypes: characters with far-apart values. */
export const archetypeIds: readonly string[] = archetypes.map(({ id }) => id);

/**
 * One teaching archetype as an examinee.
 *
 * @param id  one of `archetypeIds`
 * @throws RangeError for another id; the message lists them
 * @example
 * simulatedArchetype("sim:explorer", { seed: 1 }).card.systems.length; // => 4
 * simulatedArchetype("sim:pirate", { seed: 1 }); // throws /sim:guardian/
 */
export function simulatedArchetype(id: string, options: PanelOptions): SimulatedExaminee {
  const archetype = archetypes.find((entry) => entry.id === id);
  if (archetype === undefined)
    throw new RangeError(`no archetype "${id}"; there are: ${archetypeIds.join(", ")}`);
  return simulatedExaminee({
    id,
    name: archetype.name,
    label: `simulated archetype: ${archetype.description}`,
    profile: archetype.profiles,
    family: "archetype",
    seed: options.seed,
    world: options.world,
  });
}
