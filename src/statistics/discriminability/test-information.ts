import { ArgumentError } from "../argument-error.js";
import type { IrtItem } from "./irt-curve.js";
import { irtInformation } from "./irt-information.js";

/** How well a set of items locates an examinee. */
export interface TestInformation {
  /** The items' information added up. */
  readonly information: number;
  /**
   * Standard error of the ability, 1 / sqrt(information). Infinity where the items say nothing
   * there.
   */
  readonly standardError: number;
  readonly items: number;
}

/**
 * What a set of items says at an ability, answers taken as independent given the ability.
 *
 * @param ability  on the scale of the difficulties
 * @param items    at least one
 * @throws ArgumentError when there is no item, or a parameter is out of range
 *
 * Source: Lord 1980; math 4.6.
 *
 * @example
 * const item = { discrimination: 1, difficulty: 0 };
 * testInformation(0, [item, item, item, item]); // => { information: 1, standardError: 1, items: 4 }
 * testInformation(0, []); // throws /items must be a list of at least one item: \[\]/
 */
export function testInformation(ability: number, items: readonly IrtItem[]): TestInformation {
  if (!Array.isArray(items) || items.length === 0)
    throw new ArgumentError("items", "must be a list of at least one item", items);
  const information = items.reduce((sum, item) => sum + irtInformation(ability, item), 0);
  return { information, standardError: 1 / Math.sqrt(information), items: items.length };
}
