import { createHash } from "node:crypto";
import type { AskAnswer, Examinee } from "../ports/ask.js";
import { bandSamples } from "../records/band.js";
import type { DimensionId, SystemId } from "../values/value-system.js";
import type { Label, RecordedRow } from "./recorded-row.js";

/** A question that recorded replies answer. */
export interface RecordedItem {
  readonly text: string;
  /** `null` means any system. */
  readonly system: SystemId | null;
  /**
   * What the file says it targets, else the dimensions that were labelled; `null` where neither
   * is known.
   */
  readonly targets: readonly DimensionId[] | null;
  readonly topic: string;
}

/** The labels of one recorded reply, to hold verdicts against. */
export interface RecordedLabels {
  readonly examinee: string;
  readonly system: SystemId | null;
  readonly item: string;
  /** The reply's number among those to this item, from 0: fresh sample 2000 + this. */
  readonly sample: number;
  readonly labels: Readonly<Record<DimensionId, Label>>;
}

export interface RecordedPanel {
  /** In the order in which their names first appear. */
  readonly examinees: readonly Examinee[];
  readonly items: readonly RecordedItem[];
  readonly labels: readonly RecordedLabels[];
}

/**
 * Examinees that answer with replies recorded elsewhere, word for word. To a question they give
 * the reply recorded under the wanted sample number, counted from 0 in `sample` order, else in
 * file order; fresh samples (from 2000) count from 0 as well. What was not recorded is
 * `notRecorded`, never made up.
 *
 * They can be scored, but not searched with: nothing answers an item that is written later.
 */
export function recordedExaminees(rows: readonly RecordedRow[]): RecordedPanel {
  const byExaminee = group(rows, (row) => row.examinee);
  const replies = [...byExaminee].map(([name, own]) => [name, group(own, question)] as const);
  for (const [, questions] of replies)
    for (const [, same] of questions) same.sort((a, b) => (a.sample ?? 0) - (b.sample ?? 0));
  return {
    examinees: replies.map(([name, questions]) => recordedExaminee(name, questions)),
    items: [...group(rows, question).values()].map(itemOf),
    labels: replies.flatMap(([, questions]) => [...questions.values()].flatMap(labelsOf)),
  };
}

type Questions = ReadonlyMap<string, readonly RecordedRow[]>;

function recordedExaminee(name: string, questions: Questions): Examinee {
  const systems = new Set([...questions.values()].map(([row]) => row.system));
  const simulated = name.startsWith("sim:");
  return {
    card: {
      id: name,
      name,
      origin: "recorded",
      label: simulated ? "recorded replies of a simulated examinee" : "recorded replies",
      family: null,
      developer: null,
      access: null,
      released: null,
      systems: systems.has(null) ? null : [...systems].filter((id) => id !== null),
      planted: null,
    },
    identity: { kind: "recorded", name, replies: fingerprint(questions) },
    ask: async ({ system, text, sample }) => {
      const own = questions.get(question({ system, item: text }));
      const any = questions.get(question({ system: null, item: text }));
      return answer((own ?? any)?.[place(sample)], name);
    },
  };
}

function answer(row: RecordedRow | undefined, served: string): AskAnswer {
  if (!row) return { kind: "failed", why: "notRecorded", attempts: 0 };
  return { kind: "answered", reply: { text: row.reply, finish: row.finish, served } };
}

/** Which of the recorded replies a sample number means. */
function place(sample: number): number {
  const [firstFresh] = bandSamples("fresh", 1);
  return sample >= firstFresh ? sample - firstFresh : sample;
}

/** The same words on the same system are the same question. */
function question({ system, item }: Pick<RecordedRow, "system" | "item">): string {
  return JSON.stringify([system, item]);
}

/** A hash of all questions and replies, so that other recordings get other content keys. */
function fingerprint(questions: Questions): string {
  const hash = createHash("sha256");
  for (const key of [...questions.keys()].sort()) {
    const replies = questions.get(key)?.map(({ reply, finish }) => [reply, finish]);
    hash.update(JSON.stringify([key, replies]));
  }
  return hash.digest("hex");
}

function itemOf(rows: readonly RecordedRow[]): RecordedItem {
  const [{ item, system }] = rows;
  const said = union(rows.map((row) => row.targets ?? []));
  const labelled = union(rows.map((row) => Object.keys(row.labels ?? {})));
  const targets = said.length > 0 ? said : labelled;
  const topic = rows.find((row) => row.topic !== null)?.topic ?? "recorded";
  return { text: item, system, targets: targets.length > 0 ? targets : null, topic };
}

function labelsOf(rows: readonly RecordedRow[]): RecordedLabels[] {
  return rows.flatMap(({ examinee, system, item, labels }, sample) =>
    labels ? [{ examinee, system, item, sample, labels }] : [],
  );
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

function group<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const members = groups.get(key);
    if (members) members.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
