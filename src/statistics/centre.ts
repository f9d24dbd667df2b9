import { mean } from "simple-statistics";
import { checkNumbers } from "./check-argument.js";

/**
 * Takes a list's own mean away. Raw value scores carry a common level (some models say yes to every value); what
 * is left after centring are priorities, and priorities are what can be compared.
 *
 * Source: math 5, `centre`.
 *
 * @param values  finite numbers
 * @returns as many, in the same unit; a constant list gives zeros
 * @throws ArgumentError when the list is empty or holds something that is no finite number
 * @example
 * centre([1, 2, 2, 4]); // => [-1.25, -0.25, -0.25, 1.75]
 * centre([0.1, 0.1, 0.1]); // => [0, 0, 0]
 */
export function centre(values: readonly number[]): number[] {
  checkNumbers("values", values);
  if (values.every((value) => value === values[0])) return values.map(() => 0);
  const level = mean([...values]);
  const raw = values.map((value) => value - level);
  // The mean was rounded; what it missed shows where numbers are large and their differences small.
  const rest = mean(raw);
  return raw.map((value) => value - rest);
}
