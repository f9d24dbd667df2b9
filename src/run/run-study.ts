import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { choiceName } from "../catalogue/choice.js";
import { InputError } from "../ports/input-error.js";
import type { Progress } from "../ports/progress.js";
import type { Journal } from "../ports/store.js";
import { hashName } from "../random/hash.js";
import type { RoundSummary, StudyResults } from "../records/results.js";
import { type AgreementTable, agreementTable } from "./agreement.js";
import { CapReached, callBudget } from "./call-budget.js";
import { inProcessExecutor } from "./executor.js";
import { canonicalJson } from "./journal/canonical-json.js";
import { openJournal } from "./journal/journal.js";
import { lockStudy } from "./journal/study-lock.js";
import { JournalLacks } from "./journal-lacks.js";
import type { Bench } from "./measure.js";
import { recoveryOf } from "./recovery.js";
import { membersFor, type Study } from "./study.js";
import { studyPlan } from "./study-plan.js";
import { type SystemRun, systemRun } from "./system-run.js";
import { unwritable } from "./write-file.js";
import { writeResults } from "./write-results.js";
import { writeRound } from "./write-round.js";
import { writeStudy } from "./write-study.js";

/** How a study is run. None of these changes a number that comes out. */
export interface RunOptions {
  /** Calls under way at once. */
  readonly concurrency: number;
  readonly progress: Progress;
  /** Ends the run; everything journaled is kept. */
  readonly signal: AbortSignal;
  /** Refuse a study that differs from the one the journal was begun for. */
  readonly mustBeUnchanged?: boolean;
  /** `false`: use the replies that the journal holds and ask for none; what is missing stays unmeasured. */
  readonly asking?: boolean;
  /** Judge every reply anew instead of taking verdicts from the journal. */
  readonly rejudging?: boolean;
  /** Write the study down as study.json, once it is sure that it can be run. */
  readonly saving?: boolean;
  /** Forget the journal and begin anew. */
  readonly forgetting?: boolean;
}

/** What a run came to. */
export interface RunReport {
  readonly results: StudyResults;
  /** Why it ended before its budget, or `null` when it is complete. */
  readonly stoppedAtCap: CapReached | null;
  /** Replies asked in this run, and replies the journal held before. */
  readonly asked: number;
  readonly reused: number;
  /** How many verdicts were made anew, and how many of them differ; `null` unless asked for. */
  readonly rejudged: { readonly compared: number; readonly changed: number } | null;
}

/**
 * Runs a study in its folder: every round of every system, from the journal where it can. Writes rounds/
 * and results/. The same study again gives the same bytes and asks nothing twice.
 *
 * @throws InputError, JournalError or StudyLockedError with one line that says what to do
 */
export async function runStudy(
  study: Study,
  folder: string,
  options: RunOptions,
): Promise<RunReport> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  const lock = lockStudy(folder);
  try {
    const path = join(folder, "journal.db");
    if (options.forgetting)
      for (const part of ["", "-wal", "-shm"]) rmSync(`${path}${part}`, { force: true });
    const journal = openJournal(path, { onDamage: "salvage" });
    try {
      if (options.saving) writeStudy(folder, study.config);
      return await runJournaled(study, folder, journal, options);
    } finally {
      journal.close();
    }
  } finally {
    lock.release();
  }
}

async function runJournaled(
  study: Study,
  folder: string,
  journal: Journal,
  options: RunOptions,
): Promise<RunReport> {
  refuseChanged(study, journal, options.mustBeUnchanged ?? false);
  const before = journal.counts().replies;
  const plan = studyPlan(study, before);
  options.progress.start(study.config.name, plan.calls.examinee);
  const bench: Bench = {
    journal,
    recognizer: study.recognizer,
    executor: inProcessExecutor(options.concurrency),
    budget: callBudget(study.config.caps.calls, before),
    asking: options.asking ?? true,
    rejudged: options.rejudging ? { compared: 0, changed: 0 } : null,
    progress: options.progress,
    signal: options.signal,
  };
  const runs: SystemRun[] = [];
  for (const system of study.systems) runs.push(await systemRun(study, system, bench));
  const agreement = runs.map(({ system }) => agreementTable(system, study.labels));
  const summaries: RoundSummary[] = [];
  let stopped: CapReached | JournalLacks | null = null;
  try {
    for (let round = 0; round <= study.config.budget.rounds; round++) {
      const finished = [];
      for (const [n, run] of runs.entries())
        finished.push(await run.round(round, round === 0 ? agreement[n].add : undefined));
      writeRound(folder, study, round, finished, runs);
      summaries.push(...finished.map(({ summary }) => summary));
    }
  } catch (error) {
    if (!(error instanceof CapReached || error instanceof JournalLacks)) throw error;
    stopped = error;
  } finally {
    options.progress.finish();
  }
  const results = resultsOf(study, journal, runs, summaries, agreement, stopped);
  writeResults(folder, results);
  const asked = journal.counts().replies - before;
  const stoppedAtCap = stopped instanceof CapReached ? stopped : null;
  return { results, stoppedAtCap, asked, reused: before, rejudged: bench.rejudged };
}

function refuseChanged(study: Study, journal: Journal, mustBeUnchanged: boolean): void {
  const name = `study/${hashName(canonicalJson(study.config))}`;
  if (mustBeUnchanged && journal.counts().decisions > 0 && journal.decision(name) === null)
    throw new InputError({
      where: "study.json",
      problem: "has changed since this study was last run",
      arrived: null,
      fix: "use `value-compass run` to run the changed study; replies that still fit are reused",
    });
  journal.putDecision(name, study.config.name);
}

function resultsOf(
  study: Study,
  journal: Journal,
  runs: readonly SystemRun[],
  rounds: readonly RoundSummary[],
  agreement: readonly AgreementTable[],
  stopped: Error | null,
): StudyResults {
  const { config } = study;
  const scores = runs.flatMap(({ sheet }) => sheet.scores());
  const damaged = journal.damaged();
  const counts = { judged: 0, declined: 0, unmeasured: 0 };
  for (const { sheet } of runs)
    for (const kind of ["judged", "declined", "unmeasured"] as const)
      counts[kind] += sheet.counts()[kind];
  return {
    kind: "value-compass results",
    format: 1,
    study: {
      name: config.name,
      seed: config.seed,
      ...config.objective,
      divergence: choiceName(config.objective.divergence),
      elicitation: choiceName(config.objective.elicitation),
      samples: config.budget.samples,
      caution: config.caution,
    },
    systems: study.systems.map((system) => system.id),
    examinees: study.members.map(({ examinee }) => examinee.card),
    recognizer: study.recognizer.id,
    scores,
    welfare: runs.flatMap(({ sheet }) => sheet.welfare()),
    rounds,
    cases: runs.flatMap(({ cases }) => cases.cases()),
    recovery: runs.flatMap(({ system, sheet }) => {
      const examinees = membersFor(study, system.id).map(({ examinee }) => examinee);
      return recoveryOf(system, examinees, sheet, scores) ?? [];
    }),
    agreement: agreement.flatMap((table) => table.rows()),
    counts,
    warnings: [
      ...study.warnings,
      ...(stopped ? [stopped.message] : []),
      ...(damaged > 0 ? [`${damaged} damaged journal rows were not used and asked anew`] : []),
      ...(journal.salvage ? ["the journal was damaged; its sound rows were rescued"] : []),
    ],
  };
}
