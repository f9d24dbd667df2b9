/** Longer lines are cut: an output may be one line of many kilobytes. */
const SHOWN = 160;

/**
 * Where two texts part, in one line; empty when they are the same.
 *
 * @example
 * firstDifference("a\nb", "a\nc"); // => "line 2 was \"b\", is \"c\""
 * firstDifference("a", "a"); // => ""
 */
export function firstDifference(before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [before.split("\n"), after.split("\n")];
  const line = now.findIndex((text, n) => text !== old[n]);
  const at = line < 0 ? now.length : line;
  const shown = (text: string | undefined) =>
    text === undefined ? "missing" : JSON.stringify(text.trim().slice(0, SHOWN));
  return `line ${at + 1} was ${shown(old[at])}, is ${shown(now[at])}`;
}
