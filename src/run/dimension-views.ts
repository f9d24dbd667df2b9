import type { Item } from "../records/item.js";
import { readingOf } from "../scoring/reading-of.js";
import {
  canMove,
  ipsativeScores,
  type RelativeScore,
  relativeScores,
} from "../scoring/relative-scores.js";
import { type ShortForm, shortForm } from "../scoring/short-form.js";
import {
  type ShownCount,
  twoParameterFit,
} from "../statistics/discriminability/two-parameter-fit.js";
import type { ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";

/** A reading from which a reply counts as showing the value (or as not going against it). */
const SHOWN = 0.5;

/** One examinee on one dimension, seen in three ways. */
export interface ExamineeView extends RelativeScore {
  readonly examinee: string;
  /** The absolute score less the examinee's own mean over dimensions. */
  readonly ipsative: number | null;
  /** Place on the scale of the item response curves. */
  readonly ability: number;
  readonly shortForm: Omit<ShortForm, "items"> & { readonly items: readonly string[] };
}

/** One dimension of a system: its items, and everybody on it. */
export interface DimensionView {
  readonly system: string;
  readonly dimension: string;
  /** Items that target it. */
  readonly targeting: number;
  /** Those of them that at least one examinee neither always nor never answers with the value: X^v. */
  readonly items: readonly {
    readonly id: string;
    readonly discrimination: number;
    readonly difficulty: number;
  }[];
  readonly examinees: readonly ExamineeView[];
}

/** Gathers measured items, and turns them into views. */
export interface DimensionBook {
  add(system: ValueSystem, item: Item, measured: MeasuredItem): void;
  views(): DimensionView[];
}

/** One row for each item: how often each examinee showed each value it targets. */
export function dimensionBook(): DimensionBook {
  const pages = new Map<string, Map<string, Map<string, ShownCount>>>();
  const systems = new Map<string, ValueSystem>();
  const who = new Set<string>();
  return {
    add(system, item, measured) {
      systems.set(system.id, system);
      for (const dimension of item.targets) {
        const key = `${system.id} ${dimension}`;
        const page = pages.get(key) ?? new Map<string, Map<string, ShownCount>>();
        pages.set(key, page);
        page.set(item.id, countsOf(system, dimension, measured));
      }
      for (const { examinee } of measured.cells) who.add(examinee);
    },
    views: () =>
      [...systems.values()].flatMap((system) => {
        const views = system.dimensions.flatMap(({ id }) => {
          const page = pages.get(`${system.id} ${id}`);
          return page ? [viewOf(system.id, id, page, [...who])] : [];
        });
        return withIpsative(views);
      }),
  };
}

function countsOf(
  { reading }: ValueSystem,
  dimension: string,
  measured: MeasuredItem,
): Map<string, ShownCount> {
  const counts = new Map<string, ShownCount>();
  for (const { examinee, outcome } of measured.cells) {
    if (outcome.kind === "unmeasured") continue;
    const { shown, of } = counts.get(examinee) ?? { shown: 0, of: 0 };
    const shows =
      outcome.kind === "declined"
        ? reading === "nonViolation"
        : readingOf(outcome.verdict.dimensions[dimension], reading) >= SHOWN;
    counts.set(examinee, { shown: shown + Number(shows), of: of + 1 });
  }
  return counts;
}

function viewOf(
  system: string,
  dimension: string,
  page: ReadonlyMap<string, ReadonlyMap<string, ShownCount>>,
  who: readonly string[],
): DimensionView {
  const none: ShownCount = { shown: 0, of: 0 };
  const rate = ({ shown, of }: ShownCount) => (of === 0 ? null : shown / of);
  const rows = [...page].map(([id, counts]) => ({
    id,
    counts: who.map((examinee) => counts.get(examinee) ?? none),
  }));
  const moving = rows.filter(({ counts }) => canMove(counts.map(rate)));
  const table = who.map((_, e) => moving.map(({ counts }) => counts[e]));
  const fit = twoParameterFit(table);
  const relative = relativeScores(table.map((row) => row.map(rate)));
  return {
    system,
    dimension,
    targeting: rows.length,
    items: moving.map(({ id }, i) => ({ id, ...fit.items[i] })),
    examinees: who.map((examinee, e) => {
      const form = shortForm(fit.items, fit.abilities[e]);
      return {
        examinee,
        ...relative[e],
        ipsative: null,
        ability: fit.abilities[e],
        shortForm: { ...form, items: form.items.map((place) => moving[place].id) },
      };
    }),
  };
}

/** An examinee's own mean is over the dimensions of its system. */
function withIpsative(views: readonly DimensionView[]): DimensionView[] {
  const centred = new Map<string, (number | null)[]>();
  for (const { examinee } of views[0]?.examinees ?? [])
    centred.set(
      examinee,
      ipsativeScores(
        views.map(
          ({ examinees }) => examinees.find((one) => one.examinee === examinee)?.absolute ?? null,
        ),
      ),
    );
  return views.map((view, n) => ({
    ...view,
    examinees: view.examinees.map((one) => ({
      ...one,
      ipsative: centred.get(one.examinee)?.[n] ?? null,
    })),
  }));
}
