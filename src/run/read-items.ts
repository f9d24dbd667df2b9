import type { Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";
import { systemHash, verdictKey } from "./journal/content-key.js";
import { roundVerdict } from "./journal/round-verdict.js";
import type { Bench } from "./measure.js";

/**
 * The recognizer's reading of bare items, in their order: the baseline r. Read once and kept in the journal like any
 * other verdict.
 */
export async function readItems(
  bench: Bench,
  system: ValueSystem,
  texts: readonly string[],
): Promise<Verdict[]> {
  const { journal, recognizer } = bench;
  const hash = systemHash(system);
  const keys = texts.map((text) => verdictKey(recognizer, hash, text, null));
  const known = journal.verdicts(keys, system);
  const verdicts: Verdict[] = [];
  for (const [n, text] of texts.entries()) {
    const kept = known.get(keys[n]);
    const verdict = kept?.verdict ?? roundVerdict(await recognizer.readItem(system, text), system);
    if (!kept) journal.putVerdicts([{ key: keys[n], answer: { kind: "judged", verdict } }], system);
    verdicts.push(verdict);
  }
  return verdicts;
}
