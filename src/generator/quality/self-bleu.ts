import { itemWords, wordRuns } from "./item-words.js";

/** BLEU looks at runs of one to so many words. */
const LONGEST_RUN = 4;

/** What a length without any shared run counts as, in shared runs: NLTK's `method1`. */
const FAINT = 0.1;

/** How often a run occurs in the item that has it most, whose that is, and the most in any other. */
interface Peak {
  owner: number;
  most: number;
  next: number;
}

/**
 * Self-BLEU: how well each item could have been copied together from all the others, on average. 100 means that
 * the items repeat one another, 0 that they share no word. Look at it beside how many items there are: with more
 * items it can only grow.
 *
 * In words: BLEU of an item with all others as references (runs of 1 to 4 words, equal weights, counts clipped at
 * the most in any one reference, brevity penalty from the reference nearest in length, the shorter of two; a length
 * without any shared run counts as a tenth of a run), the mean over items, times 100. Words as in `itemWords`.
 *
 * Source: Zhu et al. 2018, Texygen; Papineni et al. 2002; methods 12.1.
 *
 * @returns from 0 to 100; `null` with fewer than two items
 * @example
 * selfBleu(["a b c d e", "a b c d e"]); // => 100 (± 1e-9)
 * selfBleu(["a b c d", "e f g h"]) < 5; // => true
 * selfBleu(["a"]); // => null
 */
export function selfBleu(texts: readonly string[]): number | null {
  if (texts.length < 2) return null;
  const items = texts.map(itemWords);
  const lengths = items.map(({ length }) => length);
  const peaks = Array.from({ length: LONGEST_RUN }, (_, n) => peaksOf(items, n + 1));
  const scores = items.map((words, own) => {
    if (words.length === 0) return 0;
    let logs = 0;
    for (let n = 1; n <= LONGEST_RUN; n++) {
      const { shared, total } = overlap(words, n, own, peaks[n - 1]);
      logs += Math.log(Math.max(shared, FAINT) / Math.max(total, 1)) / LONGEST_RUN;
    }
    const reference = nearestLength(lengths, own);
    const brevity = words.length >= reference ? 0 : 1 - reference / words.length;
    return Math.exp(Math.min(0, logs) + brevity);
  });
  return (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
}

function counted(runs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

function peaksOf(items: readonly (readonly string[])[], length: number): Map<string, Peak> {
  const peaks = new Map<string, Peak>();
  for (const [owner, words] of items.entries())
    for (const [run, count] of counted(wordRuns(words, length))) {
      const peak = peaks.get(run);
      if (!peak) peaks.set(run, { owner, most: count, next: 0 });
      else if (count > peak.most) Object.assign(peak, { owner, most: count, next: peak.most });
      else if (count > peak.next) peak.next = count;
    }
  return peaks;
}

function overlap(
  words: readonly string[],
  length: number,
  own: number,
  peaks: ReadonlyMap<string, Peak>,
): { readonly shared: number; readonly total: number } {
  let shared = 0;
  let total = 0;
  for (const [run, count] of counted(wordRuns(words, length))) {
    const peak = peaks.get(run);
    const elsewhere = peak ? (peak.owner === own ? peak.next : peak.most) : 0;
    shared += Math.min(count, elsewhere);
    total += count;
  }
  return { shared, total };
}

function nearestLength(lengths: readonly number[], own: number): number {
  const wanted = lengths[own];
  let best = Number.POSITIVE_INFINITY;
  for (const [item, length] of lengths.entries()) {
    if (item === own) continue;
    const [gap, known] = [Math.abs(length - wanted), Math.abs(best - wanted)];
    if (gap < known || (gap === known && length < best)) best = length;
  }
  return best;
}
