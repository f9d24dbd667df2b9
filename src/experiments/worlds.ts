import { defaultWorld, type World } from "../examinees/world.js";

/** A world that differs from the default in one constant, named for a table. */
export interface VariedWorld {
  readonly name: string;
  readonly world: World;
}

/** The default world and others around it: one constant changed at a time, down and up. */
export function variedWorlds(): VariedWorld[] {
  const world = defaultWorld;
  const { controversy, threshold, consensus, opposition } = world;
  const pressure = (base: number): World => ({ ...world, controversy: { ...controversy, base } });
  const opposed = (adherence: number): World => ({
    ...world,
    opposition: { ...opposition, adherence },
  });
  const polite = (mean: number): World => ({ ...world, consensus: { ...consensus, mean } });
  const surprised = (surprise: number): World => ({
    ...world,
    threshold: { ...threshold, surprise },
  });
  return [
    { name: "default", world },
    { name: "more consensus pressure (controversy base 0.04)", world: pressure(0.04) },
    { name: "less consensus pressure (controversy base 0.34)", world: pressure(0.34) },
    { name: "consensus 0.3", world: polite(0.3) },
    { name: "consensus 0.7", world: polite(0.7) },
    { name: "no opposition", world: opposed(0) },
    { name: "opposition 0.1", world: opposed(0.1) },
    { name: "opposition 0.5", world: opposed(0.5) },
    { name: "tau 0.025", world: { ...world, tau: 0.025 } },
    { name: "tau 0.1", world: { ...world, tau: 0.1 } },
    { name: "no surprise in thresholds", world: surprised(0) },
    { name: "surprise 0.16 in thresholds", world: surprised(0.16) },
    { name: "other words, same kind of world", world: { ...world, key: "world-2" } },
  ];
}
