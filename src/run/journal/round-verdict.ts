import type { DimensionVerdict, Span, Support, Verdict } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";

/** Probabilities are kept as whole millionths. */
const MILLION = 1_000_000;

/**
 * How far from 1 a recognizer's three probabilities may sum (a judge that rounds to two digits).
 */
const SUM_TOLERANCE = 0.011;

/** The probabilities of one dimension in millionths: adhere and oppose; unrelated is the rest. */
export function millionths(verdict: DimensionVerdict): readonly [adhere: number, oppose: number] {
  // Adding 0 turns -0 into 0.
  const adhere = Math.round(verdict.adhere * MILLION) + 0;
  const oppose = Math.round(verdict.oppose * MILLION) + 0;
  return [adhere, Math.min(oppose, MILLION - adhere)];
}

/** Spells millionths out as three probabilities, which sum to 1. */
export function readingOf(
  adhere: number,
  oppose: number,
  support: Support,
  evidence: readonly Span[],
): DimensionVerdict {
  return {
    adhere: adhere / MILLION,
    oppose: oppose / MILLION,
    unrelated: (MILLION - adhere - oppose) / MILLION,
    support,
    evidence,
  };
}

/**
 * A verdict as the journal will give it back: every dimension of the system, in its order,
 * probabilities rounded to 1e-6 and summing to 1. Apply it to a fresh verdict before anything
 * uses it, so that a study computed now and one computed from the journal are the same to the
 * last digit. Rounding twice changes nothing.
 *
 * Throws `RangeError` when a dimension is missing or unknown, or when its probabilities are none.
 */
export function roundVerdict(verdict: Verdict, system: ValueSystem): Verdict {
  checkVerdict(verdict, system);
  const dimensions: Record<string, DimensionVerdict> = {};
  for (const { id } of system.dimensions) {
    const read = verdict.dimensions[id];
    const [adhere, oppose] = millionths(read);
    const evidence = read.evidence.map(({ start, end, kind }) => ({ start, end, kind }));
    dimensions[id] = readingOf(adhere, oppose, read.support, evidence);
  }
  return { system: system.id, recognizer: verdict.recognizer, dimensions };
}

/**
 * Throws `RangeError` unless a verdict holds probabilities for exactly the dimensions of a
 * system.
 */
export function checkVerdict(verdict: Verdict, system: ValueSystem): void {
  if (verdict.system !== system.id)
    throw new RangeError(`a verdict on ${system.id} was needed: ${verdict.system}`);
  for (const { id } of system.dimensions) {
    if (!Object.hasOwn(verdict.dimensions, id))
      throw new RangeError(`the verdict lacks a dimension of ${system.id}: ${id}`);
    checkProbabilities(id, verdict.dimensions[id]);
  }
  const given = Object.keys(verdict.dimensions);
  if (given.length === system.dimensions.length) return;
  const stranger = given.find((id) => !system.dimensions.some((dimension) => dimension.id === id));
  throw new RangeError(`${system.id} has no dimension of this name: ${stranger}`);
}

function checkProbabilities(id: string, { adhere, oppose, unrelated }: DimensionVerdict): void {
  // Written so that NaN fails too; none above 1 follows from the sum, up to the tolerance.
  const fits = adhere >= 0 && oppose >= 0 && unrelated >= 0 && adhere <= 1 && oppose <= 1;
  if (fits && Math.abs(adhere + oppose + unrelated - 1) <= SUM_TOLERANCE) return;
  throw new RangeError(
    "adhere, oppose and unrelated must be from 0 to 1 and sum to 1 at " +
      `${id}: ${adhere}, ${oppose}, ${unrelated}`,
  );
}
