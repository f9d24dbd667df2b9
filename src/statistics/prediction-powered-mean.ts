import { ArgumentError } from "./argument-error.js";
import { checkNumbers } from "./check-argument.js";
import { studentQuantile } from "./student-quantile.js";

/** One number an item throughout: the item is the unit, its samples are not independent. */
export interface PredictionPoweredInput {
  /** Mean reading of each item that nobody labelled. */
  readonly readings: readonly number[];
  /** Mean reading of each labelled item, by the same recognizer. */
  readonly labelledReadings: readonly number[];
  /** Mean human label of each labelled item, in the same order. */
  readonly labels: readonly number[];
}

/** A mean over items that people and a recognizer estimated together. */
export interface PredictionPoweredMean {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** How far the readings were trusted, from 0 (labels alone) to 1 (readings in full, their error taken off). */
  readonly trust: number;
  /** What the readings alone would have said. */
  readonly raw: number;
  readonly items: number;
  readonly labelled: number;
}

/**
 * A score that is right on average however wrong the recognizer is: its readings of many items, corrected by what
 * people said of a few. A good recognizer makes the interval narrower than labels alone could; a useless one
 * is left aside (trust 0) and costs nothing.
 *
 * mean = trust x mean(readings) + mean(labels - trust x labelled readings)
 *
 * Source: Angelopoulos et al. 2023 (prediction-powered inference) and 2024 (power tuning).
 *
 * @throws ArgumentError with fewer than two items of either kind, or lists of different lengths
 * @example
 * const input = { readings: [0.9, 0.5, 0.7, 0.3], labelledReadings: [0.8, 0.4, 0.6], labels: [0.7, 0.3, 0.5] };
 * predictionPoweredMean(input).raw; // => 0.6 (± 1e-12)
 * predictionPoweredMean(input).mean; // => 0.5 (± 1e-12)
 * predictionPoweredMean({ ...input, labels: [1] }); // throws /labels must hold 3 numbers: \[1\]/
 */
export function predictionPoweredMean(input: PredictionPoweredInput): PredictionPoweredMean {
  const { readings, labelledReadings, labels } = input;
  checkNumbers("readings", readings, { least: 2 });
  checkNumbers("labelledReadings", labelledReadings, { least: 2 });
  checkNumbers("labels", labels, { count: labelledReadings.length });
  const items = readings.length;
  const labelled = labels.length;
  const trust = trustIn(input);
  const errors = labels.map((label, at) => label - trust * labelledReadings[at]);
  const mean = trust * average(readings) + average(errors);
  const standardError = Math.sqrt(
    (trust ** 2 * variance(readings)) / items + variance(errors) / labelled,
  );
  const reach = standardError === 0 ? 0 : studentQuantile(0.975, labelled - 1) * standardError;
  if (!Number.isFinite(reach)) throw new ArgumentError("readings", "are too far apart", readings);
  return {
    mean,
    standardError,
    low: mean - reach,
    high: mean + reach,
    trust,
    raw: average(readings),
    items,
    labelled,
  };
}

/** The trust that makes the interval narrowest: cov(labels, readings) over what the readings vary. */
function trustIn({ readings, labelledReadings, labels }: PredictionPoweredInput): number {
  const centre = average(labelledReadings);
  const labelCentre = average(labels);
  const together = labels.map(
    (label, at) => (label - labelCentre) * (labelledReadings[at] - centre),
  );
  const covariance = together.reduce((sum, one) => sum + one, 0) / (labels.length - 1);
  const spread = variance([...readings, ...labelledReadings]);
  if (spread === 0) return 0;
  const best = covariance / spread / (1 + labels.length / readings.length);
  return Math.min(1, Math.max(0, best));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0);
}

function variance(values: readonly number[]): number {
  const centre = average(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2 / (values.length - 1), 0);
}
