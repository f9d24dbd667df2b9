import { type Stream, stream } from "../random/stream.js";

/** A text made ready: words as they stand, alternatives, and names of lists. */
export type Wording = readonly (
  | string
  | { readonly either: readonly Wording[] }
  | { readonly list: string }
)[];

/** Lists of wordings by name. */
export type WordingLists = Readonly<Record<string, readonly Wording[]>>;

/** Chooses one of several alternatives: of brackets where they stand, of lists by name. */
export interface WordingChoice {
  either(count: number): number;
  list(name: string, count: number): number;
}

const MARKS = /([[\]|]|<\w+>)/;

/**
 * Reads the brackets and names of lists in a text of a grammar.
 *
 * @throws RangeError for a bracket that is not closed, or closed twice
 * @example
 * readWording("a [b|c] <d>").length; // => 4
 * readWording("a [b"); // throws /bracket/
 */
export function readWording(text: string): Wording {
  const marks = text.split(MARKS).filter((mark) => mark !== "");
  let place = 0;
  const read = (depth: number): (string | Wording[number])[][] => {
    const alternatives: Wording[number][][] = [[]];
    for (; place < marks.length; place++) {
      const mark = marks[place];
      const last = alternatives[alternatives.length - 1];
      if (mark === "]") {
        if (depth === 0) break;
        return alternatives;
      }
      if (mark === "|" && depth > 0) alternatives.push([]);
      else if (mark === "[") {
        place++;
        last.push({ either: read(depth + 1) });
      } else if (mark.startsWith("<")) last.push({ list: mark.slice(1, -1) });
      else last.push(mark);
    }
    if (place < marks.length || depth > 0)
      throw new RangeError(`a bracket is not closed, or closed twice: "${text}"`);
    return alternatives;
  };
  return read(0)[0];
}

/**
 * Words a text: one alternative of each bracket, one option of each list.
 *
 * @throws RangeError for a list that is not there
 */
export function sayWording(wording: Wording, lists: WordingLists, choice: WordingChoice): string {
  return wording
    .map((part) => {
      if (typeof part === "string") return part;
      if ("either" in part)
        return sayWording(part.either[choice.either(part.either.length)], lists, choice);
      const options = lists[part.list];
      if (options === undefined) throw new RangeError(`there is no list "<${part.list}>"`);
      return sayWording(options[choice.list(part.list, options.length)], lists, choice);
    })
    .join("");
}

/**
 * A pattern that finds a text in any of its wordings within a sentence.
 *
 * @example
 * wordingPattern(readWording("try [new|old] things"), {}).test("We try old things."); // => true
 */
export function wordingPattern(wording: Wording, lists: WordingLists): RegExp {
  const source = (text: Wording): string =>
    text
      .map((part) => {
        if (typeof part === "string")
          return part
            .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
            .replace(/\ba /g, "an? ")
            .replace(/\s+/g, "\\s*");
        const options = "either" in part ? part.either : (lists[part.list] ?? []);
        return `(?:${options.map(source).join("|")})`;
      })
      .join("");
  return new RegExp(`(?<![\\p{L}-])${source(wording)}(?![\\p{L}-])`, "u");
}

/** The first alternative everywhere: an item's plainest wording. */
export const plainWording: WordingChoice = { either: () => 0, list: () => 0 };

/**
 * The choices that a number makes for one text of an item. Lists named steady take the same option in all of the item's texts.
 *
 * @param number  the item's wording
 * @param text    which text of the item: the name of its slot
 */
export function numberedWording(
  number: string,
  text: string,
  steady: ReadonlySet<string>,
): WordingChoice {
  const random: Stream = stream("wording", number, text);
  return {
    either: (count) => random.integer(count),
    list: (name, count) =>
      steady.has(name)
        ? stream("wording", number, "steady", name).integer(count)
        : random.integer(count),
  };
}

const BEFORE_VOWEL = /^(?:(?!uni|use|one(?![a-z])|eu)[aeiou]|hour|heir|honest|honour)/i;

/**
 * Mends what putting phrases together leaves: blanks in a row or before a mark, a word twice, and `a` before a vowel.
 *
 * @example
 * mendSpacing("An young  aunt saw a old owl ."); // => "A young aunt saw an old owl."
 */
export function mendSpacing(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:?])/g, "$1")
    .replace(/\b(\w+) \1\b/gi, "$1")
    .trim()
    .replace(/\b([Aa])n? (?=([\p{L}-]+))/gu, (_, article: string, next: string) =>
      BEFORE_VOWEL.test(next) ? `${article}n ` : `${article} `,
    );
}
