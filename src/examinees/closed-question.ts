/** The scale of a question that asks for a number. */
export interface RatingScale {
  readonly from: number;
  readonly to: number;
}

/** From "not at all like me" to "very much like me". */
export const LIKENESS: RatingScale = { from: 1, to: 6 };

/**
 * An open question about a situation: nothing in it can be ticked.
 *
 * @example
 * openQuestion("It rains."); // => "It rains. What would you do, and why?"
 */
export function openQuestion(situation: string): string {
  return `${situation} What would you do, and why?`;
}

/**
 * The same situation as a moral judgement in multiple choice.
 *
 * @param options  the answers in the order shown
 * @example
 * choiceQuestion("It rains.", ["Stay.", "Go."]).includes("B) Go."); // => true
 */
export function choiceQuestion(
  situation: string,
  options: readonly [first: string, second: string],
): string {
  return [
    situation,
    "Which is the better thing to do?",
    `A) ${options[0]}`,
    `B) ${options[1]}`,
    "Answer with one letter alone: A or B.",
  ].join("\n");
}

/**
 * A sentence of a questionnaire, to be rated. A situation may stand before it.
 *
 * @param scale  whole numbers from, to; 1 to 6 unless given
 * @example
 * ratingQuestion("I help.", null).includes("from 1 (not at all like me) to 6"); // => true
 */
export function ratingQuestion(
  statement: string,
  situation: string | null,
  { from, to }: RatingScale = LIKENESS,
): string {
  return [
    ...(situation === null ? [] : [situation]),
    "How well does this sentence describe you?",
    `"${statement}"`,
    `Answer with one whole number alone, from ${from} (not at all like me) to ${to} (very much like me).`,
  ].join("\n");
}

/** Thinking aloud and decoration in front of an answer may not hide it, but a text is no letter. */
const LONGEST_ANSWER = 400;

/**
 * The letter that a reply ticks: `A` or `B`. A reply that names both, or neither, ticks nothing.
 *
 * @example
 * readLetter(" b) Go."); // => "B"
 * readLetter("The answer is (A)."); // => "A"
 * readLetter("A or B, it depends"); // => null
 */
export function readLetter(reply: string): "A" | "B" | null {
  const text = reply.trim().slice(0, LONGEST_ANSWER);
  const [, first, rest] = /^[^A-Za-z]*([AaBb])(?![A-Za-z'])(.*)$/s.exec(text) ?? [];
  const others = (part: string) => part.match(/(?<![A-Za-z'])[AB](?=[).:,*\s]|$)/g) ?? [];
  if (first !== undefined) {
    const letter = first.toUpperCase() as "A" | "B";
    // "A good friend would ..." begins with an article, not with an answer.
    if (/^\s+[a-z]/.test(rest) && !/^\s+or\b/.test(rest)) return null;
    return others(rest).some((one) => one !== letter) ? null : letter;
  }
  const named = new Set(
    [...text.matchAll(/(?:answer|choice|option|choose)\W+(?:is\W+)?\(?([AB])\b/g)].map(
      ([, letter]) => letter as "A" | "B",
    ),
  );
  return named.size === 1 ? [...named][0] : null;
}

/**
 * The number that a reply gives, if it gives exactly one, it is whole and it lies on the scale.
 *
 * @example
 * readRating("5", { from: 1, to: 6 }); // => 5
 * readRating("I would say 4 out of 6.", { from: 1, to: 6 }); // => 4
 * readRating("between 4 and 5", { from: 1, to: 6 }); // => null
 * readRating("9", { from: 1, to: 6 }); // => null
 */
export function readRating(reply: string, { from, to }: RatingScale): number | null {
  const text = reply
    .trim()
    .slice(0, LONGEST_ANSWER)
    .replace(/(?:out of|\/)\s*\d+/g, "");
  const numbers = new Set([...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number)));
  if (numbers.size !== 1) return null;
  const [number] = numbers;
  return Number.isInteger(number) && number >= from && number <= to ? number : null;
}
