import type { ReliabilityEstimate } from "../records/reliability.js";
import { spread } from "../statistics/spread.js";
import { studentQuantile } from "../statistics/student-quantile.js";

/** One item: when it was written, and what it showed. */
export interface DatedItem {
  /** As `2025-03-04`. */
  readonly written: string;
  /** The examinee's mean reading, less the mean of all examinees on the same item. */
  readonly reading: number;
}

/** How an examinee's readings differ between items older than itself and younger ones. */
export interface ItemAgeShift {
  readonly before: number;
  readonly after: number;
  readonly shift: ReliabilityEstimate;
}

/**
 * Contamination by item age: an examinee may have read an item, and what to answer, before it was trained; it cannot have read one that
 * was written later. Where it stands higher on the older items than its peers do, that is a sign, and no proof, that it knew them. Welch's
 * interval, since the two sets differ in size and scatter.
 *
 * @param released  the day the examinee came out, as `2025-03-04`; a shorter date counts from its beginning
 * @returns `null` with fewer than two items on either side
 *
 * Source: Welch 1947; peers 3.3 (item birth date against model release date).
 *
 * @example
 * const item = (written, reading) => ({ written, reading });
 * const items = [item("2023-01", 0.3), item("2023-02", 0.2), item("2025-01", 0), item("2025-02", 0.1)];
 * itemAgeShift(items, "2024-06")?.shift.value; // => 0.2 (± 1e-12)
 * itemAgeShift(items, "2022-06"); // => null
 */
export function itemAgeShift(items: readonly DatedItem[], released: string): ItemAgeShift | null {
  const before = items.filter(({ written }) => written < released).map(({ reading }) => reading);
  const after = items.filter(({ written }) => written >= released).map(({ reading }) => reading);
  if (before.length < 2 || after.length < 2) return null;
  const [old, young] = [spread(before), spread(after)];
  const parts = [old, young].map(({ variance, count }) => ({ error: variance / count, count }));
  const error = parts.reduce((sum, part) => sum + part.error, 0);
  const value = old.mean - young.mean;
  const doubt = parts.reduce((sum, part) => sum + part.error ** 2 / (part.count - 1), 0);
  const reach = error === 0 ? 0 : studentQuantile(0.975, error ** 2 / doubt) * Math.sqrt(error);
  return {
    before: before.length,
    after: after.length,
    shift: { value, low: value - reach, high: value + reach },
  };
}
