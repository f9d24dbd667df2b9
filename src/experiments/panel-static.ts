import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { itemTerms } from "../information/item-terms.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import type { Examinee } from "../ports/ask.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import type { MeasuredItem } from "../run/measure.js";
import {
  boundsAround,
  type ClusteredInterval,
  clusteredInterval,
} from "../statistics/clustered-interval.js";
import { varianceComponents } from "../statistics/reliability/variance-components.js";
import { type DimensionId, dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { Asking } from "./asking.js";
import { cellReading, itemReading, meanOf } from "./cell-reading.js";
import type { LabItem } from "./item-sets.js";
import type { Bracketed } from "./steerability.js";

/** Two sets of items put to one panel. */
export interface PanelStaticSettings {
  readonly system: ValueSystem;
  readonly asking: Asking;
  readonly examinees: readonly Examinee[];
  readonly static: readonly LabItem[];
  readonly evolved: readonly LabItem[];
  /** At least two: one reply cannot tell a difference from luck. */
  readonly repeats: number;
  readonly seed: number;
}

/** What a set of items shows of a panel. */
export interface SetPicture {
  readonly name: "static" | "evolved";
  readonly items: number;
  /** D on fresh replies with its noise null subtracted, in nats a dimension; interval over items. */
  readonly informativeness: ClusteredInterval;
  /** By dimension: the standard deviation between examinees that is left once luck with items and replies is taken off. */
  readonly spread: Readonly<Record<DimensionId, number | null>>;
  /** The root of the mean variance over dimensions. */
  readonly meanSpread: number | null;
  /** By examinee, by dimension: the score. */
  readonly scores: Readonly<Record<string, Readonly<Record<DimensionId, number | null>>>>;
  readonly cells: number;
  readonly unmeasured: number;
}

/** A static set of items beside evolved ones, on the same examinees. */
export interface PanelStatic {
  readonly system: string;
  readonly reader: string;
  readonly repeats: number;
  readonly sets: readonly [fixed: SetPicture, evolved: SetPicture];
  /** D of the evolved items less D of the static ones. */
  readonly difference: Bracketed;
}

/**
 * Static items against evolved ones (the paper's Fig. 4(b)) on any panel: how far apart each set puts the same
 * examinees. Both sets are read on fresh replies, which chose no item. A set with few items scatters scores by luck;
 * spreads are therefore variance components, not plain standard deviations.
 *
 * In simulation how much more evolved items *can* show is planted by the world (`defaultWorld`): seeds are mild there.
 *
 * Source: Value Compass Benchmarks, section 3 and Fig. 4(b).
 *
 * @throws RangeError for fewer than two examinees or two repeats, or an empty set
 * @example
 * await staticAgainstEvolved({ examinees: [], repeats: 2 }); // throws /at least two examinees/
 */
export async function staticAgainstEvolved(settings: PanelStaticSettings): Promise<PanelStatic> {
  const { system, asking, examinees, repeats } = settings;
  if (examinees.length < 2) throw new RangeError("a difference needs at least two examinees");
  if (!Number.isInteger(repeats) || repeats < 2)
    throw new RangeError(`repeats must be a whole number from 2: ${repeats}`);
  const fixed = await picture("static", settings);
  const evolved = await picture("evolved", settings);
  return {
    system: system.id,
    reader: asking.reader,
    repeats,
    sets: [fixed, evolved],
    difference: differenceOf(evolved.informativeness, fixed.informativeness),
  };
}

/** The difference of two means over different items, each with its own error. */
function differenceOf(a: ClusteredInterval, b: ClusteredInterval): Bracketed {
  if (a.mean === null || b.mean === null) return { value: null, low: null, high: null };
  const value = a.mean - b.mean;
  if (a.standardError === null || b.standardError === null) return { value, low: null, high: null };
  const error = Math.hypot(a.standardError, b.standardError);
  return { value, ...boundsAround(value, error, Math.min(a.items, b.items), {}) };
}

async function picture(
  name: SetPicture["name"],
  settings: PanelStaticSettings,
): Promise<SetPicture> {
  const { system, asking, examinees, repeats, seed } = settings;
  const items = settings[name];
  if (items.length === 0) throw new RangeError(`the ${name} set holds no item`);
  const samples = bandSamples("fresh", repeats);
  const to = examinees.map((examinee) => ({ examinee, samples }));
  const measured = await asking.judged(
    system,
    items.map(({ id, text }) => ({ id, text, to })),
  );
  const who = examinees.map(({ card }) => card.id);
  const worth = measured.map((item) => informativenessOf(item, who, system, seed));
  const variances = dimensionIds(system).map((id) => {
    const own = measured.filter((_, place) => items[place].targets.includes(id));
    return [id, varianceOn(own, who, system, id)] as const;
  });
  // Averaged before the root is taken: single components come out negative by luck, and cutting those off adds spread.
  const variance = meanOf(variances.flatMap(([, one]) => one ?? []));
  const cells = measured.flatMap((item) => item.cells);
  return {
    name,
    items: items.length,
    informativeness: clusteredInterval(worth.filter(Number.isFinite)),
    spread: Object.fromEntries(variances.map(([id, one]) => [id, rootOf(one)])),
    meanSpread: rootOf(variance),
    scores: Object.fromEntries(
      who.map((examinee) => [examinee, scoresOf(measured, items, examinee, system)]),
    ),
    cells: cells.length,
    unmeasured: cells.filter(({ outcome }) => outcome.kind === "unmeasured").length,
  };
}

function informativenessOf(
  item: MeasuredItem,
  who: readonly string[],
  system: ValueSystem,
  seed: number,
): number {
  const ids = dimensionIds(system);
  const posteriors = who.map((examinee) =>
    item.cells
      .filter((cell) => cell.examinee === examinee && cell.outcome.kind !== "unmeasured")
      .map((cell) => ids.map((id) => cellReading(cell, system, id) ?? Number.NaN)),
  );
  // Elicitation is not told here, so that its baseline does not matter.
  return itemTerms({
    posteriors,
    baseline: ids.map(() => 0.5),
    divergence: divergence("jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    alpha: 0,
    clip: DEFAULT_CLIP,
    random: stream(seed, "null", item.id),
  }).informativeness;
}

/** A standard deviation; 0 where luck made the variance negative. */
function rootOf(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(Math.max(0, variance));
}

/** The examinees' variance component, which luck can make negative; `null` with one item. */
function varianceOn(
  items: readonly MeasuredItem[],
  who: readonly string[],
  system: ValueSystem,
  dimension: DimensionId,
): number | null {
  if (items.length < 2) return null;
  const scores = who.map((examinee) =>
    items.map((item) =>
      item.cells
        .filter((cell) => cell.examinee === examinee)
        .flatMap((cell) => cellReading(cell, system, dimension) ?? []),
    ),
  );
  if (scores.filter((row) => row.some((cell) => cell.length > 0)).length < 2) return null;
  const { examinees } = varianceComponents(scores);
  return Number.isFinite(examinees) ? examinees : null;
}

function scoresOf(
  measured: readonly MeasuredItem[],
  items: readonly LabItem[],
  examinee: string,
  system: ValueSystem,
): Readonly<Record<DimensionId, number | null>> {
  return Object.fromEntries(
    dimensionIds(system).map((id) => [
      id,
      meanOf(
        measured.flatMap((item, place) =>
          items[place].targets.includes(id) ? (itemReading(item, examinee, system, id) ?? []) : [],
        ),
      ),
    ]),
  );
}
