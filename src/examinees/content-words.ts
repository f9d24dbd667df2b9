/** Words too common to say what a text is about; they carry no effect on thresholds. */
const COMMON = new Set(
  (
    "a about above after again all also although am among an and another any anyone are as at " +
    "away back be because been before being below between both but by can cannot come could did " +
    "do does doing down during each either else even ever every everyone few for from further " +
    "get give go goes going had has have having he her here hers him his how however i if in " +
    "into is it its itself just know let like make makes many may me might more most much must " +
    "my neither no nor not now of off often on once one only or other others our out over own " +
    "part people perhaps person rather said same say says see she should since so some someone " +
    "something still such take than that the their theirs them then there these they thing " +
    "things think this those though through thus to too two under until up upon us very want " +
    "wants was way we well were what when where whether which while who whom whose why will " +
    "wish with within without would yes yet you your"
  ).split(" "),
);

/**
 * The words of a text in lower case: runs of letters and digits of any script.
 *
 * @example
 * wordsOf("Who's right, then?"); // => ["who", "s", "right", "then"]
 */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The different words that say what a text is about: everything but the commonest words and single
 * letters.
 *
 * @example
 * contentWords(["the", "dam", "and", "the", "river"]); // => ["dam", "river"]
 */
export function contentWords(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word.length > 1 && !COMMON.has(word));
}
