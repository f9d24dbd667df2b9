import { simulatedArchetype } from "./archetypes.js";
import { simulatedFromPublished } from "./published-panel.js";
import type { SimulatedExaminee } from "./simulated.js";
import type { World } from "./world.js";

/**
 * The four models of the paper's Fig. 4(b). Gemini-2.0-Pro has no measured moral-foundation scores.
 */
const MODELS = ["o3-mini", "deepseek-r1", "gemini-2.0-pro", "llama-3.3-70b-instruct"];
const ARCHETYPES = ["sim:guardian", "sim:explorer", "sim:achiever", "sim:caretaker"];

/**
 * The examinees of the demo: four simulated from published scores, four archetypes that lie further
 * apart.
 *
 * @example
 * demoPanel(7).length; // => 8
 * demoPanel(7)[0].card.id; // => "sim:o3-mini"
 */
export function demoPanel(
  seed: number,
  options: { readonly world?: World } = {},
): readonly SimulatedExaminee[] {
  const shared = { seed, world: options.world };
  return [
    ...MODELS.map((model) => simulatedFromPublished(model, shared)),
    ...ARCHETYPES.map((id) => simulatedArchetype(id, shared)),
  ];
}
