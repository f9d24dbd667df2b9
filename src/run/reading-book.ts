import type { Item } from "../records/item.js";
import type { Outcome } from "../records/outcome.js";
import { readingOf, readingOfDeclined } from "../scoring/reading-of.js";
import type { ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";

/** What was read into the replies of one examinee to one item, on one dimension. */
export interface ItemReading {
  /** The item's words. */
  readonly item: string;
  /** Mean reading over samples, and the share of samples in which it is at least one half. */
  readonly mean: number;
  readonly seen: number;
}

/** The readings of a study's replies item by item: what labels are held against. */
export interface ReadingBook {
  add(item: Item, measured: MeasuredItem): void;
  /** In the order in which items came; unmeasured cells enter nothing. */
  readings(examinee: string, dimension: string): readonly ItemReading[];
}

/** A reading from here on counts as seen. */
export const SEEN = 0.5;

/** Collects readings while items stream by: memory grows with examinees times items. */
export function readingBook(system: ValueSystem): ReadingBook {
  const pages = new Map<string, ItemReading[]>();
  const page = (examinee: string, dimension: string) => JSON.stringify([examinee, dimension]);
  return {
    add(item, { cells, text }) {
      const byExaminee = new Map<string, Outcome[]>();
      for (const { examinee, outcome } of cells)
        byExaminee.set(examinee, [...(byExaminee.get(examinee) ?? []), outcome]);
      for (const [examinee, outcomes] of byExaminee)
        for (const dimension of item.targets) {
          const values = outcomes.flatMap((one) => readingOfOutcome(one, dimension, system) ?? []);
          if (values.length === 0) continue;
          const name = page(examinee, dimension);
          const own = pages.get(name) ?? [];
          pages.set(name, own);
          own.push({
            item: text,
            mean: values.reduce((sum, value) => sum + value, 0) / values.length,
            seen: values.filter((value) => value >= SEEN).length / values.length,
          });
        }
    },
    readings: (examinee, dimension) => pages.get(page(examinee, dimension)) ?? [],
  };
}

/** The reading of a cell on a dimension; `null` where it was not measured. */
export function readingOfOutcome(
  outcome: Outcome,
  dimension: string,
  { reading }: ValueSystem,
): number | null {
  if (outcome.kind === "unmeasured") return null;
  if (outcome.kind === "declined") return readingOfDeclined(reading);
  return readingOf(outcome.verdict.dimensions[dimension], reading);
}
