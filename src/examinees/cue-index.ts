/** Finds cues in a text's words: which entries occur, each once, in the order first met. */
export type CueIndex = (words: readonly string[]) => readonly number[];

interface Pattern {
  readonly entry: number;
  /** The words after the first. */
  readonly rest: readonly { readonly text: string; readonly stem: boolean }[];
}

/** Words seen lately with the patterns they can open; beyond this the memory is emptied. */
const WORDS_REMEMBERED = 20_000;

/**
 * Compiles cues into an index. A cue is one or more words in lower case; a word that ends in `*`
 * matches every word that begins so. Texts are compared word by word, so a cue never matches inside
 * one.
 *
 * @param cues  entry i is reported as i
 * @throws RangeError for a cue without words, or a `*` that is not at the end of a word
 * @example
 * cueIndex(["free*", "own path*"])(["freedom", "on", "your", "own", "paths"]); // => [0, 1]
 * cueIndex(["art"])(["party"]); // => []
 */
export function cueIndex(cues: readonly string[]): CueIndex {
  const exact = new Map<string, Pattern[]>();
  const stems = new Map<string, Pattern[]>();
  cues.forEach((cue, entry) => {
    if (!/^[\p{L}\p{N}]+\*?( [\p{L}\p{N}]+\*?)*$/u.test(cue) || cue !== cue.toLowerCase())
      throw new RangeError(
        `a cue is words in lower case, each with * at its end or none: "${cue}"`,
      );
    const [first, ...rest] = cue.split(" ").map((word) => ({
      text: word.replace("*", ""),
      stem: word.endsWith("*"),
    }));
    const byFirst = first.stem ? stems : exact;
    const patterns = byFirst.get(first.text);
    if (patterns) patterns.push({ entry, rest });
    else byFirst.set(first.text, [{ entry, rest }]);
  });

  const remembered = new Map<string, readonly Pattern[]>();
  const openedBy = (word: string): readonly Pattern[] => {
    const known = remembered.get(word);
    if (known) return known;
    const found = [...(exact.get(word) ?? [])];
    for (let length = 1; length <= word.length; length++)
      found.push(...(stems.get(word.slice(0, length)) ?? []));
    if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };

  return (words) => {
    const found: number[] = [];
    for (let place = 0; place < words.length; place++)
      for (const { entry, rest } of openedBy(words[place]))
        if (continues(words, place + 1, rest) && !found.includes(entry)) found.push(entry);
    return found;
  };
}

function continues(words: readonly string[], place: number, rest: Pattern["rest"]): boolean {
  for (let offset = 0; offset < rest.length; offset++) {
    const word = words[place + offset];
    const { text, stem } = rest[offset];
    if (word === undefined || (stem ? !word.startsWith(text) : word !== text)) return false;
  }
  return true;
}
