import type { IrtItem } from "../statistics/discriminability/irt-curve.js";
import { irtInformation } from "../statistics/discriminability/irt-information.js";

/** The items that say most about where an examinee stands. */
export interface ShortForm {
  /** Places of the items in the list given, most informative first. */
  readonly items: readonly number[];
  /** Their information at that ability, added up. */
  readonly information: number;
  /** The standard error that they leave of the ability, 1 / sqrt(information). */
  readonly standardError: number;
  /** What part of the whole set's information they carry. */
  readonly share: number;
}

/**
 * The items that measure an examinee best: those whose response curves are steepest where it stands. An examinee who is
 * to be measured again can be asked these alone. Its standing comes from the same replies, so the share promises a little
 * too much.
 *
 * Source: Lord 1980; GETA's adaptive form (methods 4); math 4.6.
 *
 * @param count  items of the form; 20 unless told
 * @example
 * const items = [{ discrimination: 1, difficulty: 3 }, { discrimination: 2, difficulty: 0 }];
 * shortForm(items, 0, 1).items; // => [1]
 * shortForm(items, 0).share; // => 1
 */
export function shortForm(items: readonly IrtItem[], ability: number, count = 20): ShortForm {
  const told = items.map((item, place) => ({ place, information: irtInformation(ability, item) }));
  const best = [...told]
    .sort((a, b) => b.information - a.information || a.place - b.place)
    .slice(0, count);
  const sum = (all: typeof told) => all.reduce((total, { information }) => total + information, 0);
  const information = sum(best);
  return {
    items: best.map(({ place }) => place),
    information,
    standardError: 1 / Math.sqrt(information),
    share: information / sum(told),
  };
}
