import { sum } from "simple-statistics";
import { checkNumber, checkTable } from "../check-argument.js";
import { checkLabels } from "./check-labels.js";

/**
 * How surprised scores at a temperature are by what came true: the mean of -ln softmax(z/T) at the
 * labels. The loss that `temperature` makes smallest; reach for it to compare temperatures on
 * held-out rows.
 *
 * @param logits       a row for each case, a column for each class
 * @param labels       for each row, the place of the class that came true, from 0
 * @param temperature  above 0 (from 1e-100 up)
 * @returns nats, from 0 up
 * @throws ArgumentError when rows differ in length, a label is no place of a class, or the
 *   temperature is too small
 *
 * Source: math 4.4.
 *
 * @example
 * nllAtTemperature([[1, 0]], [0], 1); // => 0.313262 (± 1e-6)
 * nllAtTemperature([[5, 5]], [1], 3); // => 0.693147 (± 1e-6)
 */
export function nllAtTemperature(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  temperature: number,
): number {
  checkTable("logits", logits);
  checkLabels(labels, logits.length, logits[0].length);
  checkNumber("temperature", temperature, { from: 1e-100 });
  const losses = logits.map((row, at) => {
    const apart = row.map((z) => (z - row[labels[at]]) / temperature);
    const most = Math.max(...apart);
    // Of the class that stands highest nothing is lost by taking it out of the logarithm.
    const first = apart.indexOf(most);
    const others = apart.map((z, place) => (place === first ? 0 : Math.exp(z - most)));
    return most + Math.log1p(sum(others));
  });
  return sum(losses) / losses.length;
}
