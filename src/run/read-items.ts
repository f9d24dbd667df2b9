import { NoReading } from "../ports/no-reading.js";
import type { Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";
import { systemHash, verdictKey } from "./journal/content-key.js";
import { roundVerdict } from "./journal/round-verdict.js";
import type { Bench } from "./measure.js";

/**
 * The recognizer's reading of bare items, in their order: the baseline r. Read once and kept in the journal like any
 * other verdict. `null` where the recognizer could not read one: it is tried again in the next run.
 */
export async function readItems(
  bench: Bench,
  system: ValueSystem,
  texts: readonly string[],
): Promise<(Verdict | null)[]> {
  const { journal, recognizer, signal } = bench;
  const hash = systemHash(system);
  const keys = texts.map((text) => verdictKey(recognizer, hash, text, null));
  const known = journal.verdicts(keys, system);
  const verdicts: (Verdict | null)[] = [];
  for (const [n, text] of texts.entries()) {
    const kept = known.get(keys[n]);
    const fresh = kept ? null : await readItem(bench, system, text, signal);
    if (fresh)
      journal.putVerdicts([{ key: keys[n], answer: { kind: "judged", verdict: fresh } }], system);
    verdicts.push(kept?.verdict ?? fresh);
  }
  return verdicts;
}

async function readItem(
  { recognizer, judging }: Bench,
  system: ValueSystem,
  text: string,
  signal: AbortSignal,
): Promise<Verdict | null> {
  if (!judging) return null;
  try {
    return roundVerdict(await recognizer.readItem(system, text, signal), system);
  } catch (error) {
    if (error instanceof NoReading) return null;
    throw error;
  }
}
