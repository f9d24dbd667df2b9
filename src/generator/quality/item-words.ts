/**
 * The words of an item as the quality figures count them: lower case, letters and digits, inner hyphens and
 * apostrophes kept, every mark left out.
 *
 * @example
 * itemWords("Who's first - the long-haul driver?"); // => ["who's", "first", "the", "long-haul", "driver"]
 */
export function itemWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * The runs of so many neighbouring words, as strings.
 *
 * @example
 * wordRuns(["a", "b", "c"], 2); // => ["a b", "b c"]
 */
export function wordRuns(words: readonly string[], length: number): string[] {
  const runs: string[] = [];
  for (let from = 0; from + length <= words.length; from++)
    runs.push(words.slice(from, from + length).join(" "));
  return runs;
}
