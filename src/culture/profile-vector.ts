import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import type { DimensionId } from "../values/value-system.js";
import type { ValueProfile } from "./culture.js";

/**
 * A profile as a list in a given order of dimensions. Sources order the values differently (some put tradition before
 * conformity, some after), so order is never taken from them.
 *
 * @throws ArgumentError when a dimension is missing, one is too many, or a number is not finite
 * @example
 * profileVector("profile", { power: 1, care: 2 }, ["care", "power"]); // => [2, 1]
 * profileVector("profile", { power: 1 }, ["care"]); // throws /profile must have exactly the dimensions care: power/
 */
export function profileVector(
  argument: string,
  profile: ValueProfile,
  dimensions: readonly DimensionId[],
): number[] {
  if (typeof profile !== "object" || profile === null)
    throw new ArgumentError(argument, "must give a number for each dimension", profile);
  const given = Object.keys(profile);
  if (
    given.length !== dimensions.length ||
    !dimensions.every((dimension) => Object.hasOwn(profile, dimension))
  ) {
    const names = [...dimensions].sort().join(", ");
    throw new ArgumentError(
      argument,
      `must have exactly the dimensions ${names}`,
      given.sort().join(", "),
    );
  }
  return dimensions.map((dimension) => checkNumber(`${argument}.${dimension}`, profile[dimension]));
}
