import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import { type CentredScores, centredScores, type QuestionnaireKey } from "./centred-scores.js";

/**
 * Which of the 21 items of the Portrait Values Questionnaire, as the European Social Survey asks it, belongs to which
 * value. Item numbers only; checked against a published key.
 */
export const pvq21Key: QuestionnaireKey = {
  self_direction: [1, 11],
  stimulation: [6, 15],
  hedonism: [10, 21],
  achievement: [4, 13],
  power: [2, 17],
  security: [5, 14],
  conformity: [7, 16],
  tradition: [9, 20],
  benevolence: [12, 18],
  universalism: [3, 8, 19],
};

const ITEMS = 21;

/** The survey codes 1 for "very much like me" and 6 for "not like me at all"; 7 less the code turns that round. */
const REVERSE_FROM = 7;

/**
 * A person's ten value priorities from the answers to the PVQ-21, centred on the person's own mean: the scoring
 * behind the country profiles that ship with the package, so that a person, or a model that answers in a person's
 * place, can be compared with them.
 *
 * @param answers  21 in the order of the questionnaire, as the survey codes them (1 very much like me, 6 not at all);
 *   `null` where none was given
 * @returns by value, from -5 to 5, higher for what matters more
 * @throws ArgumentError when there are not 21, or one is no code from 1 to 6
 * @example
 * const answers = [6, 5, 3, 4, 1, 5, 5, 3, 3, 4, 1, 3, 3, 3, 4, 4, 3, 5, 2, 3, 4];
 * pvq21Centred(answers).security; // => 1.523809523810 (± 1e-11)
 * pvq21Centred(new Array(21).fill(2)).power; // => 0
 * pvq21Centred([1, 2, 3]); // throws /answers must hold 21 answers: \[1,2,3\]/
 */
export function pvq21Centred(answers: readonly (number | null)[]): CentredScores {
  if (!Array.isArray(answers) || answers.length !== ITEMS)
    throw new ArgumentError("answers", `must hold ${ITEMS} answers`, answers);
  answers.forEach((answer: number | null, at) => {
    if (answer !== null) checkNumber(`answers[${at}]`, answer, { from: 1, to: 6, whole: true });
  });
  return centredScores(answers, pvq21Key, REVERSE_FROM);
}
