import { setMaxListeners } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { choiceName } from "../catalogue/choice.js";
import { isRemote } from "../examinees/remote.js";
import { InputError } from "../ports/input-error.js";
import type { Progress } from "../ports/progress.js";
import type { AttemptRow, Journal } from "../ports/store.js";
import { hashName } from "../random/hash.js";
import { isPanel } from "../recognizer/panel.js";
import type { Item } from "../records/item.js";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { RoundSummary, StudyResults } from "../records/results.js";
import type { StudyDetail } from "../records/study-detail.js";
import type { CalibrationResults, CanaryRow } from "../records/trust.js";
import { type AgreementTable, agreementTable } from "./agreement.js";
import { calibrationOf } from "./calibration.js";
import { CapReached } from "./cap-reached.js";
import { configChanges } from "./config-changes.js";
import { inProcessExecutor } from "./executor.js";
import { canonicalJson } from "./journal/canonical-json.js";
import { openJournal } from "./journal/journal.js";
import { lockStudy } from "./journal/study-lock.js";
import { syncBehind } from "./journal/sync-behind.js";
import { writeBehind } from "./journal/write-behind.js";
import { JournalLacks } from "./journal-lacks.js";
import { journalWarnings, UNFINISHED } from "./journal-warnings.js";
import { journaledRecognizer, withJournaledMembers } from "./journaled-recognizer.js";
import type { Bench, MissingCell } from "./measure.js";
import { recoveryOf } from "./recovery.js";
import { studyReliability } from "./reliability-of.js";
import {
  canaryWarnings,
  inseparableWarnings,
  missingWarnings,
  sungIn,
  suspectRows,
  suspectWarnings,
  widened,
} from "./run-trust.js";
import { servedModels } from "./served-models.js";
import { type Spending, type Spent, spending } from "./spending.js";
import { membersFor, type Study } from "./study.js";
import { studyDetail } from "./study-detail.js";
import { studyPlan } from "./study-plan.js";
import { type SystemRun, systemRun } from "./system-run.js";
import { unwritable } from "./write-file.js";
import { writeDetail, writeReadings, writeResults } from "./write-results.js";
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
  /** `false`: ask no judge either; verdicts that the journal lacks stay unmeasured. */
  readonly judging?: boolean;
  /** Judge every reply anew instead of taking verdicts from the journal. */
  readonly rejudging?: boolean;
  /** Write the study down as study.json, once it is sure that it can be run. */
  readonly saving?: boolean;
  /** Forget the journal and begin anew. */
  readonly forgetting?: boolean;
  /** Told of every cell that the journal lacks when nobody may be asked. */
  readonly missing?: (cell: MissingCell) => void;
  /** Say how reliable the scores are, with the days on which items were written, by item id, where somebody knows them. */
  readonly reliability?: { readonly dates: ReadonlyMap<string, string> | null };
}

/** What a run came to. */
export interface RunReport {
  readonly results: StudyResults;
  readonly detail: StudyDetail;
  /** What each item showed of everybody: for whoever draws items again. */
  readonly readings: readonly ItemReadingsRow[];
  /** Why it ended before its budget, or `null` when it is complete. */
  readonly stoppedAtCap: CapReached | null;
  /** Replies asked in this run, and replies the journal held before. */
  readonly asked: number;
  readonly reused: number;
  /** How many verdicts were made anew, and how many of them differ; `null` unless asked for. */
  readonly rejudged: { readonly compared: number; readonly changed: number } | null;
  /** What the study has used, over all its runs. */
  readonly spent: Spent;
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
  // Every call under way listens to it: many are no leak.
  setMaxListeners(0, options.signal);
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
    if (journal.unfinished) options.progress.note(UNFINISHED);
    const endSyncing = study.endpoints ? syncBehind(path) : () => {};
    try {
      if (options.asking ?? true) study.endpoints?.check();
      else if (options.rejudging) study.endpoints?.check("recognizer");
      if (options.saving) writeStudy(folder, study.config);
      return await runJournaled(study, folder, journal, options);
    } finally {
      endSyncing();
      journal.close();
      await study.endpoints?.close();
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
  const attempts = writeBehind<AttemptRow>((rows) => journal.putAttempts(rows));
  const spent = spendingOf(study, journal, (row) => void attempts.add(row).catch(() => {}));
  study.endpoints?.tell(options.progress.note);
  study.endpoints?.charge(spent.watch);
  const rejudging = options.rejudging ?? false;
  const bench: Bench = {
    journal,
    recognizer: withJournaledMembers(study.recognizer, journal, rejudging),
    keeping: journaledRecognizer(study.recognizer, journal, rejudging),
    executor: inProcessExecutor(options.concurrency),
    spending: spent,
    served: servedModels(),
    problems: new Map(),
    missing: options.missing,
    asking: options.asking ?? true,
    judging: options.judging ?? true,
    rejudged: rejudging ? { compared: 0, changed: 0 } : null,
    progress: options.progress,
    signal: options.signal,
    keepSamples: options.reliability !== undefined,
  };
  const runs: SystemRun[] = [];
  const canaries: CanaryRow[] = [];
  const ids = study.members.map(({ examinee }) => examinee.card.id);
  let calibration: CalibrationResults | null = null;
  const agreement = study.systems.map((system) => agreementTable(system, study.labels));
  const summaries: RoundSummary[] = [];
  const items: Item[] = [];
  let stopped: CapReached | JournalLacks | null = null;
  try {
    for (const system of study.systems) {
      runs.push(await systemRun(study, system, bench));
      canaries.push(...(await sungIn(bench, system)));
    }
    for (let round = 0; round <= study.config.budget.rounds; round++) {
      const finished = [];
      for (const [n, run] of runs.entries())
        finished.push(await run.round(round, round === 0 ? agreement[n].add : undefined));
      writeRound(folder, study, round, finished, runs);
      items.push(...finished.flatMap((one) => one.items));
      summaries.push(...finished.map(({ summary }) => summary));
    }
    calibration = await calibrationOf(bench, runs, ids, study.calibration);
  } catch (error) {
    if (!(error instanceof CapReached || error instanceof JournalLacks)) throw error;
    stopped = error;
  } finally {
    attempts.flush();
    options.progress.finish();
  }
  const plain = resultsOf(
    study,
    bench,
    runs,
    { rounds: summaries, agreement, canaries, calibration },
    stopped,
  );
  const results = options.reliability
    ? { ...plain, reliability: studyReliability(plain, runs, options.reliability.dates) }
    : plain;
  const readings = runs.flatMap(({ sheet }) => sheet.readings());
  const detail = studyDetail(study, runs, { items, readings });
  writeResults(folder, results);
  writeDetail(folder, detail);
  writeReadings(folder, readings);
  const asked = journal.counts().replies - before;
  const stoppedAtCap = stopped instanceof CapReached ? stopped : null;
  const { rejudged } = bench;
  return {
    results,
    detail,
    readings,
    stoppedAtCap,
    asked,
    reused: before,
    rejudged,
    spent: spent.spent(),
  };
}

/** What the study may spend, and has spent. A cap on money needs every price. */
export function spendingOf(
  study: Study,
  journal: Journal,
  record: (row: AttemptRow) => void,
): Spending {
  const { caps } = study.config;
  const asked = [
    ...study.members.flatMap(({ examinee }) => (isRemote(examinee) ? [examinee.card.id] : [])),
    ...study.chats.map(({ name }) => name),
  ];
  const unpriced = asked.find((who) => study.price(who) === null);
  if (caps.money !== null && unpriced !== undefined)
    throw new InputError({
      where: "study.json: caps.money",
      problem: `cannot be kept, since nobody knows what ${unpriced} costs`,
      arrived: null,
      fix: `write its price under "prices", or remove the cap`,
    });
  return spending({
    caps,
    price: study.price,
    before: journal.attempts(),
    replies: journal.counts().replies,
    record,
  });
}

function refuseChanged(study: Study, journal: Journal, mustBeUnchanged: boolean): void {
  // A cap decides how far a study goes, and nothing about what it is.
  const { caps: _, ...settled } = study.config;
  const text = canonicalJson(settled);
  const name = `study/${hashName(text)}`;
  let versions = 0;
  while (journal.decision(`study/version ${versions + 1}`) !== null) versions++;
  const last = journal.decision(`study/version ${versions}`);
  if (mustBeUnchanged && journal.counts().decisions > 0 && journal.decision(name) === null)
    throw new InputError({
      where: "study.json",
      problem: "has changed since this study was last run",
      arrived: last === null ? null : configChanges(JSON.parse(last), JSON.parse(text)),
      fix:
        "use `value-compass run` to run the changed study, where replies that still fit are reused, " +
        "or `value-compass fork` to keep both",
    });
  journal.putDecision(name, study.config.name);
  if (last !== text) journal.putDecision(`study/version ${versions + 1}`, text);
}

/** What a run found beside the sums of its systems. */
interface Found {
  readonly rounds: readonly RoundSummary[];
  readonly agreement: readonly AgreementTable[];
  readonly canaries: readonly CanaryRow[];
  readonly calibration: CalibrationResults | null;
}

function resultsOf(
  study: Study,
  { journal, problems, served }: Bench,
  runs: readonly SystemRun[],
  { rounds, agreement, canaries, calibration }: Found,
  stopped: Error | null,
): StudyResults {
  const { config } = study;
  const scores = runs.flatMap(({ sheet, panel }) =>
    sheet.scores().map((score) => widened(score, panel.spread(score.examinee, score.dimension))),
  );
  const suspects = suspectRows(runs);
  const welfare = runs.flatMap(({ sheet }) => sheet.welfare());
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
    welfare,
    rounds,
    cases: runs.flatMap(({ cases }) => cases.cases()),
    recovery: runs.flatMap(({ system, sheet }) => {
      const examinees = membersFor(study, system.id).map(({ examinee }) => examinee);
      return recoveryOf(system, examinees, sheet, scores) ?? [];
    }),
    agreement: agreement.flatMap((table) => table.rows()),
    counts,
    trust: {
      canaries,
      suspects,
      panel: isPanel(study.recognizer)
        ? {
            members: study.recognizer.members.map(({ id }) => id),
            rows: runs.flatMap(({ panel }) => panel.rows()),
          }
        : null,
      calibration,
    },
    warnings: [
      ...study.warnings,
      ...canaryWarnings(study, canaries),
      ...suspectWarnings(suspects),
      ...missingWarnings(scores),
      ...inseparableWarnings(welfare),
      ...(stopped ? [stopped.message] : []),
      ...[...problems].sort().map(([line, n]) => `${n} cells are unmeasured: ${line}`),
      ...served.changes(),
      ...journalWarnings(journal),
    ],
  };
}
