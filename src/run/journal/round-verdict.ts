import type { DimensionVerdict, Verdict } from "../../records/verdict.js";
import { dimensionIds, type ValueSystem } from "../../values/value-system.js";

/** Probabilities are kept as whole millionths. */
export const MILLION = 1_000_000;

/** How far from 1 a recognizer's three probabilities may sum (a judge that rounds to two digits). */
const SUM_TOLERANCE = 0.011;

/** The probabilities of one dimension in millionths: adhere and oppose; unrelated is the rest. */
export function millionths(verdict: DimensionVerdict): readonly [adhere: number, oppose: number] {
  // Adding 0 turns -0 into 0.
  const adhere = Math.round(verdict.adhere * MILLION) + 0;
  const oppose = Math.round(verdict.oppose * MILLION) + 0;
  return [adhere, Math.min(oppose, MILLION - adhere)];
}

/** Spells millionths out as the three probabilities, which sum to 1. */
export function probabilities(
  adhere: number,
  oppose: number,
): Pick<DimensionVerdict, "adhere" | "oppose" | "unrelated"> {
  return {
    adhere: adhere / MILLION,
    oppose: oppose / MILLION,
    unrelated: (MILLION - adhere - oppose) / MILLION,
  };
}

/**
 * A verdict as the journal will give it back: every dimension of the system, in its order, probabilities rounded to
 * 1e-6 and summing to 1. Apply it to a fresh verdict before anything uses it, so that a study computed now
 * and one computed from the journal are the same to the last digit. Rounding twice changes nothing.
 *
 * Throws `RangeError` when a dimension is missing or unknown, or when its probabilities are none.
 */
export function roundVerdict(verdict: Verdict, system: ValueSystem): Verdict {
  const ids = dimensionIds(system);
  if (verdict.system !== system.id)
    throw new RangeError(`a verdict on ${system.id} was needed: ${verdict.system}`);
  const stranger = Object.keys(verdict.dimensions).find((id) => !ids.includes(id));
  if (stranger !== undefined)
    throw new RangeError(`${system.id} has no dimension of this name: ${stranger}`);
  const dimensions = ids.map((id): [string, DimensionVerdict] => {
    const read = Object.hasOwn(verdict.dimensions, id) ? verdict.dimensions[id] : undefined;
    if (!read) throw new RangeError(`the verdict lacks a dimension of ${system.id}: ${id}`);
    checkProbabilities(id, read);
    const { support } = read;
    const evidence = read.evidence.map(({ start, end, kind }) => ({ start, end, kind }));
    return [id, { ...probabilities(...millionths(read)), support, evidence }];
  });
  const { recognizer } = verdict;
  return { system: system.id, recognizer, dimensions: Object.fromEntries(dimensions) };
}

function checkProbabilities(id: string, read: DimensionVerdict): void {
  const three = [read.adhere, read.oppose, read.unrelated];
  const sum = read.adhere + read.oppose + read.unrelated;
  // Written so that NaN fails too.
  if (three.every((each) => each >= 0 && each <= 1) && Math.abs(sum - 1) <= SUM_TOLERANCE) return;
  throw new RangeError(
    `adhere, oppose and unrelated must be from 0 to 1 and sum to 1 at ${id}: ${three.join(", ")}`,
  );
}
