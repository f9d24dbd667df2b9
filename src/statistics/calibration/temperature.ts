import { sum } from "simple-statistics";
import { checkNumber, checkNumbers, checkTable } from "../check-argument.js";
import { minimiseConvex } from "../minimise-convex.js";
import { isRounding, largest } from "../rounding.js";
import { checkLabels } from "./check-labels.js";

/** A fitted temperature, as plain JSON. */
export interface TemperatureFit {
  readonly kind: "temperature";
  /** Above 1: the scores were too sure of themselves. Below 1: not sure enough. */
  readonly temperature: number;
  /** How many rows it was fitted to. */
  readonly rows: number;
}

/**
 * Temperature scaling: the one number T by which to divide scores (logits) so that the softmax of
 * z/T fits what came true as well as it can. It changes how sure a recognizer is and never which
 * class it names.
 *
 * Fit it on held-out items, never on those that are reported.
 *
 * @param logits  a row for each case, a column for each class
 * @param labels  for each row, the place of the class that came true, from 0
 * @returns `null` where no T fits best, and scores are better left alone: every row is right (T
 *   would go to 0), or the scores are no better than none (T would go to infinity)
 * @throws ArgumentError when rows differ in length or a label is no place of a class
 *
 * Source: Guo et al. 2017; math 4.4.
 *
 * @example
 * temperature([[2, 1, 0], [0, 3, 1], [1, 0, 2], [3, 0, 0]], [0, 1, 0, 0])?.temperature; // => 0.797598856764 (± 1e-9)
 * temperature([[1, 0], [1, 0], [0, 1]], [0, 1, 1])?.temperature; // => 1.442695040889 (± 1e-9)
 * temperature([[1, 0], [0, 1]], [0, 1]); // => null
 * temperature([[1, 0], [0, 1]], [1, 0]); // => null
 */
export function temperature(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
): TemperatureFit | null {
  checkTable("logits", logits);
  checkLabels(labels, logits.length, logits[0].length);
  // Each row less its score for what came true, on a scale on which no difference exceeds 1.
  const raw = logits.map((row, at) => row.map((z) => z - row[labels[at]]));
  const scale = largest(raw.map(largest));
  const rows = raw.map((row) => row.map((z) => z / (scale || 1)));
  const everyRowRight = rows.every((row) => Math.max(...row) <= 0);
  // The slope of the loss where all classes count alike: below 0, trusting the scores a little helps.
  const trust = sum(rows.map((row) => sum(row) / row.length)) / rows.length;
  if (everyRowRight || trust >= 0 || isRounding(trust, 1)) return null;
  const [inverse] = minimiseConvex([0], {
    slopesAt: ([beta]) => slopesAt(rows, beta),
    reach: ([step]) => 2 * Math.abs(step),
  });
  return { kind: "temperature", temperature: scale / inverse, rows: logits.length };
}

/** The mean slope and curvature, in the inverse temperature, of minus the log-likelihood. */
function slopesAt(rows: readonly (readonly number[])[], beta: number) {
  let [slope, curvature] = [0, 0];
  for (const row of rows) {
    const shares = softmax(row.map((z) => z * beta));
    const mean = row.reduce((all, z, at) => all + shares[at] * z, 0);
    slope += mean / rows.length;
    curvature += row.reduce((all, z, at) => all + shares[at] * (z - mean) ** 2, 0) / rows.length;
  }
  return { slopes: [slope], curvature: [[curvature]] };
}

/**
 * Probabilities from scores (logits) at a temperature: the softmax of z/T.
 *
 * @param logits       one score a class
 * @param temperature  above 0; 1 leaves the scores as they are
 * @returns probabilities that sum to 1
 * @throws ArgumentError when a score is not finite or the temperature is not above 0
 *
 * Source: math 4.4.
 *
 * @example
 * atTemperature([1, 0], 1 / Math.log(2)); // => [0.6666667, 0.3333333] (± 1e-6)
 * atTemperature([1, 0], 0); // throws /temperature must be a finite number above 0: 0/
 */
export function atTemperature(logits: readonly number[], temperature: number): readonly number[] {
  checkNumbers("logits", logits);
  checkNumber("temperature", temperature, { above: 0 });
  const most = Math.max(...logits);
  return softmax(logits.map((z) => (z - most) / temperature));
}

function softmax(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - most));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}
