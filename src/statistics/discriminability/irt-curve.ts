import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";

/**
 * An item as item response theory sees it (four-parameter logistic model; two parameters when the
 * last two are left out).
 */
export interface IrtItem {
  /** How steeply the chance rises with ability (a). */
  readonly discrimination: number;
  /** The ability at which the curve is steepest (b), in the unit of abilities. */
  readonly difficulty: number;
  /** The chance of very low abilities (c), 0 to 1 (0). */
  readonly floor?: number;
  /** The chance of very high abilities (d), from `floor` to 1 (1). */
  readonly ceiling?: number;
}

/** Where on an item's curve an ability lies. */
export interface CurvePoint {
  readonly floor: number;
  readonly ceiling: number;
  /**
   * The share of the way from floor to ceiling, and what is left of it: each good to its own last
   * digit.
   */
  readonly above: number;
  readonly below: number;
}

/**
 * Where on an item's logistic curve an ability lies: what `irtProbability` and `irtInformation` are
 * made from.
 *
 * @throws ArgumentError when a parameter is not finite, or floor and ceiling are out of order
 * @example
 * irtCurve(0, { discrimination: 1, difficulty: 0 }); // => { floor: 0, ceiling: 1, above: 0.5, below: 0.5 }
 * const odd = { discrimination: 1, difficulty: 0, floor: 0.5, ceiling: 0.4 };
 * irtCurve(0, odd); // throws /item.ceiling must be a finite number from 0.5 to 1: 0.4/
 */
export function irtCurve(ability: number, item: IrtItem): CurvePoint {
  checkNumber("ability", ability);
  if (typeof item !== "object" || item === null)
    throw new ArgumentError("item", "must have a discrimination and a difficulty", item);
  const { discrimination, difficulty, floor = 0, ceiling = 1 } = item;
  checkNumber("item.discrimination", discrimination);
  checkNumber("item.difficulty", difficulty);
  checkNumber("item.floor", floor, { from: 0, to: 1 });
  checkNumber("item.ceiling", ceiling, { from: floor, to: 1 });
  const logit = discrimination * (ability - difficulty);
  return { floor, ceiling, above: 1 / (1 + Math.exp(-logit)), below: 1 / (1 + Math.exp(logit)) };
}
