import { defaultWorld, type World } from "./world.js";

/**
 * A world in which politeness weighs more or less: the share of a reply that goes by the consensus, 1 - c, times
 * `pressure`. At 1 it is the world itself; at 0 nobody is polite, every item divides as far as thresholds allow, and mild
 * static items lose what keeps them from telling examinees apart.
 *
 * @param pressure  from 0 to 1
 * @throws RangeError for a pressure outside it
 * @example
 * pressedWorld(1).controversy.low; // => 0.05
 * pressedWorld(0).controversy.low; // => 1
 * pressedWorld(2); // throws /from 0 to 1/
 */
export function pressedWorld(pressure: number, world: World = defaultWorld): World {
  if (!(pressure >= 0 && pressure <= 1))
    throw new RangeError(`consensus pressure must be from 0 to 1: ${pressure}`);
  if (pressure === 1) return world;
  const { controversy } = world;
  const kept = (share: number) => 1 - pressure * (1 - share);
  // Every effect is scaled and the ends are moved alike, so that c becomes 1 - pressure (1 - c) exactly.
  return {
    ...world,
    controversy: {
      ...controversy,
      base: kept(controversy.base),
      low: kept(controversy.low),
      high: kept(controversy.high),
      cues: Object.fromEntries(
        Object.entries(controversy.cues).map(([cue, effect]) => [cue, pressure * effect]),
      ) as typeof controversy.cues,
      tension: pressure * controversy.tension,
      words: pressure * controversy.words,
      surprise: pressure * controversy.surprise,
    },
  };
}
