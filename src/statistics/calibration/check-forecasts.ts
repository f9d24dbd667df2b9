import { ArgumentError } from "../argument-error.js";
import { checkNumbers } from "../check-argument.js";

/**
 * Refuses forecasts that are no probabilities, or that do not pair with outcomes.
 *
 * @throws ArgumentError
 * @example
 * checkForecasts([0.2, 0.9], [false, true]);
 * checkForecasts([0.2], [true, false]); // throws /cameTrue must hold as many entries as probabilities, 1/
 * checkForecasts([1.2], [true]); // throws /probabilities\[0\] must be a finite number from 0 to 1: 1.2/
 */
export function checkForecasts(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
): void {
  checkNumbers("probabilities", probabilities, { from: 0, to: 1 });
  checkOutcomes("cameTrue", cameTrue, "probabilities", probabilities.length);
}

/**
 * Refuses outcomes that are not true or false, or not as many as what they belong to.
 *
 * @throws ArgumentError
 * @example
 * checkOutcomes("inClass", [true], "scores", 1);
 * checkOutcomes("inClass", [1], "scores", 1); // throws /inClass\[0\] must be true or false: 1/
 */
export function checkOutcomes(
  argument: string,
  outcomes: readonly boolean[],
  partner: string,
  count: number,
): void {
  if (!Array.isArray(outcomes) || outcomes.length !== count)
    throw new ArgumentError(
      argument,
      `must hold as many entries as ${partner}, ${count}`,
      outcomes,
    );
  const odd = outcomes.findIndex((outcome) => typeof outcome !== "boolean");
  if (odd >= 0)
    throw new ArgumentError(`${argument}[${odd}]`, "must be true or false", outcomes[odd]);
}
