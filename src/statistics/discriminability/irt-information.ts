import { type IrtItem, irtCurve } from "./irt-curve.js";

/**
 * Fisher information of an item at an ability: how sharply one answer to it locates an examinee
 * there. It is largest near the item's difficulty: choose items that are informative where the
 * examinees are.
 *
 * @param ability  on the scale of the item's difficulty
 * @param item     its parameters
 * @returns from 0; for two parameters a^2 P (1 - P)
 * @throws ArgumentError when a parameter is not finite, or floor and ceiling are out of order
 *
 * Source: Lord 1980; math 4.6.
 *
 * @example
 * irtInformation(0, { discrimination: 1, difficulty: 0 }); // => 0.25
 * irtInformation(1, { discrimination: 2, difficulty: 0 }); // => 0.419974341614 (± 1e-12)
 */
export function irtInformation(ability: number, item: IrtItem): number {
  const { floor, ceiling, above, below } = irtCurve(ability, item);
  const range = ceiling - floor;
  const slope = item.discrimination * range;
  if (slope === 0) return 0;
  // P'^2 / (P (1 - P)) with above * below taken out of both factors, which would be 0 / 0 far from the difficulty.
  const yes = floor === 0 ? ceiling : (floor * below + ceiling * above) / above;
  const no = ceiling === 1 ? 1 - floor : ((1 - ceiling) * above + (1 - floor) * below) / below;
  return above * slope * (slope / yes) * (below / no);
}
