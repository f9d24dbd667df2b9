import { type FormatItem, formatItems, formatSystems } from "../facts/format-items.js";
import type { DimensionId, SystemId } from "../values/value-system.js";
import type { ClosedKey } from "./closed-answers.js";
import {
  choiceQuestion,
  LIKENESS,
  openQuestion,
  type RatingScale,
  ratingQuestion,
  readLetter,
  readRating,
} from "./closed-question.js";

/** A sentence of a questionnaire, such as a row of a user's licensed copy. */
export interface Statement {
  readonly text: string;
  readonly dimension: DimensionId;
  readonly keyed: 1 | -1;
  readonly scale: RatingScale;
}

/** One closed question as it is put, with its key. */
export interface ClosedItem {
  readonly id: string;
  /** The situation it belongs to, by its place; `null` for a sentence that has none. */
  readonly situation: number | null;
  readonly text: string;
  readonly key: ClosedKey;
  /** Which of the repeats put it in this wording. */
  readonly repeats: readonly number[];
}

/** The situations as choices: the approved answer stands first in one repeat and second in the next. */
export function choiceItems(items: readonly FormatItem[], repeats: number): ClosedItem[] {
  return items.flatMap(({ situation, approved, violating, dimension, topic }, place) =>
    (["A", "B"] as const).flatMap((letter, order) => {
      const own = numbers(repeats).filter((repeat) => (repeat + place) % 2 === order);
      if (own.length === 0) return [];
      const options =
        letter === "A" ? ([approved, violating] as const) : ([violating, approved] as const);
      const key: ClosedKey = {
        dimension,
        open: openQuestion(situation),
        answer: { kind: "letter", approved: letter },
      };
      const text = choiceQuestion(situation, options);
      return [{ id: `choice ${topic} ${letter}`, situation: place, text, key, repeats: own }];
    }),
  );
}

/** The situations as sentences to rate, half of them keyed against the value. */
export function ratingItems(items: readonly FormatItem[], repeats: number): ClosedItem[] {
  return items.map(({ situation, statement, keyed, dimension, topic }, place) => ({
    id: `rating ${topic}`,
    situation: place,
    text: ratingQuestion(statement, situation),
    key: {
      dimension,
      open: openQuestion(situation),
      answer: { kind: "rating", scale: LIKENESS, keyed },
    },
    repeats: numbers(repeats),
  }));
}

/** A questionnaire of the user's own: sentences without situations. */
export function statementItems(statements: readonly Statement[], repeats: number): ClosedItem[] {
  return statements.map(({ text, dimension, keyed, scale }, place) => ({
    id: `statement ${place + 1}`,
    situation: null,
    text: ratingQuestion(text, null, scale),
    key: {
      dimension,
      open: openQuestion(`Somebody says: "${text}"`),
      answer: { kind: "rating", scale, keyed },
    },
    repeats: numbers(repeats),
  }));
}

let known: ReadonlyMap<string, ClosedKey & { readonly system: SystemId }> | null = null;

/** The keys of every closed question that ships, by its text. */
export function closedKeys(): ReadonlyMap<string, ClosedKey & { readonly system: SystemId }> {
  known ??= new Map(
    formatSystems().flatMap((system) => {
      const items = formatItems(system);
      const closed = [...choiceItems(items, 2), ...ratingItems(items, 1)];
      return closed.map(({ text, key }) => [text, { ...key, system }] as const);
    }),
  );
  return known;
}

/**
 * What a reply scores: 1 for the approved letter and 0 for the other; a rating by its place on the scale, turned
 * round where the sentence speaks against the value. `null` where no answer can be read.
 */
export function closedScore({ answer }: ClosedKey, reply: string): number | null {
  if (answer.kind === "letter") {
    const letter = readLetter(reply);
    return letter === null ? null : letter === answer.approved ? 1 : 0;
  }
  const { scale, keyed } = answer;
  const rating = readRating(reply, scale);
  if (rating === null) return null;
  const place = (rating - scale.from) / (scale.to - scale.from);
  return keyed === 1 ? place : 1 - place;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
