import { sum } from "simple-statistics";
import type { Stream } from "../../random/stream.js";
import { checkNumber, checkTable } from "../check-argument.js";
import { centredColumns } from "./centred-columns.js";
import { halvesAgree, type SplitHalf } from "./split-half.js";

/** Split-half reliability over many random splits. */
export interface AverageSplitHalf extends SplitHalf {
  /**
   * The least and the largest stepped-up reliability among the splits: how much one split alone
   * would have depended on luck.
   */
  readonly lowest: number;
  readonly highest: number;
  /** Splits that gave a number. */
  readonly splits: number;
  /**
   * Splits in which a half scored everybody the same, or the halves were exactly opposed. They
   * enter no mean.
   */
  readonly undefinedSplits: number;
}

/** Splits drawn when nothing is said: math 4.3. */
const SPLITS = 200;

/**
 * Split-half reliability averaged over random splits of the items, because a single split is a
 * matter of luck. With an odd number of items the first half has one more.
 *
 * @param table    examinees in rows, items in columns
 * @param random   where the splits are drawn from; the same stream gives the same answer
 * @param options  `splits`: how many, 1 to 100,000 (200)
 * @returns the mean correlation and the mean stepped-up reliability; NaN where no split gives a
 * number
 * @throws ArgumentError when the table is no table or `splits` is out of range
 *
 * Source: math 4.3.
 *
 * @example
 * const table = [[1, 2, 1, 2], [2, 2, 3, 3], [4, 5, 4, 4]];
 * averageSplitHalf(table, stream(7, "halves")).splits; // => 200
 * averageSplitHalf(table, stream(7, "halves")).reliability > 0.9; // => true
 * averageSplitHalf([[1], [2]], stream(7)).reliability; // => NaN
 */
export function averageSplitHalf(
  table: readonly (readonly number[])[],
  random: Stream,
  { splits = SPLITS }: { readonly splits?: number } = {},
): AverageSplitHalf {
  checkTable("table", table);
  checkNumber("splits", splits, { from: 1, to: 100_000, whole: true });
  const centred = centredColumns(table);
  const half = Math.ceil(table[0].length / 2);
  const halves = Array.from({ length: splits }, () => {
    const order = random.shuffle([...table[0].keys()]);
    return halvesAgree(centred, order.slice(0, half), order.slice(half));
  }).filter(({ reliability }) => !Number.isNaN(reliability));
  const reliabilities = halves.map(({ reliability }) => reliability);
  const none = halves.length === 0;
  return {
    correlation: sum(halves.map(({ correlation }) => correlation)) / halves.length,
    reliability: sum(reliabilities) / halves.length,
    lowest: none ? Number.NaN : Math.min(...reliabilities),
    highest: none ? Number.NaN : Math.max(...reliabilities),
    splits: halves.length,
    undefinedSplits: splits - halves.length,
  };
}
