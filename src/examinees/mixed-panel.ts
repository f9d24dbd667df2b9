import { publishedModels, publishedProfile } from "../facts/published-profile.js";
import { stream } from "../random/stream.js";
import type { DimensionId, SystemId } from "../values/value-system.js";
import { simulatedFromPublished } from "./published-panel.js";
import { type SimulatedExaminee, simulatedExaminee } from "./simulated.js";
import { simulatedSystems, simulatorPhrases } from "./simulator-words.js";
import type { World } from "./world.js";

/** Random archetypes: mean and spread of a planted score (`spec/simulator.md` 2). */
const ARCHETYPE_MEAN = 0.45;
const ARCHETYPE_SPREAD = 0.18;

/** Who sits on a mixed panel. */
export interface MixedPanelOptions {
  /** How many simulated from published scores, picked at random without repeats. */
  readonly published: number;
  /** How many with a random profile over every system. */
  readonly archetypes: number;
  /** Systems that every member must have scores for; none unless given. */
  readonly covering?: readonly SystemId[];
  /** `defaultWorld` unless given. */
  readonly world?: World;
}

/**
 * A random panel for benches: published profiles, which lie close together, beside random
 * archetypes, which do not.
 *
 * @throws RangeError when more published profiles are asked for than there are
 * @example
 * mixedPanel(3, { published: 4, archetypes: 4 }).length; // => 8
 * mixedPanel(3, { published: 99, archetypes: 0 }); // throws /there are 33/
 */
export function mixedPanel(seed: number, options: MixedPanelOptions): readonly SimulatedExaminee[] {
  const { published, archetypes, covering = [], world } = options;
  const models = publishedModels().filter(({ id }) => {
    const { profiles } = publishedProfile(id);
    return covering.every((system) => system in profiles);
  });
  if (published > models.length)
    throw new RangeError(
      `there are ${models.length} published profiles to pick from: ${published}`,
    );
  const chosen = stream(seed, "panel").shuffle(models).slice(0, published);
  return [
    ...chosen.map(({ id }) => simulatedFromPublished(id, { seed, world })),
    ...Array.from({ length: archetypes }, (_, index) =>
      simulatedExaminee({
        id: `sim:random-${index + 1}`,
        name: `Random ${index + 1}`,
        label: `simulated archetype: random profile ${index + 1} of seed ${seed}`,
        profile: randomProfile(seed, index),
        family: "archetype",
        seed,
        world,
      }),
    ),
  ];
}

function randomProfile(seed: number, index: number): Record<SystemId, Record<DimensionId, number>> {
  const draws = stream(seed, "archetype", index);
  const score = () => Math.min(Math.max(ARCHETYPE_MEAN + ARCHETYPE_SPREAD * draws.normal(), 0), 1);
  return Object.fromEntries(
    simulatedSystems.map((system) => [
      system,
      Object.fromEntries(simulatorPhrases(system).dimensions.map((id) => [id, score()])),
    ]),
  );
}
