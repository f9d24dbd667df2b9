import { ITEM_SETS } from "./evolving-against-static.js";
import type { PooledComparison, PooledNumber } from "./pooled.js";

/** A pooled number with its interval, as tables print it: `2.31 [1.87, 2.99]`. */
export function shownNumber({ value, low, high }: PooledNumber): string {
  const text = (number: number) => (Number.isFinite(number) ? number.toFixed(2) : "unbounded");
  return `${text(value)} [${text(low)}, ${text(high)}]`;
}

/** One line of a comparison table: the means (in thousandths of a nat), the three ratios, the gap closed. */
export function comparisonLine(name: string, pooled: PooledComparison): string {
  const { means, overStatic, overRandom, overPublished, gapClosed } = pooled;
  const thousandths = (value: number) => (1000 * value).toFixed(2).padStart(6);
  const sets = ITEM_SETS.map((name) => thousandths(means[name]));
  return [
    name.padEnd(48),
    ...sets,
    shownNumber(overStatic).padStart(24),
    shownNumber(overRandom).padStart(22),
    shownNumber(overPublished).padStart(22),
    shownNumber(gapClosed).padStart(22),
  ].join(" ");
}

/** The head of a comparison table. */
export const COMPARISON_HEAD = [
  "D in thousandths of a nat a dimension, null subtracted, fresh replies".padEnd(48),
  "\n",
  "".padEnd(48),
  ...["static", "random", "publsh", "evolvd", "ceilng"].map((name) => name.padStart(6)),
  "evolved / static".padStart(24),
  "evolved / random".padStart(22),
  "evolved / published".padStart(22),
  "gap closed".padStart(22),
].join(" ");
