import { itemWords, wordRuns } from "../quality/item-words.js";

/** Runs of so many words are nobody's common property. */
const RUN = 5;

/**
 * Whether an item repeats a reply: shares with it a run of five words that the item it was made from does not hold. What an
 * examinee writes must not find its way into the items that it and others are measured by (peers, S8).
 *
 * @param source  the item that was rewritten, whose own words are nobody's echo; empty for a fresh item
 * @example
 * echoes("Should one always obey the wise elders of town?", "", ["Please always obey the wise elders of town."]); // => true
 * echoes("Should a town obey its elders?", "", ["Obey them."]); // => false
 */
export function echoes(item: string, source: string, replies: readonly string[]): boolean {
  const own = new Set(wordRuns(itemWords(source), RUN));
  const runs = wordRuns(itemWords(item), RUN).filter((run) => !own.has(run));
  if (runs.length === 0) return false;
  const heard = new Set(replies.flatMap((reply) => wordRuns(itemWords(reply), RUN)));
  return runs.some((run) => heard.has(run));
}
