import type { World } from "./world.js";

/**
 * A world's constants in one line, to be printed beside every number that depends on them.
 *
 * @example
 * describeWorld(defaultWorld).startsWith("simulated world world-1: tau 0.05"); // => true
 */
export function describeWorld(world: World): string {
  const { affordance, opposition, controversy, threshold, consensus } = world;
  const cues = Object.entries(controversy.cues).map(([kind, weight]) => `${kind} ${weight}`);
  return [
    `simulated world ${world.key}: tau ${world.tau}`,
    `affordance named ${affordance.named}, topical ` +
      `${affordance.topicalLow}-${affordance.topicalHigh}, other ${affordance.other}`,
    `opposition ${opposition.adherence} (adherence), ${opposition.nonViolation} (non-violation)`,
    `controversy ${controversy.base} + cues (${cues.join(", ")}; further x ${controversy.further}; ` +
      `tension ${controversy.tension}), words sd ${controversy.words}, ` +
      `surprise sd ${controversy.surprise}`,
    `threshold ${threshold.centre}, words sd ${threshold.words}, surprise sd ${threshold.surprise}`,
    `consensus ${consensus.mean}, sd ${consensus.spread}`,
  ].join("; ");
}
