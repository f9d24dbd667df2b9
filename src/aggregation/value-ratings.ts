import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import { type DimensionId, dimensionIds, type ValueSystem } from "../values/value-system.js";

/** One question of the short rating: a value, in our own words, to be rated from 0 to 10. */
export interface ValueQuestion {
  readonly dimension: DimensionId;
  readonly name: string;
  /** The definition to rate. */
  readonly text: string;
}

/** How much each value matters to a person, from 0 (not at all) to 10 (more than anything). */
export type ValueRatings = Readonly<Record<DimensionId, number>>;

/** The highest rating there is. */
export const HIGHEST_RATING = 10;

/**
 * The short rating: each value of a system with its definition, to be rated from 0 to 10. These are our own short
 * definitions and no validated questionnaire: use the answers to sort models, not to describe a person. Who holds a
 * licensed questionnaire scores it with `pvq21Centred` and its like.
 *
 * @example
 * const kind = { id: "kind", name: "Kindness", definition: "Being good to others." };
 * const system = { id: "s", name: "S", source: "", reading: "adherence", dimensions: [kind], groups: [], circularOrder: null };
 * valueQuestions(system); // => [{ dimension: "kind", name: "Kindness", text: "Being good to others." }]
 */
export function valueQuestions(system: ValueSystem): readonly ValueQuestion[] {
  return system.dimensions.map(({ id, name, definition }) => ({
    dimension: id,
    name,
    text: definition,
  }));
}

/**
 * Checks a person's ratings: one for each value of the system, from 0 to 10, not all alike. The result is a profile
 * for `matchProfile` and weights for `rankBoard` at once: what matters twice as much counts twice.
 *
 * @returns in the order of the system
 * @throws ArgumentError when a value is not rated, one is not known, a rating is outside 0 to 10, or all are alike
 * @example
 * const of = (id) => ({ id, name: id, definition: id });
 * const system = { id: "s", name: "S", source: "", reading: "adherence", dimensions: [of("a"), of("b")], groups: [], circularOrder: null };
 * checkRatings({ b: 2, a: 9 }, system); // => { a: 9, b: 2 }
 * checkRatings({ a: 3 }, system); // throws /ratings must rate every value of S once; missing: b/
 * checkRatings({ a: 3, b: 3 }, system); // throws /ratings must not be the same for all/
 */
export function checkRatings(ratings: ValueRatings, system: ValueSystem): ValueRatings {
  const ids = dimensionIds(system);
  const given = Object.keys(ratings ?? {});
  const unknown = given.filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new ArgumentError("ratings", `must be of ${ids.join(", ")}`, unknown.join(", "));
  const missing = ids.filter((id) => !given.includes(id));
  if (missing.length > 0)
    throw new ArgumentError(
      "ratings",
      `must rate every value of ${system.name} once; missing`,
      missing.join(", "),
    );
  for (const id of ids) checkNumber(`ratings.${id}`, ratings[id], { from: 0, to: HIGHEST_RATING });
  if (ids.every((id) => ratings[id] === ratings[ids[0]]))
    throw new ArgumentError(
      "ratings",
      "must not be the same for all: then nothing matters more than anything else",
      ratings[ids[0]],
    );
  return Object.fromEntries(ids.map((id) => [id, ratings[id]]));
}
