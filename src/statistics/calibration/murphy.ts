import { checkForecasts } from "./check-forecasts.js";

/** What a Brier score consists of: Brier = reliability - resolution + uncertainty. */
export interface MurphyParts {
  /** How far forecasts lie from how often they came true, 0 to 1: smaller is better. */
  readonly reliability: number;
  /** How far different forecasts go with different outcomes, 0 to 0.25: larger is better. */
  readonly resolution: number;
  /** How mixed the outcomes are, 0 to 0.25: nobody's merit or fault. */
  readonly uncertainty: number;
  /** Different forecasts among all. */
  readonly distinct: number;
  readonly forecasts: number;
}

/**
 * Murphy's decomposition of the Brier score over the distinct forecasts. Reach for it to see
 * whether a poor Brier score comes from probabilities that are off (a calibrator helps) or from
 * forecasts that do not tell cases apart (only a better recognizer helps).
 *
 * It is at home with forecasts in steps; where every forecast is different, each is its own group
 * and resolution looks perfect.
 *
 * @param probabilities  forecasts, 0 to 1
 * @param cameTrue       for each, whether it came true
 * @throws ArgumentError when the lists are empty or differ in length, or a forecast is no
 *   probability
 *
 * Source: Murphy 1973; math 4.4.
 *
 * @example
 * const { reliability, resolution, uncertainty } = murphy([0.5, 0.5, 0.5, 0.5], [true, false, true, false]);
 * [reliability, resolution, uncertainty]; // => [0, 0, 0.25]
 * murphy([0.9, 0.8, 0.3, 0.1], [true, true, false, false]).reliability; // => 0.0375 (± 1e-12)
 */
export function murphy(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
): MurphyParts {
  checkForecasts(probabilities, cameTrue);
  const groups = new Map<number, { count: number; came: number }>();
  for (const [at, p] of probabilities.entries()) {
    const group = groups.get(p) ?? { count: 0, came: 0 };
    group.count++;
    group.came += Number(cameTrue[at]);
    groups.set(p, group);
  }
  const forecasts = probabilities.length;
  const base = cameTrue.filter(Boolean).length / forecasts;
  let [reliability, resolution] = [0, 0];
  for (const [p, { count, came }] of groups) {
    reliability += (count * (p - came / count) ** 2) / forecasts;
    resolution += (count * (came / count - base) ** 2) / forecasts;
  }
  const uncertainty = base * (1 - base);
  return { reliability, resolution, uncertainty, distinct: groups.size, forecasts };
}
