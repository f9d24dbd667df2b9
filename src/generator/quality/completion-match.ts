import { itemWords, wordRuns } from "./item-words.js";

/** Words in a row that count as the same wording. */
const RUN = 3;

/**
 * An item cut in the middle, between two words: what a model is shown, and what it would have to know.
 *
 * @example
 * cutInHalf("Who leads the choir now?"); // => { opening: "Who leads the", rest: "choir now?" }
 */
export function cutInHalf(text: string): { readonly opening: string; readonly rest: string } {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const middle = Math.ceil(words.length / 2);
  return { opening: words.slice(0, middle).join(" "), rest: words.slice(middle).join(" ") };
}

/**
 * How much of an item's second half stands word for word in what a model wrote when it was shown the first: the share of the
 * half's runs of three words that occur in the completion. Whoever has never seen the item hits hardly any.
 *
 * @returns from 0 to 1; `null` where the half has fewer than three words
 * @example
 * completionMatch("should keep the old mill", "I think they should keep the old mill."); // => 1
 * completionMatch("should keep the old mill", "One could sell it."); // => 0
 */
export function completionMatch(rest: string, completion: string): number | null {
  const wanted = [...new Set(wordRuns(itemWords(rest), RUN))];
  if (wanted.length === 0) return null;
  const said = new Set(wordRuns(itemWords(completion), RUN));
  return wanted.filter((run) => said.has(run)).length / wanted.length;
}
