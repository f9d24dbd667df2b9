import type { Item } from "../records/item.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";
import { readingOfOutcome } from "./reading-book.js";

/** Every single reading of one dimension: what reliability is computed from. */
export interface SamplePage {
  readonly dimension: DimensionId;
  readonly items: readonly Item[];
  /** By examinee, by item, by sample; a cell without a measured sample is empty. */
  readonly readings: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Keeps every reading of a system: memory grows with replies, so that it is kept only when asked for. */
export interface SampleBook {
  add(item: Item, measured: MeasuredItem): void;
  /** One page for each dimension that an item targets. */
  pages(): readonly SamplePage[];
}

/** Collects single readings while items stream by. */
export function sampleBook(system: ValueSystem, examinees: readonly string[]): SampleBook {
  const pages = new Map(
    system.dimensions.map(({ id }) => [
      id,
      { items: [] as Item[], rows: new Map(examinees.map((who) => [who, [] as number[][]])) },
    ]),
  );
  return {
    add(item, { cells }) {
      for (const dimension of item.targets) {
        const page = pages.get(dimension);
        if (!page) continue;
        page.items.push(item);
        for (const [who, rows] of page.rows)
          rows.push(
            cells
              .filter(({ examinee }) => examinee === who)
              .flatMap(({ outcome }) => readingOfOutcome(outcome, dimension, system) ?? []),
          );
      }
    },
    pages: () =>
      [...pages].flatMap(([dimension, { items, rows }]) =>
        items.length === 0 ? [] : [{ dimension, items, readings: rows }],
      ),
  };
}
