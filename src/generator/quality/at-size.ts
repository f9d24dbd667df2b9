import type { Stream } from "../../random/stream.js";

/** Random parts of one size that a figure is averaged over. */
const PARTS = 50;

/**
 * A figure of a set as if it had fewer items: the mean over 50 random parts of one size. Self-BLEU and Dist-2 change
 * with the number of items alone; at one size, sets can be compared.
 *
 * @param size  items in each part; a set that has no more is taken whole
 * @returns `null` where the figure is not defined
 * @example
 * atSize((texts) => texts.length, ["a", "b", "c"], 2, stream(1)); // => 2
 * atSize((texts) => texts.length, ["a", "b", "c"], 9, stream(1)); // => 3
 */
export function atSize(
  figure: (texts: readonly string[]) => number | null,
  texts: readonly string[],
  size: number,
  random: Pick<Stream, "shuffle">,
): number | null {
  if (texts.length <= size) return figure(texts);
  const values = Array.from({ length: PARTS }, () =>
    figure(random.shuffle(texts).slice(0, size)),
  ).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
