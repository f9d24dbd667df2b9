import { join } from "node:path";
import type { AttemptRow } from "../ports/store.js";
import { inProcessExecutor } from "./executor.js";
import { openJournal } from "./journal/journal.js";
import { lockStudy } from "./journal/study-lock.js";
import { writeBehind } from "./journal/write-behind.js";
import { journalWarnings } from "./journal-warnings.js";
import { journaledRecognizer, withJournaledMembers } from "./journaled-recognizer.js";
import type { Bench } from "./measure.js";
import { type RunOptions, spendingOf } from "./run-study.js";
import { servedModels } from "./served-models.js";
import type { Study } from "./study.js";

/** How work beside the rounds is run. */
export type BenchOptions = Pick<RunOptions, "concurrency" | "progress" | "signal" | "asking">;

/**
 * Opens a study's journal for work beside its rounds (a sweep, a check): what was asked before is not asked again,
 * caps and counts are the study's, and rounds/ and results/ stay as they are.
 *
 * @throws as `runStudy`
 */
export async function withBench<T>(
  study: Study,
  folder: string,
  options: BenchOptions,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const { asking = true } = options;
  const lock = lockStudy(folder);
  try {
    const journal = openJournal(join(folder, "journal.db"), { onDamage: "salvage" });
    for (const line of journalWarnings(journal)) options.progress.note(line);
    const attempts = writeBehind<AttemptRow>((rows) => journal.putAttempts(rows));
    try {
      if (asking) study.endpoints?.check();
      const spent = spendingOf(study, journal, (row) => void attempts.add(row).catch(() => {}));
      study.endpoints?.tell(options.progress.note);
      study.endpoints?.charge(spent.watch);
      return await work({
        journal,
        recognizer: withJournaledMembers(study.recognizer, journal, false),
        keeping: journaledRecognizer(study.recognizer, journal, false),
        executor: inProcessExecutor(options.concurrency),
        spending: spent,
        served: servedModels(),
        problems: new Map(),
        asking,
        judging: asking,
        rejudged: null,
        progress: options.progress,
        signal: options.signal,
      });
    } finally {
      attempts.flush();
      journal.close();
      await study.endpoints?.close();
    }
  } finally {
    lock.release();
  }
}
