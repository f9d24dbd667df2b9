import { checkNumbers } from "../check-argument.js";
import { normalisedWeights } from "../normalised-weights.js";
import { checkOutcomes } from "./check-forecasts.js";
import { isotonic } from "./isotonic.js";

/** A fitted isotonic calibrator, as plain JSON: the corners of a line that never falls. */
export interface IsotonicFit {
  readonly kind: "isotonic";
  /** Rising. */
  readonly scores: readonly number[];
  /** The probability at each of those scores, never falling. */
  readonly probabilities: readonly number[];
  /** How many rows of weight above 0 it was fitted to. Below some 200 take `plattFit`. */
  readonly rows: number;
  readonly inClass: number;
}

/**
 * Isotonic calibration: turns scores into probabilities assuming nothing but that a higher score
 * never means less likely.
 *
 * Rows are sorted, equal scores are merged by weight, and neighbours in the wrong order are pooled.
 * It needs 200 rows or more, else it follows chance: take `plattFit` then. Fit it on held-out
 * items, never on those that are reported.
 *
 * @param scores   one number a row, of any size
 * @param inClass  for each row, whether it belongs to the class
 * @param weights  raw, from 0 up; absent for equal; 0 leaves a row out
 * @returns the corners; `calibrated` goes straight from one to the next and stays level outside
 * @throws ArgumentError when the lists are empty or differ in length, a score is not finite, or the
 *   weights do not fit
 *
 * Source: Zadrozny & Elkan 2002; math 4.4.
 *
 * @example
 * const { scores, probabilities } = isotonicFit([1, 2, 3, 4], [false, true, false, true]);
 * scores; // => [1, 2, 3, 4]
 * probabilities; // => [0, 0.5, 0.5, 1]
 * isotonicFit([5, 5], [true, false]).probabilities; // => [0.5]
 */
export function isotonicFit(
  scores: readonly number[],
  inClass: readonly boolean[],
  weights: readonly number[] | null = null,
): IsotonicFit {
  checkNumbers("scores", scores);
  checkOutcomes("inClass", inClass, "scores", scores.length);
  const shares = weights === null ? scores.map(() => 1) : normalisedWeights(weights, scores.length);
  const counted = [...scores.keys()].filter((row) => shares[row] > 0);
  const steps = merged(counted, scores, inClass, shares);
  const fitted = isotonic(
    steps.map(({ yes, weight }) => yes / weight),
    steps.map(({ weight }) => weight),
  );
  // Inside a level stretch nothing has to be kept but its ends.
  const corners = [...steps.keys()].filter(
    (at) => fitted[at] !== fitted[at - 1] || fitted[at] !== fitted[at + 1],
  );
  return {
    kind: "isotonic",
    scores: corners.map((at) => steps[at].score),
    probabilities: corners.map((at) => fitted[at]),
    rows: counted.length,
    inClass: counted.filter((row) => inClass[row]).length,
  };
}

/**
 * The distinct scores in rising order, with the weight at each and how much of it is in the class.
 */
function merged(
  rows: readonly number[],
  scores: readonly number[],
  inClass: readonly boolean[],
  shares: readonly number[],
) {
  const steps: { score: number; weight: number; yes: number }[] = [];
  for (const row of [...rows].sort((a, b) => scores[a] - scores[b])) {
    if (steps[steps.length - 1]?.score !== scores[row])
      steps.push({ score: scores[row], weight: 0, yes: 0 });
    const step = steps[steps.length - 1];
    step.weight += shares[row];
    if (inClass[row]) step.yes += shares[row];
  }
  return steps;
}
