import { ArgumentError } from "./argument-error.js";
import { checkNumbers } from "./check-argument.js";
import { spread } from "./spread.js";
import { studentQuantile } from "./student-quantile.js";

/** Readings of all items of a study, and people's labels of the replies to some of them. */
export interface LabelledItemsInput {
  /** Items by samples: what the recognizer read. */
  readonly readings: readonly (readonly number[])[];
  /** For every item the labels of all its samples, in the same order; `null` for an item that nobody labelled. */
  readonly labels: readonly (readonly number[] | null)[];
}

/** A mean over items, corrected by the labels of a random part of them. */
export interface LabelledItemsMean {
  readonly mean: number;
  /** What these very items would show with endless samples and a reader without error: 95 %. */
  readonly theseItems: { readonly low: number; readonly high: number };
  /** What items like these would show: wider by the luck of which items were written. */
  readonly itemsLikeThese: { readonly low: number; readonly high: number };
  /** What the readings alone would have said. */
  readonly raw: number;
  /** How far the readings were trusted, 0 (labels alone) to 1 (in full, their error taken off). */
  readonly trust: number;
  readonly items: number;
  readonly labelled: number;
}

/**
 * A score corrected by people's labels, with two intervals. Whole items were labelled, picked at random: all their replies.
 * On those the recognizer's error is known, item by item; its mean is taken off the mean over all items.
 *
 * Two questions have two answers. *What do these frozen items show of this examinee?* Then only the replies and the choice of
 * labelled items are luck. *What would other items of the kind show?* Then the choice of items is luck too, and since items differ
 * a lot the interval is wider. Recovery of a planted truth on frozen items asks the first; a claim about a value asks the second.
 *
 * The error that is left has two parts: that of the correction, s_d^2 / n (1 - n/N) with d the label less the trusted reading
 * of each labelled item, and that of the labels had all items been labelled: within items s_w^2 / (N S), or between items s_b^2 / N.
 * They are added, and Student's t takes the degrees of freedom of the sum (Satterthwaite).
 *
 * @throws ArgumentError where the tables do not fit, fewer than three items are labelled, or a labelled item has one sample
 *
 * Source: Angelopoulos et al. 2023 (the correction); Cochran 1977, chapter 12 (two-phase sampling); Satterthwaite 1946; MacKinnon & White 1985
 * (errors as if left out).
 *
 * @example
 * const readings = [[0.2, 0.4], [0.8, 0.6], [0.5, 0.3], [0.3, 0.5], [0.7, 0.7]];
 * const labels = [[0, 0], [1, 1], [0, 1], null, null];
 * const { mean, theseItems, itemsLikeThese } = labelledItemsMean({ readings, labels });
 * mean; // => 0.533333333333 (± 1e-9)
 * itemsLikeThese.high > theseItems.high; // => true
 * labelledItemsMean({ readings, labels: [null, null, null, null, [1, 1]] }); // throws /at least 3 labelled items/
 */
export function labelledItemsMean(input: LabelledItemsInput): LabelledItemsMean {
  const rows = checkedRows(input);
  const known = rows.flatMap(({ reading, label }) => (label ? [{ reading, label }] : []));
  const items = rows.length;
  const labelled = known.length;
  const trust = trustIn(known);
  const errors = spread(known.map(({ reading, label }) => label.mean - trust * reading));
  const readings = spread(rows.map(({ reading }) => reading));
  const correction: ErrorPart = {
    variance: (heldOutSquares(known, trust) / (labelled - 1) / labelled) * (1 - labelled / items),
    freedom: labelled - 2,
  };
  const samples = known.reduce((sum, { label }) => sum + label.count, 0);
  const within: ErrorPart = {
    variance: withinOf(known) / items,
    freedom: samples - labelled,
  };
  const between: ErrorPart = {
    variance: spread(known.map(({ label }) => label.mean)).variance / items,
    freedom: labelled - 1,
  };
  const mean = trust * readings.mean + errors.mean;
  const interval = (other: ErrorPart) => {
    const reach = reachOf([correction, other]);
    return { low: mean - reach, high: mean + reach };
  };
  return {
    mean,
    theseItems: interval(within),
    itemsLikeThese: interval(between),
    raw: readings.mean,
    trust,
    items,
    labelled,
  };
}

interface LabelledItem {
  readonly reading: number;
  readonly label: { readonly mean: number; readonly variance: number; readonly count: number };
}

function checkedRows({ readings, labels }: LabelledItemsInput) {
  if (!Array.isArray(readings) || !Array.isArray(labels) || labels.length !== readings.length)
    throw new ArgumentError("labels", "must have one entry for each item of readings", labels);
  const rows = readings.map((own, item) => {
    checkNumbers(`readings[${item}]`, own);
    const label = labels[item];
    if (label === null) return { reading: spread(own).mean, label: null };
    checkNumbers(`labels[${item}]`, label, { count: own.length, least: 2 });
    return { reading: spread(own).mean, label: spread(label) };
  });
  if (rows.filter(({ label }) => label !== null).length < 3)
    throw new ArgumentError("labels", "must hold at least 3 labelled items", labels);
  return rows;
}

/** The trust at which the labelled items leave the least error: the slope of labels on readings, kept in [0, 1]. */
function trustIn(known: readonly LabelledItem[]): number {
  const readings = spread(known.map(({ reading }) => reading));
  const labels = spread(known.map(({ label }) => label.mean));
  if (readings.squares === 0) return 0;
  const together = known.reduce(
    (sum, { reading, label }) => sum + (reading - readings.mean) * (label.mean - labels.mean),
    0,
  );
  return Math.min(1, Math.max(0, together / readings.squares));
}

/**
 * Squared errors of the labelled items, each as if the trust had been fitted without it: on the items that it was fitted to the
 * readings look better than they are, the more the fewer there are.
 */
function heldOutSquares(known: readonly LabelledItem[], trust: number): number {
  const readings = spread(known.map(({ reading }) => reading));
  const errors = spread(known.map(({ reading, label }) => label.mean - trust * reading));
  const isFitted = trust > 0 && trust < 1;
  return known.reduce((sum, { reading, label }) => {
    const pull = isFitted ? (reading - readings.mean) ** 2 / readings.squares : 0;
    const error = label.mean - trust * reading - errors.mean;
    return sum + (error / Math.max(1 - pull, 1 / known.length)) ** 2;
  }, 0);
}

/** The mean over labelled items of the variance of an item's mean label. */
function withinOf(known: readonly LabelledItem[]): number {
  return known.reduce((sum, { label }) => sum + label.variance / label.count / known.length, 0);
}

interface ErrorPart {
  readonly variance: number;
  readonly freedom: number;
}

/** Half the width of the 95 % interval of a sum of estimated variances. */
function reachOf(parts: readonly ErrorPart[]): number {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (variance === 0) return 0;
  const doubt = parts.reduce(
    (sum, part) => sum + (part.variance / variance) ** 2 / part.freedom,
    0,
  );
  return studentQuantile(0.975, 1 / doubt) * Math.sqrt(variance);
}
