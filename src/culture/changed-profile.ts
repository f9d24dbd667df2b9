import { ranks } from "../statistics/ranks.js";
import type { DimensionId } from "../values/value-system.js";
import type { ValueProfile } from "./culture.js";

/**
 * A profile without one of its values.
 *
 * @example
 * withoutValue({ care: 2, power: 1 }, "power"); // => { care: 2 }
 */
export function withoutValue(profile: ValueProfile, left: DimensionId): ValueProfile {
  return Object.fromEntries(Object.entries(profile).filter(([id]) => id !== left));
}

/**
 * A profile as ranks, with one value put last whatever it was: what the public platform does with hedonism on
 * both sides before it correlates, which adds agreement that nobody measured.
 *
 * @example
 * valueLast({ care: 0.2, power: 0.9, fun: 0.5 }, "power"); // => { power: 0, care: 1, fun: 2 }
 */
export function valueLast(profile: ValueProfile, last: DimensionId): ValueProfile {
  const others = Object.entries(withoutValue(profile, last));
  const places = ranks(others.map(([, value]) => value));
  return Object.fromEntries([[last, 0], ...others.map(([id], at) => [id, places[at]])]);
}
