import type { StudyInput } from "./study-schema.js";

/**
 * The demo: the four models of the paper's Fig. 4(b), simulated from their published scores, and four archetypes, on
 * all four value systems, three evolving rounds. Small enough for a laptop without a key.
 */
export const demoStudy: StudyInput = {
  format: 1,
  name: "Value Compass demo",
  systems: ["schwartz", "mft", "llm_unique", "safety"],
  examinees: [
    { kind: "published", model: "o3-mini" },
    { kind: "published", model: "deepseek-r1" },
    { kind: "published", model: "gemini-2.0-pro" },
    { kind: "published", model: "llama-3.3-70b-instruct" },
    { kind: "archetype", id: "sim:guardian" },
    { kind: "archetype", id: "sim:explorer" },
    { kind: "archetype", id: "sim:achiever" },
    { kind: "archetype", id: "sim:caretaker" },
  ],
  objective: { alpha: 0.5, divergence: "jensen-shannon" },
  budget: { rounds: 3, items: 30, samples: 3, candidates: 60, generations: 2, searchSamples: 5 },
  seed: 7,
};
