import type { Stream } from "../random/stream.js";
import { ArgumentError } from "./argument-error.js";
import { checkNumber, checkNumbers } from "./check-argument.js";
import { type ItemSamples, itemMeans } from "./item-samples.js";
import { quantile } from "./quantile.js";
import { spread } from "./spread.js";

/** The usual number of resamples: fewer leave the ends of an interval unsteady (math 4.1). */
export const DEFAULT_RESAMPLES = 2000;

/** Which items each resample holds, by their place; and which quantiles to tell. */
export interface BootstrapOptions {
  /** Lists of item numbers from 0; `drawResamples` makes them from a stream. */
  readonly resamples: readonly (readonly number[])[];
  /** Levels from 0 to 1: the ends of a 95 % interval unless told. */
  readonly quantiles?: readonly number[];
}

/** How a score scatters over other items that might as well have been asked. */
export interface Bootstrap {
  /** Mean of the resampled scores. */
  readonly mean: number;
  /** Their standard deviation; NaN with a single resample. */
  readonly standardError: number;
  /** One number a level asked for. */
  readonly quantiles: readonly number[];
  readonly resamples: number;
  readonly items: number;
}

/**
 * The item-clustered bootstrap: items are drawn again with replacement, each with all its samples,
 * the score is computed anew, and its scatter tells how sure it is. Two examinees are compared with
 * the *same* resamples, or their shared luck with items is counted twice.
 *
 * Source: math 4.1, `bootstrapItems`; Efron 1979.
 *
 * @param itemSamples  items by samples, any finite numbers
 * @throws ArgumentError when there is no item or resample, or an item number is none
 * @example
 * const { mean, quantiles } = bootstrapItems([[1, 1], [0, 0]], { resamples: [[0, 1], [1, 1], [1, 0]] });
 * mean; // => 0.333333333333 (± 1e-12)
 * quantiles; // => [0.025, 0.5] (± 1e-12)
 */
export function bootstrapItems(
  itemSamples: ItemSamples,
  { resamples, quantiles = [0.025, 0.975] }: BootstrapOptions,
): Bootstrap {
  const { level, above } = itemMeans(itemSamples);
  checkResamples(resamples, above.length);
  checkNumbers("quantiles", quantiles, { from: 0, to: 1, least: 0 });
  const scores = resamples.map((items) => spread(items.map((item) => above[item])).mean);
  const { mean, variance } = spread(scores);
  return {
    mean: level + mean,
    standardError: Math.sqrt(variance),
    quantiles: quantiles.map((wanted) => level + quantile(scores, wanted)),
    resamples: resamples.length,
    items: above.length,
  };
}

/**
 * Draws item numbers with replacement, as many as there are items, so many times.
 *
 * @param items    how many items there are, 1 or more
 * @param options  the stream is consumed: one number an item and resample
 * @throws ArgumentError
 * @example
 * drawResamples(3, { random: stream(1, "items"), resamples: 2 })[0].length; // => 3
 * drawResamples(1, { random: stream(1, "items"), resamples: 2 }); // => [[0], [0]]
 */
export function drawResamples(
  items: number,
  { random, resamples = DEFAULT_RESAMPLES }: { random: Stream; resamples?: number },
): number[][] {
  checkNumber("items", items, { from: 1, to: 1e7, whole: true });
  checkNumber("resamples", resamples, { from: 1, to: 1e7, whole: true });
  const lists: number[][] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const list = new Array<number>(items);
    for (let place = 0; place < items; place++) list[place] = random.integer(items);
    lists.push(list);
  }
  return lists;
}

function checkResamples(resamples: readonly (readonly number[])[], items: number): void {
  if (!Array.isArray(resamples) || resamples.length === 0)
    throw new ArgumentError("resamples", "must hold at least 1 resample", resamples);
  const rule = { from: 0, to: items - 1, whole: true };
  for (const [at, chosen] of resamples.entries()) checkNumbers(`resamples[${at}]`, chosen, rule);
}
