/** Words that hold sentences together and tell little about what an item asks. */
const functionWords = new Set(
  (
    "a an the and or but nor of to in on at by for from with without over under into onto as " +
    "than that this these those there here it its is are was were be been being am do does did " +
    "has have had may might can could should would will shall must not no if so then while " +
    "though because about against between i me my we us our you your he him his she her they " +
    "them their who whom which what when where why how more most much also very"
  ).split(" "),
);

/** A text as the novelty screen sees it. */
export interface Shingles {
  /** Its words in lower case, one space apart: equal for texts unlike in case or marks only. */
  readonly plain: string;
  /** Its content words and the neighbouring pairs of them. */
  readonly shingles: ReadonlySet<string>;
}

/**
 * Splits a text into content words and pairs of neighbouring content words.
 *
 * @example
 * [...shingles("Who leads the choir?").shingles]; // => ["leads", "choir", "leads choir"]
 */
export function shingles(text: string): Shingles {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  const found = new Set<string>();
  let previous: string | null = null;
  for (const word of words) {
    if (functionWords.has(word)) continue;
    found.add(word);
    if (previous !== null) found.add(`${previous} ${word}`);
    previous = word;
  }
  return { plain: words.join(" "), shingles: found };
}
