import { type IrtItem, irtCurve } from "./irt-curve.js";

/**
 * The chance that an examinee of this ability shows what the item asks for: c + (d - c) / (1 +
 * exp(-a (ability - b))).
 *
 * @param ability  on the scale of the item's difficulty; 0 is average by convention
 * @param item     its parameters
 * @returns from the item's floor to its ceiling
 * @throws ArgumentError when a parameter is not finite, or floor and ceiling are out of order
 *
 * Source: Birnbaum 1968; math 4.6.
 *
 * @example
 * irtProbability(0, { discrimination: 1, difficulty: 0 }); // => 0.5
 * irtProbability(-3, { discrimination: 2, difficulty: 0, floor: 0.2 }); // => 0.20198 (± 1e-5)
 */
export function irtProbability(ability: number, item: IrtItem): number {
  const { floor, ceiling, above, below } = irtCurve(ability, item);
  // Mixed from both ends, so that neither end overshoots.
  return floor * below + ceiling * above;
}
