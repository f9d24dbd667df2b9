import { reportedWelfare } from "../catalogue/reported-welfare.js";
import type { Examinee } from "../ports/ask.js";
import type { Recognizer } from "../ports/judge.js";
import type { Item } from "../records/item.js";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { OutcomeCounts } from "../records/outcome.js";
import type { WelfareRow } from "../records/results.js";
import type { Score } from "../records/score.js";
import { type ItemTally, tallyMean } from "../scoring/item-tally.js";
import { readingOf, readingOfDeclined } from "../scoring/reading-of.js";
import { scoreFromTallies } from "../scoring/score-from-tallies.js";
import { systemMean } from "../scoring/system-mean.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { MeasuredCell, MeasuredItem } from "./measure.js";

/** What one examinee's replies to one item came to, on the dimensions that the item targets. */
interface SheetRow {
  readonly item: Item;
  readonly tallies: ReadonlyMap<number, ItemTally>;
}

/** Adds up measured items of one system, and turns the sums into scores. */
export interface ScoreSheet {
  add(item: Item, measured: MeasuredItem): void;
  scores(): Score[];
  welfare(): WelfareRow[];
  counts(): OutcomeCounts;
  /** The items that count for a dimension, in the order added. */
  itemsFor(dimension: string): readonly Item[];
  /** What each item showed of everybody, in the order added. */
  readings(): ItemReadingsRow[];
  /** How many dimensions a reply of this examinee shows, on average; `null` without replies. */
  meanShown(examinee: string): number | null;
}

/** Sums kept while items stream by: memory grows with examinees times items, not with replies. */
export function scoreSheet(
  system: ValueSystem,
  examinees: readonly Examinee[],
  recognizer: Recognizer,
): ScoreSheet {
  const ids = dimensionIds(system);
  const rows = new Map<string, SheetRow[]>(examinees.map(({ card }) => [card.id, []]));
  const shown = new Map(examinees.map(({ card }) => [card.id, { sum: 0, replies: 0 }]));
  const items: Item[] = [];
  const totals = { judged: 0, declined: 0, unmeasured: 0 };

  const talliesOf = (examinee: string, k: number): ItemTally[] =>
    (rows.get(examinee) ?? []).flatMap((row) => row.tallies.get(k) ?? []);

  const countsOf = (examinee: string): OutcomeCounts => {
    const counts = { judged: 0, declined: 0, unmeasured: 0 };
    // Every target of an item saw the same cells: the first stands for all.
    for (const row of rows.get(examinee) ?? []) {
      const [first] = row.tallies.values();
      if (!first) continue;
      counts.judged += first.judged;
      counts.declined += first.declined;
      counts.unmeasured += first.unmeasured;
    }
    return counts;
  };

  return {
    add(item, measured) {
      items.push(item);
      const targets = item.targets.map((id) => ids.indexOf(id));
      const byExaminee = new Map<string, MeasuredCell[]>();
      for (const cell of measured.cells) {
        totals[cell.outcome.kind]++;
        const own = byExaminee.get(cell.examinee) ?? [];
        byExaminee.set(cell.examinee, own);
        own.push(cell);
        if (cell.outcome.kind === "unmeasured") continue;
        const counter = shown.get(cell.examinee);
        if (!counter) continue;
        counter.replies++;
        for (const id of ids) if (cell.outcome.verdict.dimensions[id].adhere > 0.5) counter.sum++;
      }
      for (const [examinee, cells] of byExaminee)
        rows.get(examinee)?.push({
          item,
          tallies: new Map(targets.map((k) => [k, tallyOf(cells, ids[k], system)])),
        });
    },
    scores: () =>
      examinees.flatMap(({ card }) =>
        ids.map((dimension, k) => ({
          examinee: card.id,
          origin: card.origin,
          system: system.id,
          dimension,
          support: recognizer.support(system, dimension),
          ...scoreFromTallies(talliesOf(card.id, k)),
        })),
      ),
    welfare: () =>
      examinees.map(({ card }) => {
        const scores = ids.map((_, k) => scoreFromTallies(talliesOf(card.id, k)));
        const means = scores.map(({ mean }) => mean);
        const items = (rows.get(card.id) ?? []).map(meansByDimension);
        const interval = systemMean(items, ids.length);
        return {
          examinee: card.id,
          system: system.id,
          weightedMean: reportedWelfare.weightedMean.of(means).value,
          low: interval.low,
          high: interval.high,
          ...boundsOf(scores),
          rawls: reportedWelfare.rawls.of(means).value,
          nash: reportedWelfare.nash.of(means).value,
          items: interval.items,
          counts: countsOf(card.id),
        };
      }),
    counts: () => ({ ...totals }),
    itemsFor: (dimension) => items.filter((item) => item.targets.includes(dimension)),
    readings: () => readingsOf(items, rows, ids),
    meanShown(examinee) {
      const counter = shown.get(examinee);
      return counter && counter.replies > 0 ? counter.sum / counter.replies : null;
    },
  };
}

/** Between what a mean over dimensions could lie, had the unmeasured cells been measured. */
function boundsOf(
  scores: readonly Pick<Score, "boundLow" | "boundHigh" | "unmeasured">[],
): Pick<WelfareRow, "boundLow" | "boundHigh"> {
  if (scores.every(({ unmeasured }) => unmeasured === 0)) return {};
  const low = scores.map(({ boundLow }) => boundLow);
  const high = scores.map(({ boundHigh }) => boundHigh);
  return {
    boundLow: reportedWelfare.weightedMean.of(low).value,
    boundHigh: reportedWelfare.weightedMean.of(high).value,
  };
}

function readingsOf(
  items: readonly Item[],
  rows: ReadonlyMap<string, readonly SheetRow[]>,
  ids: readonly string[],
): ItemReadingsRow[] {
  const found = new Map(items.map((item) => [item, new Map<string, SheetRow>()]));
  for (const [examinee, own] of rows)
    for (const row of own) found.get(row.item)?.set(examinee, row);
  return [...found].map(([item, own]) => ({
    system: item.system,
    item: item.id,
    round: item.round,
    readings: Object.fromEntries(
      [...own].map(([examinee, { tallies }]) => [
        examinee,
        Object.fromEntries([...tallies].map(([k, tally]) => [ids[k], tallyMean(tally)])),
      ]),
    ),
  }));
}

function tallyOf(
  cells: readonly MeasuredCell[],
  dimension: string,
  { reading }: ValueSystem,
): ItemTally {
  const tally = { judgedSum: 0, declinedSum: 0, judged: 0, declined: 0, unmeasured: 0 };
  for (const { outcome } of cells) {
    tally[outcome.kind]++;
    if (outcome.kind === "judged")
      tally.judgedSum += readingOf(outcome.verdict.dimensions[dimension], reading);
    if (outcome.kind === "declined") tally.declinedSum += readingOfDeclined(reading);
  }
  return tally;
}

function meansByDimension(row: SheetRow): Map<number, number> {
  const means = new Map<number, number>();
  for (const [k, tally] of row.tallies) {
    const mean = tallyMean(tally);
    if (mean !== null) means.set(k, mean);
  }
  return means;
}
