import { mean } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import type { DimensionId } from "../values/value-system.js";

/** Which items of a questionnaire ask for which value, by their place from 1, as printed. */
export type QuestionnaireKey = Readonly<Record<DimensionId, readonly number[]>>;

/** Scores by value; `null` where none of a value's items was answered. */
export type CentredScores = Readonly<Record<DimensionId, number | null>>;

/**
 * A person's priorities from a questionnaire: the mean of each value's items, less the mean of all items the person
 * answered. People differ in how readily they agree with anything; that habit is taken away and priorities stay.
 * An unanswered item enters nothing.
 *
 * Source: Schwartz's instructions for the PVQ (centring on the MRAT); math 5, `pvq21Centred`.
 *
 * @param answers      one an item, in the order of the questionnaire; `null` where none was given
 * @param key          the items of each value
 * @param reverseFrom  for scales on which 1 means most: every answer becomes `reverseFrom` less itself; `null` keeps them
 * @returns in points of the scale; all `null` for someone who answered nothing
 * @throws ArgumentError when the key names an item that is not there, or an answer is no finite number
 * @example
 * centredScores([1, 1, 4, null], { open: [1, 2], safe: [3], kind: [4] }, 7); // => { open: 1, safe: -2, kind: null }
 * centredScores([1, 2], { open: [1], safe: [3] }, null); // throws /key.safe must name items from 1 to 2: 3/
 */
export function centredScores(
  answers: readonly (number | null)[],
  key: QuestionnaireKey,
  reverseFrom: number | null,
): CentredScores {
  if (!Array.isArray(answers)) throw new ArgumentError("answers", "must be a list", answers);
  const origin = reverseFrom === null ? null : checkNumber("reverseFrom", reverseFrom);
  const given = Array.from(answers, (answer: number | null, at) => {
    if (answer === null) return null;
    const checked = checkNumber(`answers[${at}]`, answer);
    return origin === null ? checked : origin - checked;
  });
  const level = meanOf(given);
  return Object.fromEntries(
    Object.entries(key).map(([dimension, items]) => {
      const own = meanOf(items.map((item) => given[placeOf(dimension, item, given.length)]));
      return [dimension, own === null || level === null ? null : own - level];
    }),
  );
}

function placeOf(dimension: DimensionId, item: number, count: number): number {
  if (Number.isInteger(item) && item >= 1 && item <= count) return item - 1;
  throw new ArgumentError(`key.${dimension}`, `must name items from 1 to ${count}`, item);
}

function meanOf(values: readonly (number | null)[]): number | null {
  const answered = values.filter((value) => value !== null);
  return answered.length === 0 ? null : mean(answered);
}
