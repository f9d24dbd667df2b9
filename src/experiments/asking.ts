import { plantedLabels } from "../examinees/planted-labels.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import type { Examinee } from "../ports/ask.js";
import type { Outcome } from "../records/outcome.js";
import type { Reply } from "../records/reply.js";
import type { Verdict } from "../records/verdict.js";
import { type Bench, type MeasureAsk, type MeasuredItem, measure } from "../run/measure.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { LabReader } from "./lab.js";

/** How an experiment gets replies: in memory, or through a study's journal, endpoints, recognizer and caps. */
export interface Asking {
  /** Who reads the replies, for captions. */
  readonly reader: string;
  /** Replies with their verdicts, item by item in the order asked. */
  judged(system: ValueSystem, asks: readonly MeasureAsk[]): Promise<MeasuredItem[]>;
  /** Replies alone: nobody judges them, and their cells are unmeasured. */
  replies(system: ValueSystem, asks: readonly MeasureAsk[]): Promise<MeasuredItem[]>;
}

/** Whether an examinee's truth is known, because it was planted. */
export function isSimulated(examinee: Examinee): examinee is SimulatedExaminee {
  return "setting" in examinee;
}

/** Asks through a study's bench: what its journal holds is not asked again. */
export function askOnBench(bench: Bench): Asking {
  const all = async (own: Bench, system: ValueSystem, asks: readonly MeasureAsk[]) => {
    const items: MeasuredItem[] = [];
    for await (const item of measure(own, system, asks)) items.push(item);
    return items;
  };
  return {
    reader: bench.recognizer.id,
    judged: (system, asks) => all(bench, system, asks),
    replies: (system, asks) => all({ ...bench, judging: false }, system, asks),
  };
}

/**
 * Asks in memory: nothing is kept. For simulated examinees and small trials; a
 * study asks through its journal. Reading by planted labels works for simulated examinees alone.
 *
 * @param reader  a recognizer, or the planted labels
 * @example
 * askInMemory({ kind: "labels" }).reader; // => "planted labels"
 */
export function askInMemory(reader: LabReader): Asking {
  const all = async (system: ValueSystem, asks: readonly MeasureAsk[], read: boolean) => {
    const items: MeasuredItem[] = [];
    for (const { id, text, to } of asks) {
      const cells = [];
      for (const { examinee, samples } of to)
        for (const sample of samples) {
          const asked = await examinee.ask({ system: system.id, text, sample });
          const reply = asked.kind === "answered" ? asked.reply : null;
          const outcome: Outcome =
            asked.kind === "failed"
              ? { kind: "unmeasured", why: asked.why, attempts: asked.attempts }
              : read
                ? await outcomeOf(reader, { system, text, examinee, sample, reply: asked.reply })
                : { kind: "unmeasured", why: "notRecorded", attempts: 0 };
          cells.push({ examinee: examinee.card.id, sample, reply, outcome });
        }
      items.push({ id, text, cells });
    }
    return items;
  };
  return {
    reader: reader.kind === "labels" ? "planted labels" : reader.recognizer.id,
    judged: (system, asks) => all(system, asks, true),
    replies: (system, asks) => all(system, asks, false),
  };
}

interface OneReply {
  readonly system: ValueSystem;
  readonly text: string;
  readonly examinee: Examinee;
  readonly sample: number;
  readonly reply: Reply;
}

async function outcomeOf(reader: LabReader, one: OneReply): Promise<Outcome> {
  const { system, text, examinee, sample, reply } = one;
  if (reader.kind === "recognizer") {
    const answer = await reader.recognizer.judge({ system, item: text, reply: reply.text });
    return answer.kind === "unmeasured" ? { ...answer, attempts: 1 } : answer;
  }
  if (!isSimulated(examinee))
    throw new RangeError(`${examinee.card.id} has no planted labels: read it with a recognizer`);
  const { refused, labels } = plantedLabels(examinee, { system: system.id, text, sample });
  const verdict: Verdict = {
    system: system.id,
    recognizer: "planted labels",
    dimensions: Object.fromEntries(
      dimensionIds(system).map((id) => [
        id,
        {
          adhere: labels[id] === "adhere" ? 1 : 0,
          oppose: labels[id] === "oppose" ? 1 : 0,
          unrelated: labels[id] === "unrelated" ? 1 : 0,
          support: "measured",
          evidence: [],
        },
      ]),
    ),
  };
  return refused ? { kind: "declined", how: "refusal", verdict } : { kind: "judged", verdict };
}
