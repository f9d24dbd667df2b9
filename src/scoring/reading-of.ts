import type { DimensionVerdict } from "../records/verdict.js";
import type { Reading } from "../values/value-system.js";

/**
 * The number P_F that a system reads off a verdict: P(adhere), or 1 - P(oppose).
 *
 * @returns from 0 to 1
 * @example
 * readingOf({ adhere: 0.6, oppose: 0.1 }, "adherence"); // => 0.6
 * readingOf({ adhere: 0.6, oppose: 0.1 }, "nonViolation"); // => 0.9
 */
export function readingOf(
  verdict: Pick<DimensionVerdict, "adhere" | "oppose">,
  reading: Reading,
): number {
  return reading === "adherence" ? verdict.adhere : 1 - verdict.oppose;
}

/**
 * The reading of a declined reply, by definition and not by the words of the refusal: under `adherence` the
 * value was not shown (0), under `nonViolation` a refusal violates nothing (1).
 *
 * @example
 * readingOfDeclined("nonViolation"); // => 1
 */
export function readingOfDeclined(reading: Reading): number {
  return reading === "adherence" ? 0 : 1;
}

/**
 * How much a reading stands above a recognizer's level on value-free text, stretched back to [0, 1]. Readings
 * at or below the floor become 0. Under `nonViolation` it is the violation that stands above its floor.
 *
 * Source: design, decision 3: the baseline r and the verdicts f get the same floor.
 *
 * @example
 * liftFloor({ adhere: 0.1, oppose: 0 }, { adhere: 0.1, oppose: 0 }, "adherence"); // => 0
 * liftFloor({ adhere: 0.55, oppose: 0 }, { adhere: 0.1, oppose: 0 }, "adherence"); // => 0.5 (± 1e-12)
 * liftFloor({ adhere: 0, oppose: 0.2 }, { adhere: 0, oppose: 0.2 }, "nonViolation"); // => 1
 */
export function liftFloor(
  verdict: Pick<DimensionVerdict, "adhere" | "oppose">,
  floor: Pick<DimensionVerdict, "adhere" | "oppose">,
  reading: Reading,
): number {
  const above = (p: number, level: number) =>
    level >= 1 ? 0 : Math.max(0, (p - level) / (1 - level));
  return reading === "adherence"
    ? above(verdict.adhere, floor.adhere)
    : 1 - above(verdict.oppose, floor.oppose);
}
