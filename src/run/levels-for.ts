import { InputError } from "../ports/input-error.js";
import type { NeutralLevels } from "../ports/judge.js";
import { NoReading } from "../ports/no-reading.js";
import type { ValueSystem } from "../values/value-system.js";
import type { Bench } from "./measure.js";

/**
 * The recognizer's neutral levels on a system. They come before anything else is asked: a recognizer that cannot read plain
 * sentences ends a run before its replies are paid for.
 *
 * @throws CapReached where a cap leaves no room for them
 * @throws InputError where the recognizer gives no verdicts
 */
export async function levelsFor(bench: Bench, system: ValueSystem): Promise<NeutralLevels> {
  if (!bench.judging && bench.keeping.conversations) return flat(system);
  try {
    return await bench.keeping.neutralLevels(system);
  } catch (error) {
    if (!(error instanceof NoReading)) throw error;
    const cap = bench.spending.reached();
    if (cap) throw cap;
    const [problem] = bench.problems.keys();
    throw new InputError(
      {
        where: `recognizer ${bench.recognizer.id}`,
        problem: "gave no verdict on most of the plain sentences that come first",
        arrived: problem ?? null,
        fix: "mend its entry under roles.recognizer, or run again later; everything is kept",
      },
      { cause: error },
    );
  }
}

/** Levels of a run that judges nothing: they are never used. */
function flat(system: ValueSystem): NeutralLevels {
  const none = Object.fromEntries(
    system.dimensions.map(({ id }) => [id, { adhere: 0, oppose: 0 }]),
  );
  return { reply: none, item: none };
}
