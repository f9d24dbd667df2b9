import { plantedLabels } from "../examinees/planted-labels.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import type { Observation } from "../generator/observation.js";
import type { NeutralLevels, Recognizer } from "../ports/judge.js";
import type { Verdict } from "../records/verdict.js";
import { liftFloor, readingOf, readingOfDeclined } from "../scoring/reading-of.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";

/** Who reads the replies of an experiment: a recognizer, or the planted labels themselves (perfect reading). */
export type LabReader =
  | { readonly kind: "recognizer"; readonly recognizer: Recognizer }
  | { readonly kind: "labels" };

/** What one experiment works with, all in memory: nothing is journaled and nothing is asked of the world. */
export interface Lab {
  readonly system: ValueSystem;
  readonly reader: LabReader;
}

/** An item's replies as read: readings as they count for scores, and floor-lifted ones for Eq. 1. */
export interface LabReading {
  readonly observation: Observation;
  /** By examinee, by sample, by dimension: P_F by the system's reading, no floor lifted. */
  readonly readings: readonly (readonly (readonly number[])[])[];
  /** By examinee: how many dimensions its replies show, on average. */
  readonly shown: readonly number[];
}

const NO_FLOOR = { adhere: 0, oppose: 0 };

/** Asks simulated examinees for replies to one item and reads them. */
export async function readInLab(
  lab: Lab,
  item: { readonly id: string; readonly text: string },
  panel: readonly SimulatedExaminee[],
  samples: readonly number[],
): Promise<LabReading> {
  const { system } = lab;
  const ids = dimensionIds(system);
  const levels = await floorsOf(lab);
  const lifted: number[][][] = [];
  const readings: number[][][] = [];
  const shown: number[] = [];
  const counts = { judged: 0, declined: 0, unmeasured: 0 };
  for (const examinee of panel) {
    const own: number[][] = [];
    const ownLifted: number[][] = [];
    let dimensionsShown = 0;
    for (const sample of samples) {
      const answer = await answerOf(lab, item.text, examinee, sample);
      counts[answer ? "judged" : "declined"]++;
      const none = ids.map(() => readingOfDeclined(system.reading));
      own.push(answer ? ids.map((id) => readingOf(answer[id], system.reading)) : none);
      ownLifted.push(
        answer
          ? ids.map((id) => liftFloor(answer[id], levels?.reply[id] ?? NO_FLOOR, system.reading))
          : none,
      );
      if (answer) for (const id of ids) if (answer[id].adhere > 0.5) dimensionsShown++;
    }
    readings.push(own);
    lifted.push(ownLifted);
    shown.push(dimensionsShown / samples.length);
  }
  const baseline = await baselineOf(lab, item.text, levels);
  return { observation: { item: item.id, posteriors: lifted, baseline, counts }, readings, shown };
}

type Reading = Readonly<Record<string, Pick<Verdict["dimensions"][string], "adhere" | "oppose">>>;

async function answerOf(
  { system, reader }: Lab,
  text: string,
  examinee: SimulatedExaminee,
  sample: number,
): Promise<Reading | null> {
  const request = { system: system.id, text, sample };
  if (reader.kind === "labels") {
    const { refused, labels } = plantedLabels(examinee, request);
    if (refused) return null;
    return Object.fromEntries(
      Object.entries(labels).map(([id, label]) => [
        id,
        { adhere: label === "adhere" ? 1 : 0, oppose: label === "oppose" ? 1 : 0 },
      ]),
    );
  }
  const asked = await examinee.ask(request);
  if (asked.kind === "failed") throw new Error(`${examinee.card.id} cannot answer: ${asked.why}`);
  const judged = await reader.recognizer.judge({ system, item: text, reply: asked.reply.text });
  return judged.kind === "judged" ? judged.verdict.dimensions : null;
}

async function floorsOf({ system, reader }: Lab): Promise<NeutralLevels | null> {
  return reader.kind === "labels" ? null : reader.recognizer.neutralLevels(system);
}

/** Perfect labels have no reading of a bare item; an item by itself shows nothing. */
async function baselineOf(
  { system, reader }: Lab,
  text: string,
  levels: NeutralLevels | null,
): Promise<number[]> {
  const ids = dimensionIds(system);
  if (reader.kind === "labels" || !levels) return ids.map(() => readingOfDeclined(system.reading));
  const verdict = await reader.recognizer.readItem(system, text);
  return ids.map((id) => liftFloor(verdict.dimensions[id], levels.item[id], system.reading));
}
