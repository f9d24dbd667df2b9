import type { Candidate } from "../generator/candidate.js";
import type { EvolveState } from "../generator/evolve.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import { type GuestDraft, withWritten } from "../generator/with-written.js";
import { type WritingOrders, writingOrders } from "../generator/writing-orders.js";
import type { SeenReply, Written } from "../ports/write.js";
import { hashName } from "../random/hash.js";
import type { ValueSystem } from "../values/value-system.js";
import { groundsOf, lacksReplies } from "./decision.js";
import { canonicalJson } from "./journal/canonical-json.js";
import type { Bench, MeasuredItem } from "./measure.js";
import type { StudyWriting } from "./study.js";

/** What writers of words did for one generation. */
export interface WritingReport {
  readonly round: number;
  readonly generation: number;
  readonly wanted: number;
  readonly written: number;
  /** Those that passed the screen, were new, and took their place in the generation. */
  readonly taken: number;
  /** Answers of models, re-asks included. */
  readonly calls: number;
  /** Why there is no item, with how often. */
  readonly failed: Readonly<Record<string, number>>;
}

/** What was written for one generation, as the journal keeps it. */
interface Decided {
  readonly guests: readonly GuestDraft[];
  readonly wanted: number;
  readonly calls: number;
  readonly failed: Readonly<Record<string, number>>;
}

/** The replies to items tried so far: what a writer that rewrites one is shown. */
export interface SeenReplies {
  add(measured: MeasuredItem, system: ValueSystem): void;
  of(item: string): readonly SeenReply[];
}

/** Keeps one reply of each examinee to each item. */
export function seenReplies(): SeenReplies {
  const byItem = new Map<string, SeenReply[]>();
  return {
    add(measured, system) {
      const names = new Map(system.dimensions.map(({ id, name }) => [id, name]));
      const own = new Map<string, SeenReply>();
      for (const { examinee, reply, outcome } of measured.cells) {
        if (!reply || outcome.kind !== "judged" || own.has(examinee)) continue;
        const shows = Object.entries(outcome.verdict.dimensions).flatMap(([id, { adhere }]) =>
          adhere > 0.5 ? [names.get(id) ?? id] : [],
        );
        own.set(examinee, { examinee, text: reply.text, shows });
      }
      byItem.set(measured.id, [...own.values()]);
    },
    of: (item) => byItem.get(item) ?? [],
  };
}

/** What a generation is written with. */
export interface WritingContext {
  readonly bench: Bench;
  readonly settings: EvolveSettings;
  readonly writing: StudyWriting;
  readonly seen: SeenReplies;
}

/**
 * Lets writers of words fill their part of the generation that waits. What they wrote is decided once and kept in the
 * journal under everything that led to it: a study that is run again asks them nothing. Whatever fails leaves the
 * grammar's drafts in place.
 *
 * @throws CapReached when a cap leaves no room for them
 */
export async function writtenGeneration(
  { bench, settings, writing, seen }: WritingContext,
  state: EvolveState,
): Promise<{ readonly state: EvolveState; readonly report: WritingReport | null }> {
  if (state.stage !== "search") return { state, report: null };
  const name = decisionName(bench, settings, state);
  const kept = bench.journal.decision(name);
  const decided: Decided | null = kept
    ? (JSON.parse(kept) as Decided)
    : bench.asking
      ? await askWriters(bench, settings, writing, seen, state)
      : null;
  if (!decided) return { state, report: null };
  if (!kept && !lacksReplies(state)) bench.journal.putDecision(name, JSON.stringify(decided));
  const after = withWritten(settings, state, decided.guests);
  const taken = after.pending.filter(({ writer }) => writer !== undefined).length;
  const { wanted, calls, failed, guests } = decided;
  const { round, generation } = state;
  const report = { round, generation, wanted, written: guests.length, taken, calls, failed };
  bench.progress.note(noteOf(report));
  return { state: after, report };
}

function decisionName(bench: Bench, settings: EvolveSettings, state: EvolveState): string {
  const grounds = canonicalJson({
    evolution: groundsOf(bench, settings, state),
    archive: hashName(state.archive.map(({ id }) => id).join(" ")),
  });
  return `${hashName(grounds)}/${settings.system.id}/round ${state.round}/generation ${state.generation}/written`;
}

type Order =
  | { readonly fresh: WritingOrders["fresh"][number] }
  | { readonly revision: WritingOrders["revisions"][number] };

async function askWriters(
  bench: Bench,
  settings: EvolveSettings,
  { writer, share, policy }: StudyWriting,
  seen: SeenReplies,
  state: EvolveState,
): Promise<Decided> {
  const { system } = settings;
  const topics = settings.writer.slots(system).topic ?? [];
  const orders = writingOrders(settings, state, { share, topics, policy });
  const tasks: Order[] = [
    ...orders.revisions.map((revision) => ({ revision })),
    ...orders.fresh.map((fresh) => ({ fresh })),
  ];
  const results = await bench.executor.run(
    tasks,
    (task, signal): Promise<Written> =>
      "fresh" in task
        ? writer.write({ system, ...task.fresh, signal })
        : writer.revise({ system, ...revisionOf(task.revision, seen), signal }),
    bench.signal,
  );
  const cap = bench.spending.reached();
  if (cap) throw cap;
  const failed: Record<string, number> = {};
  let calls = 0;
  const guests = results.flatMap((result, n): GuestDraft[] => {
    calls += result.calls;
    if (result.kind === "failed") {
      failed[result.why] = (failed[result.why] ?? 0) + 1;
      return [];
    }
    const task = tasks[n];
    const parent = "revision" in task ? task.revision.parent.id : null;
    return [{ draft: result.draft, by: result.by, parent }];
  });
  return { guests, wanted: tasks.length, calls, failed };
}

function revisionOf(
  { parent, number }: { readonly parent: Candidate; readonly number: number },
  seen: SeenReplies,
) {
  return {
    draft: parent.draft,
    informativeness: parent.search?.informativeness.value ?? 0,
    elicitation: parent.search?.elicitation.value ?? 0,
    replies: seen.of(parent.id),
    number,
  };
}

function noteOf({ round, generation, wanted, taken, calls, failed }: WritingReport): string {
  const why = Object.entries(failed).map(([reason, times]) => `${times} ${reason}`);
  const each = taken === 0 ? "" : ` (${(calls / taken).toFixed(1)} for each item taken)`;
  return (
    `round ${round}, generation ${generation + 1}: writers gave ${taken} of ${wanted} items wanted in ` +
    `${calls} calls${each}${why.length === 0 ? "" : `; without an item: ${why.join(", ")}`}`
  );
}
