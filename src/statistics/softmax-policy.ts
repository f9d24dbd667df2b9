import { checkNumber, checkNumbers } from "./check-argument.js";

/** How evenly to choose. */
export interface SoftmaxOptions {
  /** Above 0: near 0 the best is always chosen, large makes all alike. In units of the values. */
  readonly temperature: number;
}

/**
 * The chance of choosing each arm when better ones are to be likelier but none left out.
 *
 * Source: math 6, `softmaxPolicy`.
 *
 * @param values  any finite numbers
 * @returns chances that sum to 1
 * @throws ArgumentError
 * @example
 * softmaxPolicy([0, 1], { temperature: 1 }); // => [0.26894142137, 0.73105857863] (± 1e-11)
 * softmaxPolicy([0, 1], { temperature: 0 }); // throws /temperature must be a finite number above 0: 0/
 */
export function softmaxPolicy(
  values: readonly number[],
  { temperature }: SoftmaxOptions,
): number[] {
  checkNumbers("values", values);
  checkNumber("temperature", temperature, { above: 0 });
  const best = Math.max(...values);
  const odds = values.map((value) => Math.exp((value - best) / temperature));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}
