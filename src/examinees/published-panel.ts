import { publishedProfile } from "../facts/published-profile.js";
import { type SimulatedExaminee, simulatedExaminee } from "./simulated.js";
import type { World } from "./world.js";

/** What the members of a simulated panel share. */
export interface PanelOptions {
  readonly seed: number;
  /** `defaultWorld` unless given. */
  readonly world?: World;
}

/**
 * A simulated examinee with the published scores of a model planted in it. It answers only for the
 * systems that were measured: a placeholder is no profile. It is not the model, and its label says
 * so.
 *
 * @param model  id or name, such as `gpt-4o`
 * @throws RangeError for a model without published scores
 * @example
 * simulatedFromPublished("o3-mini", { seed: 1 }).card.label; // => "simulated from published scores of o3-mini"
 * simulatedFromPublished("gemini-2.0-pro", { seed: 1 }).card.systems.includes("mft"); // => false
 */
export function simulatedFromPublished(model: string, options: PanelOptions): SimulatedExaminee {
  const { card, profiles } = publishedProfile(model);
  return simulatedExaminee({
    id: `sim:${card.id}`,
    name: card.name,
    label: `simulated from published scores of ${card.name}`,
    profile: profiles,
    family: card.family,
    developer: card.developer,
    access: card.access,
    released: card.released ?? undefined,
    seed: options.seed,
    world: options.world,
  });
}
