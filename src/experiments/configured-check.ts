import { stream } from "../random/stream.js";
import { meanScores } from "../scoring/rank-budget.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import { labelledItemsMean } from "../statistics/labelled-items-mean.js";
import { spearman } from "../statistics/spearman.js";
import { spread } from "../statistics/spread.js";
import { type Recovered, recovered } from "./budget-search.js";
import type { DimensionCells } from "./panel-cells.js";

/** What a configuration would find on one dimension. */
export interface DimensionCheck {
  readonly dimension: string;
  readonly items: number;
  /** Spearman of scores with what was planted, over examinees. */
  readonly planted: number;
  /** Spearman of scores with the exact E[P_F] on the same items. */
  readonly exact: number;
  /** Mean of score less exact E[P_F]. */
  readonly bias: number;
  /** The share of examinees whose 95 % interval holds the exact E[P_F]: of the score as it is. */
  readonly coverage: number;
  /** The same once labels of half the items have taken the recognizer's error off; NaN with too few items or one sample. */
  readonly correctedCoverage: number;
  /** How much of a true difference between two replies shows up in what is read: 1 is all of it. */
  readonly slope: number;
  /** The true difference between two examinees that a paired test finds in four of five studies; NaN where nothing shows up. */
  readonly detectable: number;
}

/** What a configuration would find. */
export interface ConfiguredCheck extends Recovered {
  readonly dimensions: readonly DimensionCheck[];
  readonly items: number;
  readonly samples: number;
}

/** The normal quantiles of a two-sided test at 5 % with 80 % power, added. */
const POWER = 1.959963984540054 + 0.8416212335729143;

/**
 * Holds what was read against what was planted, dimension by dimension.
 *
 * @param cells   the replies as the recognizer read them
 * @param labels  the same replies, read without error
 */
export function configuredCheck(
  cells: readonly DimensionCells[],
  labels: readonly DimensionCells[],
  seed: number,
): ConfiguredCheck {
  const own = cells.flatMap((one, k) =>
    one.items.length >= 2 ? [dimensionCheck(one, labels[k], seed)] : [],
  );
  return {
    ...recovered(cells),
    dimensions: own,
    items: new Set(cells.flatMap(({ items }) => items)).size,
    samples: cells.find(({ items }) => items.length > 0)?.readings[0][0].length ?? 0,
  };
}

function dimensionCheck(
  cells: DimensionCells,
  labels: DimensionCells,
  seed: number,
): DimensionCheck {
  const scores = meanScores([cells], () => true);
  const truths = cells.exact.map((own) => spread(own).mean);
  const intervals = cells.readings.map((own) =>
    clusteredInterval(
      own.map((samples) => spread(samples).mean),
      { lowest: 0, highest: 1 },
    ),
  );
  const holds = (low: number | null, high: number | null, truth: number) =>
    low !== null && high !== null && low <= truth && truth <= high;
  const slope = slopeOf(cells, labels);
  return {
    dimension: cells.dimension,
    items: cells.items.length,
    planted: spearman(scores, cells.planted),
    exact: spearman(scores, truths),
    bias: spread(scores.map((score, e) => score - truths[e])).mean,
    coverage: share(intervals.map(({ low, high }, e) => holds(low, high, truths[e]))),
    correctedCoverage: correctedCoverage(cells, labels, truths, seed),
    slope,
    detectable: slope > 0 ? (POWER * pairedError(cells)) / slope : Number.NaN,
  };
}

function correctedCoverage(
  cells: DimensionCells,
  labels: DimensionCells,
  truths: readonly number[],
  seed: number,
): number {
  const items = cells.items.length;
  if (items < 6 || cells.readings[0][0].length < 2) return Number.NaN;
  return share(
    cells.readings.map((readings, e) => {
      const random = stream(seed, "labelled half", cells.dimension, e);
      const half = new Set(random.shuffle([...readings.keys()]).slice(0, items >> 1));
      const { theseItems } = labelledItemsMean({
        readings,
        labels: labels.readings[e].map((own, at) => (half.has(at) ? own : null)),
      });
      return theseItems.low <= truths[e] && truths[e] <= theseItems.high;
    }),
  );
}

/** The slope of readings on perfect labels among replies to the same item. */
function slopeOf(cells: DimensionCells, labels: DimensionCells): number {
  let [together, squares] = [0, 0];
  for (const item of cells.items.keys()) {
    const readings = cells.readings.flatMap((own) => own[item]);
    const truths = labels.readings.flatMap((own) => own[item]);
    const [reading, truth] = [spread(readings).mean, spread(truths)];
    squares += truth.squares;
    for (const [n, one] of readings.entries())
      together += (one - reading) * (truths[n] - truth.mean);
  }
  return squares === 0 ? Number.NaN : together / squares;
}

/** The root mean square, over pairs of examinees, of the standard error of their paired difference. */
function pairedError({ readings, items }: DimensionCells): number {
  const means = readings.map((own) => own.map((samples) => spread(samples).mean));
  const variances: number[] = [];
  for (let a = 0; a < means.length; a++)
    for (let b = 0; b < a; b++)
      variances.push(spread(means[a].map((one, at) => one - means[b][at])).variance / items.length);
  return Math.sqrt(spread(variances).mean);
}

function share(those: readonly boolean[]): number {
  return those.filter(Boolean).length / those.length;
}
