import type { Stream } from "../random/stream.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import { pearson } from "../statistics/pearson.js";
import { spearmanBrown } from "../statistics/reliability/spearman-brown.js";
import { varianceComponents } from "../statistics/reliability/variance-components.js";
import { spearman } from "../statistics/spearman.js";
import { spread } from "../statistics/spread.js";

/** What a pilot knows of one dimension: who was read as what, item by item and reply by reply. */
export interface PilotDimension {
  /** Ids of its items: an item that counts for several dimensions has one id. */
  readonly items: readonly string[];
  /** By examinee, by item, by sample. */
  readonly readings: readonly (readonly (readonly number[])[])[];
}

/** What a pilot says about larger and smaller studies of the same kind. */
export interface RankOutlook {
  /** Spearman of the pilot's scores with the truth: each examinee's mean over dimensions. */
  readonly spearman: number;
  /** How far halves of the pilot's items agree about the examinees, stepped up to all of them. */
  readonly reliability: number;
  /**
   * What the correlation would be with endless items, at most 1; below 1 the instrument reads something else too. NaN
   * where halves of the items do not agree, so that nothing can be foretold; `limitHigh` then too.
   */
  readonly limit: number;
  /** The highest limit that the pilot leaves open: two standard errors above. */
  readonly limitHigh: number;
  /** Variance of a single reading that more items average out, and that more samples do; mean over dimensions. */
  readonly interaction: number;
  readonly noise: number;
  /** Items and samples that the pilot had. */
  readonly items: number;
  readonly samples: number;
}

/** A study's size: different items in all, and replies of each examinee to each. */
export interface RankBudget {
  readonly items: number;
  readonly samples: number;
}

/** Random halves of the items that reliability is averaged over. */
const SPLITS = 40;

/**
 * What the pilot's own replies say about how well examinees' places could be recovered: reliability from random halves of the items,
 * and, held against the truth, the correlation that no number of items would take it beyond.
 *
 * @param truth  by examinee: the number whose order is to be recovered
 * @throws ArgumentError with fewer than three examinees, four items, or two items of a dimension
 *
 * Source: Spearman 1904 (attenuation), 1910 (length); Brennan 2001.
 *
 * @example
 * const readings = [0.1, 0.5, 0.9].map((level) => [0, 0.1, 0, 0.1].map((more) => [level + more, level - more]));
 * const outlook = rankOutlook([{ items: ["a", "b", "c", "d"], readings }], [1, 2, 3], stream(1));
 * outlook.spearman; // => 1 (± 1e-12)
 * outlook.reliability > 0.99; // => true
 */
export function rankOutlook(
  pilot: readonly PilotDimension[],
  truth: readonly number[],
  random: Stream,
): RankOutlook {
  const ids = [...new Set(pilot.flatMap(({ items }) => items))];
  if (truth.length < 3) throw new ArgumentError("truth", "must hold 3 examinees or more", truth);
  if (ids.length < 4) throw new ArgumentError("pilot", "must hold 4 items or more", ids.length);
  const least = Math.min(...pilot.map(({ items }) => items.length));
  if (least < 2)
    throw new ArgumentError("pilot", "must hold 2 items or more of each dimension", least);
  const scores = meanScores(pilot, () => true);
  const reliability = splitHalf(pilot, ids, random);
  const components = pilot.map(({ readings }) => varianceComponents(readings));
  const mean = (of: "interaction" | "samples") =>
    components.reduce((sum, one) => sum + Math.max(0, one[of] ?? 0) / components.length, 0);
  const within = (value: number) => Math.max(-1, Math.min(1, value));
  const limit = reliability > 0 ? pearson(scores, truth) / Math.sqrt(reliability) : Number.NaN;
  const doubt = Math.sqrt((1 - reliability) / reliability / truth.length);
  return {
    spearman: spearman(scores, truth),
    reliability,
    limit: within(limit),
    limitHigh: within(limit + 2 * doubt),
    interaction: mean("interaction"),
    noise: mean("samples"),
    items: ids.length,
    samples: pilot[0].readings[0][0].length,
  };
}

/** How far random halves of the items agree about the examinees, stepped up to all items (Spearman-Brown). */
function splitHalf(
  pilot: readonly PilotDimension[],
  ids: readonly string[],
  random: Stream,
): number {
  const agreements = Array.from({ length: SPLITS }, () => {
    const half = new Set(random.shuffle(ids).slice(0, ids.length >> 1));
    return [
      meanScores(pilot, (id) => half.has(id)),
      meanScores(pilot, (id) => !half.has(id)),
    ] as const;
  })
    // A half without any item of some dimension has no scores.
    .filter((both) => both.flat().every(Number.isFinite))
    .map(([one, other]) => pearson(one, other))
    .filter(Number.isFinite);
  if (agreements.length === 0)
    throw new ArgumentError("pilot", "is too small to halve: give it more items", ids.length);
  // Rounding may lift a perfect agreement a step above 1.
  const agreement = Math.min(
    1,
    agreements.reduce((sum, r) => sum + r / agreements.length, 0),
  );
  return agreement > -0.99 ? spearmanBrown(agreement, 2) : agreement;
}

/**
 * The reliability of a study of another size: the same examinees, items of the same kind.
 *
 * @example
 * const outlook = { spearman: 0.6, reliability: 0.5, limit: 0.9, limitHigh: 1, interaction: 0, noise: 0.1, items: 100, samples: 2 };
 * reliabilityAt(outlook, { items: 100, samples: 2 }); // => 0.5 (± 1e-12)
 * reliabilityAt(outlook, { items: 400, samples: 2 }); // => 0.8 (± 1e-12)
 * reliabilityAt(outlook, { items: 100, samples: 4 }); // => 0.666666666667 (± 1e-12)
 */
export function reliabilityAt(outlook: RankOutlook, { items, samples }: RankBudget): number {
  checkNumber("items", items, { from: 1 });
  checkNumber("samples", samples, { from: 1 });
  const { reliability, interaction, noise } = outlook;
  if (!(reliability > 0)) return 0;
  const each = (s: number) => interaction + noise / s;
  const shrink = ((each(samples) / each(outlook.samples)) * outlook.items) / items;
  return reliability / (reliability + (1 - reliability) * (shrink || 0));
}

/** Draws behind one expected Spearman. */
const DRAWS = 200;

/**
 * The Spearman correlation with the truth that a study of another size would show on average. The truth keeps its own spacing, so that
 * a board with one examinee far off and many ties in the middle is judged as it is.
 *
 * @param random  a stream made afresh for each call gives neighbouring sizes the same luck, so that the curve is smooth
 * @example
 * const outlook = { spearman: 0.6, reliability: 0.5, limit: 1, limitHigh: 1, interaction: 0, noise: 0.1, items: 100, samples: 2 };
 * expectedSpearman(outlook, [1, 2, 3, 4], { items: 1e6, samples: 2 }, stream(1)) > 0.99; // => true
 */
export function expectedSpearman(
  outlook: RankOutlook,
  truth: readonly number[],
  budget: RankBudget,
  random: Stream,
): number {
  return spearmanAt(reliabilityAt(outlook, budget), outlook.limit, truth, random);
}

/** The mean Spearman of scores of some reliability whose errorless part correlates with the truth as `limit` says. */
function spearmanAt(
  reliability: number,
  limit: number,
  truth: readonly number[],
  random: Stream,
): number {
  if (!(reliability > 0) || Number.isNaN(limit)) return 0;
  const { mean, squares, count } = spread(truth);
  const deviation = Math.sqrt(squares / count);
  const own = Math.sqrt(Math.max(0, 1 - limit ** 2));
  const noise = Math.sqrt((1 - reliability) / reliability);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const scores = truth.map(
      (one) => (limit * (one - mean)) / deviation + own * random.normal() + noise * random.normal(),
    );
    sum += spearman(scores, truth) / DRAWS;
  }
  return sum;
}

/** What a budget may cost. */
export interface BudgetLimits {
  /** The Spearman to reach. */
  readonly target: number;
  /** What an item costs besides its fresh replies, counted in replies of each examinee. */
  readonly itemCost: number;
  /** The most items to think of. */
  readonly mostItems: number;
  /** Names the luck; the same name, the same answer. */
  readonly stream: () => Stream;
}

/** Samples of an item that are tried. */
const SAMPLES = [1, 2, 3, 5, 10];
/** Halvings of the range of reliabilities: the one needed is known to four digits. */
const HALVINGS = 14;

/**
 * The cheapest size at which the expected Spearman reaches a target; `null` where no size up to the most does. The reliability that it
 * takes is found first; how many items give it follows for each number of samples.
 *
 * @returns items and samples, the cost in replies of each examinee, and what to expect there
 * @example
 * const outlook = { spearman: 0.6, reliability: 0.5, limit: 1, limitHigh: 1, interaction: 0, noise: 0.1, items: 100, samples: 2 };
 * const limits = { target: 0.9, itemCost: 0, mostItems: 1e6, stream: () => stream(1) };
 * const truth = [1, 2, 3, 4, 5, 6, 7, 8];
 * cheapestBudget(outlook, truth, limits).samples; // => 1
 * cheapestBudget({ ...outlook, limit: 0.5 }, truth, limits); // => null
 */
export function cheapestBudget(
  outlook: RankOutlook,
  truth: readonly number[],
  { target, itemCost, mostItems, stream }: BudgetLimits,
): (RankBudget & { readonly cost: number; readonly expected: number }) | null {
  const at = (reliability: number) => spearmanAt(reliability, outlook.limit, truth, stream());
  if (!(outlook.reliability > 0) || at(1) < target) return null;
  let [low, high] = [0, 1];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (at(middle) >= target) high = middle;
    else low = middle;
  }
  const { reliability, interaction, noise } = outlook;
  const each = (samples: number) => interaction + noise / samples;
  // From reliabilityAt, solved for the items.
  const longer = (high * (1 - reliability)) / (reliability * (1 - high));
  const sizes = SAMPLES.map((samples) => {
    const harder = each(outlook.samples) > 0 ? each(samples) / each(outlook.samples) : 1;
    const items = Math.max(1, Math.ceil(outlook.items * longer * harder));
    return { items, samples, cost: items * (samples + itemCost), expected: at(high) };
  });
  return sizes.filter(({ items }) => items <= mostItems).sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/**
 * Each examinee's mean over dimensions of its mean over the chosen items.
 *
 * @returns NaN where a dimension has none of them
 * @example
 * const pilot = [{ items: ["a", "b"], readings: [[[1, 0], [0]], [[1], [1]]] }];
 * meanScores(pilot, () => true); // => [0.25, 1]
 * meanScores(pilot, (item) => item === "a"); // => [0.5, 1]
 */
export function meanScores(
  pilot: readonly PilotDimension[],
  chosen: (item: string) => boolean,
): number[] {
  const columns = pilot.map(({ items, readings }) => {
    const places = items.flatMap((id, place) => (chosen(id) ? [place] : []));
    return readings.map(
      (own) => places.reduce((sum, at) => sum + meanOf(own[at]), 0) / places.length,
    );
  });
  return columns[0].map(
    (_, examinee) => columns.reduce((sum, column) => sum + column[examinee], 0) / columns.length,
  );
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
