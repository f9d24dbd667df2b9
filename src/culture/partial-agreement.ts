import { ArgumentError } from "../statistics/argument-error.js";
import { pearson } from "../statistics/pearson.js";
import { zScore } from "../statistics/z-score.js";

/** In standard deviations: two shapes closer than this differ by rounding alone. */
const SAME_SHAPE = 1e-12;

/**
 * What a model and a culture share beyond what all cultures share. Nearly everyone puts benevolence above power, so
 * nearly every model agrees with nearly every country. Here each profile is put in units of its own spread, the
 * pan-cultural profile is taken away from both, and what is left is correlated: does the model depart from the
 * common order where this culture departs from it?
 *
 * Source: math 5 (correlate deviations from the mean culture profile).
 *
 * @param profile      the model's scores
 * @param culture      as many, on any scale
 * @param panCultural  as many, on any scale: `panCulturalMean` of the cultures compared
 * @returns from -1 to 1; NaN where a profile is constant, or the model or the culture is the common one itself
 * @throws ArgumentError when lists differ in length, are empty or hold something that is no finite number
 * @example
 * partialAgreement([1, 2, 3, 5], [10, 20, 30, 50], [1, 2, 3, 4]); // => 1
 * partialAgreement([1, 2, 3, 5], [2, 1, 3, 4], [1, 2, 3, 4]); // => 0.415024769 (± 1e-9)
 * partialAgreement([1, 2, 3], [10, 20, 30], [3, 2, 4]); // => 1
 * partialAgreement([2, 4, 6], [3, 1, 2], [1, 2, 3]); // => NaN
 */
export function partialAgreement(
  profile: readonly number[],
  culture: readonly number[],
  panCultural: readonly number[],
): number {
  const model = zScore(profile);
  const people = zScore(culture);
  const common = zScore(panCultural);
  if (people.length !== model.length || common.length !== model.length)
    throw new ArgumentError("culture", `must hold ${model.length} numbers`, culture);
  const own = model.map((value, at) => value - common[at]);
  const theirs = people.map((value, at) => value - common[at]);
  return hasShape(own) && hasShape(theirs) ? pearson(own, theirs) : Number.NaN;
}

function hasShape(deviations: readonly number[]): boolean {
  return deviations.some((value) => Math.abs(value) > SAME_SHAPE) && !deviations.some(Number.isNaN);
}
