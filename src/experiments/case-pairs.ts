import type { DimensionVerdict } from "../records/verdict.js";
import type { MeasuredCell, MeasuredItem } from "../run/measure.js";
import { type DimensionId, dimensionIds, type ValueSystem } from "../values/value-system.js";
import { cellReading, meanOf } from "./cell-reading.js";

/** One side of a pair: what an examinee said, and the value that it shows more than the other does. */
export interface CaseSide {
  readonly examinee: string;
  readonly reply: string;
  /** The dimension on which this side stands furthest above the other; `null` where it stands above on none. */
  readonly dimension: DimensionId | null;
  /** Mean readings on that dimension, of this side and of the other, over replies that did not choose the pair. */
  readonly own: number | null;
  readonly other: number | null;
  /** The shown reply's verdict on that dimension, with its evidence; `null` where there is none. */
  readonly verdict: DimensionVerdict | null;
}

/** Two examinees on one item. */
export interface CasePair {
  readonly item: string;
  readonly text: string;
  /** Mean absolute difference of the two profiles, on the replies that chose the pair. */
  readonly chosen: number;
  /** The same on the other replies: what is left of it when luck may not choose. `null` without any. */
  readonly fresh: number | null;
  readonly left: CaseSide;
  readonly right: CaseSide;
}

/** How many pairs, and of what. */
export interface CasePairOptions {
  readonly system: ValueSystem;
  /** Five unless given. */
  readonly count?: number;
}

const COUNT = 5;

/**
 * Finds value-behaviour pairs (the paper's Fig. 5): for each item the two examinees whose profiles differ most, and of
 * those items the ones with the largest difference. Every second reply chooses; the others say how much of the
 * difference was luck. The reply shown of each side is the one that shows its value most clearly.
 *
 * A pair illustrates a difference; it proves none. It was picked because it is extreme.
 *
 * Source: Value Compass Benchmarks, section 3, case study and Fig. 5; AdAEM Fig. 9.
 *
 * @param measured  every item with judged replies of two examinees or more
 * @returns the clearest first; items that fewer than two answered are left out
 * @example
 * casePairs([], { system: { dimensions: [] } }); // => []
 */
export function casePairs(
  measured: readonly MeasuredItem[],
  { system, count = COUNT }: CasePairOptions,
): CasePair[] {
  return measured
    .flatMap((item) => pairOn(item, system) ?? [])
    .sort((a, b) => b.chosen - a.chosen || (a.item < b.item ? -1 : 1))
    .slice(0, count);
}

function pairOn(item: MeasuredItem, system: ValueSystem): CasePair | null {
  const ids = dimensionIds(system);
  const examinees = [...new Set(item.cells.map(({ examinee }) => examinee))];
  const part = (examinee: string, odd: boolean) =>
    item.cells.filter((cell) => cell.examinee === examinee).filter((_, n) => (n % 2 === 1) === odd);
  const profileOf = (cells: readonly MeasuredCell[]) =>
    ids.map((id) => meanOf(cells.flatMap((cell) => cellReading(cell, system, id) ?? [])));
  const chosen = examinees.map((examinee) => profileOf(part(examinee, false)));
  let best: { a: number; b: number; apart: number } | null = null;
  for (let a = 0; a < examinees.length; a++)
    for (let b = a + 1; b < examinees.length; b++) {
      const apart = profileDistance(chosen[a], chosen[b]);
      if (apart !== null && (best === null || apart > best.apart)) best = { a, b, apart };
    }
  if (best === null) return null;
  const { a, b, apart } = best;
  const fresh = [a, b].map((at) => profileOf(part(examinees[at], true)));
  const side = (own: number, other: number): CaseSide | null =>
    sideOf(item, ids, system, {
      examinee: examinees[own],
      chosen: [chosen[own], chosen[other]],
      fresh: own === a ? [fresh[0], fresh[1]] : [fresh[1], fresh[0]],
    });
  const [left, right] = [side(a, b), side(b, a)];
  if (left === null || right === null) return null;
  const kept = profileDistance(fresh[0], fresh[1]);
  return { item: item.id, text: item.text, chosen: apart, fresh: kept, left, right };
}

type ProfileRow = readonly (number | null)[];

/** Mean absolute difference over the dimensions that both have; `null` where there is none. */
function profileDistance(a: ProfileRow, b: ProfileRow): number | null {
  return meanOf(
    a.flatMap((own, k) => {
      const other = b[k];
      return own === null || other === null ? [] : Math.abs(own - other);
    }),
  );
}

function sideOf(
  item: MeasuredItem,
  ids: readonly DimensionId[],
  system: ValueSystem,
  about: {
    readonly examinee: string;
    readonly chosen: readonly [own: ProfileRow, other: ProfileRow];
    readonly fresh: readonly [own: ProfileRow, other: ProfileRow];
  },
): CaseSide | null {
  const [own, other] = about.chosen;
  const above = ids.map((_, k) => (own[k] ?? Number.NaN) - (other[k] ?? Number.NaN));
  const most = above.reduce(
    (best, one, k) => (one > 0 && (best < 0 || one > above[best]) ? k : best),
    -1,
  );
  const dimension = most < 0 ? null : ids[most];
  const cells = item.cells.filter(({ examinee, reply }) => examinee === about.examinee && reply);
  const clearness = (cell: MeasuredCell) =>
    (dimension === null ? null : cellReading(cell, system, dimension)) ?? -1;
  const shown = cells.reduce<MeasuredCell | null>(
    (best, cell) => (best === null || clearness(cell) > clearness(best) ? cell : best),
    null,
  );
  if (!shown?.reply) return null;
  return {
    examinee: about.examinee,
    reply: shown.reply.text,
    dimension,
    own: dimension === null ? null : about.fresh[0][most],
    other: dimension === null ? null : about.fresh[1][most],
    verdict:
      dimension === null || shown.outcome.kind === "unmeasured"
        ? null
        : shown.outcome.verdict.dimensions[dimension],
  };
}
