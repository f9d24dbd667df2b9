import { ArgumentError } from "../argument-error.js";
import { checkNumber } from "../check-argument.js";

/**
 * Refuses labels that are not places of classes, one a row.
 *
 * @throws ArgumentError
 * @example
 * checkLabels([0, 2], 2, 3);
 * checkLabels([0], 2, 3); // throws /labels must hold as many entries as there are rows, 2: \[0\]/
 */
export function checkLabels(labels: readonly number[], rows: number, classes: number): void {
  if (!Array.isArray(labels) || labels.length !== rows)
    throw new ArgumentError(
      "labels",
      `must hold as many entries as there are rows, ${rows}`,
      labels,
    );
  for (const [at, label] of labels.entries())
    checkNumber(`labels[${at}]`, label, { from: 0, to: classes - 1, whole: true });
}
