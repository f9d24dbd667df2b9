import type { JudgeRequest, Recognizer } from "../ports/judge.js";
import type { Journal, KeptAnswer } from "../ports/store.js";
import { isPanel, panelRecognizer } from "../recognizer/panel.js";
import { readingOrNull } from "../recognizer/prompting/asked-levels.js";
import type { Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";
import { systemHash, verdictKey } from "./journal/content-key.js";
import { roundVerdict } from "./journal/round-verdict.js";

/**
 * A recognizer whose verdicts stand in the journal, under the keys that a study's cells have: what was judged is not asked
 * again. Each member of a panel keeps its own, so that agreement can be told and nothing is paid for twice. Its verdicts
 * are rounded as the journal rounds them.
 *
 * @param rejudging  judge replies anew, and put the new verdict in the place of the old
 */
export function journaledRecognizer(
  recognizer: Recognizer,
  journal: Journal,
  rejudging = false,
): Recognizer {
  const inner = withJournaledMembers(recognizer, journal, rejudging);
  const kept = (key: string, system: ValueSystem): KeptAnswer | undefined =>
    journal.verdicts([key], system).get(key);
  const keep = (key: string, answer: KeptAnswer, system: ValueSystem): KeptAnswer => {
    const rounded = { ...answer, verdict: roundVerdict(answer.verdict, system) };
    if (rejudging) journal.reviseVerdicts([{ key, answer: rounded }], system);
    else journal.putVerdicts([{ key, answer: rounded }], system);
    return rounded;
  };
  const readItem = async (
    system: ValueSystem,
    text: string,
    signal?: AbortSignal,
  ): Promise<Verdict> => {
    const key = verdictKey(inner, systemHash(system), text, null);
    const known = kept(key, system);
    if (known) return known.verdict;
    const verdict = await inner.readItem(system, text, signal);
    return keep(key, { kind: "judged", verdict }, system).verdict;
  };
  return {
    ...inner,
    judge: async (request: JudgeRequest) => {
      const { system, item, reply } = request;
      const key = verdictKey(inner, systemHash(system), item, reply);
      const known = rejudging ? undefined : kept(key, system);
      if (known) return known;
      const answer = await inner.judge(request);
      return answer.kind === "unmeasured" ? answer : keep(key, answer, system);
    },
    readItem,
    neutralLevels: (system) => inner.neutralLevels(system, readingOrNull(readItem)),
  };
}

/** A panel whose members look their verdicts up in the journal first; any other recognizer as it is. */
export function withJournaledMembers(
  recognizer: Recognizer,
  journal: Journal,
  rejudging = false,
): Recognizer {
  if (!isPanel(recognizer)) return recognizer;
  const { members, pooling } = recognizer;
  return panelRecognizer(
    members.map((member) => journaledRecognizer(member, journal, rejudging)),
    { pooling },
  );
}
