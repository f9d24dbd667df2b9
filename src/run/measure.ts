import type { Examinee } from "../ports/ask.js";
import type { Recognizer } from "../ports/judge.js";
import type { Progress } from "../ports/progress.js";
import type { Journal, KeptAnswer, ReplyRow, VerdictRow } from "../ports/store.js";
import type { Declining, Outcome } from "../records/outcome.js";
import type { Finish, Reply } from "../records/reply.js";
import type { ValueSystem } from "../values/value-system.js";
import { eventLoopTurn } from "./event-loop-turn.js";
import type { Executor } from "./executor.js";
import { askKey, systemHash, verdictKey } from "./journal/content-key.js";
import { roundVerdict } from "./journal/round-verdict.js";
import { type WriteBehind, writeBehind } from "./journal/write-behind.js";
import type { ServedModels } from "./served-models.js";
import type { Spending } from "./spending.js";

/** One cell with what became of it. */
export interface MeasuredCell {
  readonly examinee: string;
  readonly sample: number;
  readonly reply: Reply | null;
  readonly outcome: Outcome;
}

/** All cells of one item, examinee by examinee in the order asked, samples ascending. */
export interface MeasuredItem {
  readonly id: string;
  readonly text: string;
  readonly cells: readonly MeasuredCell[];
}

/** An item to put to some examinees, to each as often as its samples say. */
export interface MeasureAsk {
  readonly id: string;
  readonly text: string;
  readonly to: readonly { readonly examinee: Examinee; readonly samples: readonly number[] }[];
}

/** What measuring needs: where rows are kept, who judges, how calls are run, and how many are allowed. */
export interface Bench {
  readonly journal: Journal;
  readonly recognizer: Recognizer;
  /** The same, looking every verdict up in the journal first: for neutral texts and canaries. */
  readonly keeping: Recognizer;
  readonly executor: Executor;
  readonly spending: Spending;
  readonly served: ServedModels;
  /** What examinees said about cells they could not answer, with how often. */
  readonly problems: Map<string, number>;
  /** Told of every cell that the journal lacks when nobody may be asked. */
  readonly missing?: (cell: MissingCell) => void;
  /** Whether examinees may be asked; if not, what the journal lacks stays unmeasured. */
  readonly asking: boolean;
  /** Whether replies may be judged; if not, verdicts that the journal lacks stay unmeasured. */
  readonly judging: boolean;
  /** Judges everything anew and counts verdicts that differ from the journal's; `null` to reuse them. */
  readonly rejudged: { compared: number; changed: number } | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Keep every single reading, for reliability. */
  readonly keepSamples?: boolean;
}

/** A cell that would have to be asked. */
export interface MissingCell {
  readonly examinee: Examinee;
  readonly system: string;
  readonly text: string;
  readonly sample: number;
  readonly key: string;
}

/** Cells held in memory at once. A study of any size is streamed through in pieces of this size. */
const CELLS_AT_ONCE = 2048;

interface OpenCell {
  readonly item: MeasureAsk;
  readonly examinee: Examinee;
  readonly sample: number;
  readonly replyKey: string;
  reply: Reply | null;
  outcome: Outcome | null;
  verdictKey: string;
}

/**
 * Asks examinees and judges their replies, item by item, in the order given. Whatever the journal already
 * holds is not asked again; whatever is new is durable in the journal before it is used.
 */
export async function* measure(
  bench: Bench,
  system: ValueSystem,
  asks: readonly MeasureAsk[],
): AsyncGenerator<MeasuredItem> {
  for (const piece of pieces(asks)) {
    // A piece that the journal answers whole would not let go of the event loop.
    await eventLoopTurn();
    const cells = piece.flatMap((item) => openCells(item, system));
    await askAll(bench, system, cells);
    await judgeAll(bench, system, cells);
    bench.progress.advance(cells.length);
    let next = 0;
    for (const item of piece) {
      const own = cells.slice(next, next + cellCount(item));
      next += own.length;
      yield { id: item.id, text: item.text, cells: own.map(closed) };
    }
    // Whoever asks has seen what there is; nothing more may be asked.
    const cap = bench.spending.reached();
    if (cap) throw cap;
  }
}

function cellCount(ask: MeasureAsk): number {
  return ask.to.reduce((sum, { samples }) => sum + samples.length, 0);
}

function* pieces(asks: readonly MeasureAsk[]): Generator<readonly MeasureAsk[]> {
  let piece: MeasureAsk[] = [];
  let cells = 0;
  for (const ask of asks) {
    const own = cellCount(ask);
    if (piece.length > 0 && cells + own > CELLS_AT_ONCE) {
      yield piece;
      piece = [];
      cells = 0;
    }
    piece.push(ask);
    cells += own;
  }
  if (piece.length > 0) yield piece;
}

function openCells(item: MeasureAsk, system: ValueSystem): OpenCell[] {
  return item.to.flatMap(({ examinee, samples }) =>
    samples.map((sample) => ({
      item,
      examinee,
      sample,
      replyKey: askKey(examinee.identity, system.id, item.text, sample),
      reply: null,
      outcome: null,
      verdictKey: "",
    })),
  );
}

/** Fills in every reply: from the journal, or by asking and writing down. */
async function askAll(
  bench: Bench,
  system: ValueSystem,
  cells: readonly OpenCell[],
): Promise<void> {
  const known = bench.journal.replies(cells.map((cell) => cell.replyKey));
  const missing: OpenCell[] = [];
  for (const cell of cells) {
    const reply = known.get(cell.replyKey);
    if (reply) receive(bench, cell, reply);
    else missing.push(cell);
  }
  if (!bench.asking) {
    for (const cell of missing) {
      cell.outcome = { kind: "unmeasured", why: "notRecorded", attempts: 0 };
      const { examinee, item, sample, replyKey } = cell;
      bench.missing?.({ examinee, system: system.id, text: item.text, sample, key: replyKey });
    }
    return;
  }
  const rows = writeBehind<ReplyRow>((batch) => bench.journal.putReplies(batch));
  await durably(rows, async (keep) => {
    await bench.executor.run(
      allowed(bench, missing),
      (cell, signal) => askOne(bench, system, cell, signal, keep),
      bench.signal,
      ({ examinee }) => examinee.lane,
    );
  });
}

/** Asks of embedded examinees count here; endpoints count their requests themselves. */
function allowed({ spending }: Bench, missing: readonly OpenCell[]): readonly OpenCell[] {
  const embedded = missing.filter(({ examinee }) => !examinee.lane);
  const most = spending.take(embedded.length);
  for (const cell of embedded.slice(most))
    cell.outcome = { kind: "unmeasured", why: "capReached", attempts: 0 };
  return missing.filter(({ outcome }) => outcome === null);
}

async function askOne(
  bench: Bench,
  system: ValueSystem,
  cell: OpenCell,
  signal: AbortSignal,
  keep: (row: ReplyRow) => void,
): Promise<void> {
  const { examinee, item, sample, replyKey: key } = cell;
  const { id } = examinee.card;
  const watch = examinee.lane && bench.spending.watch("examinee", id, key);
  const asked = { system: system.id, text: item.text, sample, signal, key, watch };
  const answer = await examinee.ask(asked);
  if (answer.kind === "answered") {
    receive(bench, cell, answer.reply);
    keep({ key, reply: answer.reply });
    return;
  }
  cell.outcome = { kind: "unmeasured", why: answer.why, attempts: answer.attempts };
  if (answer.problem !== undefined) tellProblem(bench, answer.problem);
}

/** A cell is unmeasured, and somebody said why: told once, counted always. */
function tellProblem({ problems, progress }: Bench, problem: string): void {
  const before = problems.get(problem) ?? 0;
  if (before === 0) progress.note(problem);
  problems.set(problem, before + 1);
}

/** A reply has come. One that was cut short is kept, and its cell stays unmeasured. */
function receive({ served, progress }: Bench, cell: OpenCell, reply: Reply): void {
  cell.reply = reply;
  const change = served.heard(cell.examinee.card.id, reply.served);
  if (change) progress.note(change);
  if (reply.finish === "truncated")
    cell.outcome = { kind: "unmeasured", why: "truncated", attempts: 1 };
}

/** Fills in every outcome: from the journal, or by judging and writing down. */
async function judgeAll(
  bench: Bench,
  system: ValueSystem,
  cells: readonly OpenCell[],
): Promise<void> {
  const { recognizer } = bench;
  const hash = systemHash(system);
  const answered = cells.filter((cell) => cell.reply !== null && cell.outcome === null);
  for (const cell of answered)
    cell.verdictKey = verdictKey(recognizer, hash, cell.item.text, cell.reply?.text ?? "");
  const known = bench.journal.verdicts(
    answered.map((cell) => cell.verdictKey),
    system,
  );
  const missing: OpenCell[] = [];
  for (const cell of answered) {
    const answer = known.get(cell.verdictKey);
    if (answer && !bench.rejudged) cell.outcome = answer;
    else if (bench.judging) missing.push(cell);
    else cell.outcome = { kind: "unmeasured", why: "notRecorded", attempts: 0 };
  }
  const rows = writeBehind<VerdictRow>((batch) =>
    bench.rejudged
      ? bench.journal.reviseVerdicts(batch, system)
      : bench.journal.putVerdicts(batch, system),
  );
  await durably(rows, async (keep) => {
    await bench.executor.run(
      missing,
      async (cell, signal) => {
        const reply = cell.reply?.text ?? "";
        const answer = await recognizer.judge({ system, item: cell.item.text, reply, signal });
        if (answer.kind === "unmeasured") {
          cell.outcome = { kind: "unmeasured", why: answer.why, attempts: answer.attempts };
          if (answer.problem !== undefined) tellProblem(bench, answer.problem);
          return;
        }
        // Rounded as the journal rounds, so that a fresh verdict equals a replayed one.
        const kept: KeptAnswer = { ...answer, verdict: roundVerdict(answer.verdict, system) };
        cell.outcome = kept;
        const earlier = known.get(cell.verdictKey);
        if (bench.rejudged && earlier) {
          bench.rejudged.compared++;
          if (JSON.stringify(earlier) !== JSON.stringify(kept)) bench.rejudged.changed++;
        }
        keep({ key: cell.verdictKey, answer: kept });
      },
      bench.signal,
      () => recognizer.lane,
    );
  });
}

/**
 * Does work whose rows are written behind it, and ends only when every row is durable. Whatever stops the work,
 * the rows that came before are written.
 */
async function durably<Row>(
  rows: WriteBehind<Row>,
  work: (keep: (row: Row) => void) => Promise<void>,
): Promise<void> {
  const written = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;
  try {
    await work((row) => {
      // What can no longer be kept is not worth asking for.
      if (failure) throw failure.error;
      const batch = rows.add(row);
      batch.catch((error: unknown) => {
        failure = { error };
      });
      written.add(batch);
    });
  } finally {
    rows.flush();
  }
  await Promise.all(written);
}

function closed({ examinee, sample, reply, outcome }: OpenCell): MeasuredCell {
  return {
    examinee: examinee.card.id,
    sample,
    reply,
    outcome: outcomeOf(reply, outcome),
  };
}

const DECLINED: ReadonlyMap<Finish, Declining> = new Map<Finish, Declining>([
  ["filtered", "filtered"],
  ["refused", "refusal"],
]);

/** What an endpoint filtered, or marked as a refusal, was declined, whatever is left of its words. */
function outcomeOf(reply: Reply | null, outcome: Outcome | null): Outcome {
  if (!outcome) return { kind: "unmeasured", why: "askFailed", attempts: 0 };
  const how = reply && DECLINED.get(reply.finish);
  if (!how || outcome.kind === "unmeasured") return outcome;
  return { kind: "declined", how, verdict: outcome.verdict };
}
