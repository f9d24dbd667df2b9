import { writeReport } from "../dashboard/write-report.js";
import { queueCompleter } from "../endpoints/queue/queue-completer.js";
import { priceList } from "../facts/price-list.js";
import { silent } from "../ports/progress.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readItemDates } from "../run/read-item-dates.js";
import { readStudy } from "../run/read-study.js";
import { runStudy } from "../run/run-study.js";
import type { Spent } from "../run/spending.js";
import type { StudyConfig } from "../run/study-schema.js";
import { unwritable } from "../run/write-file.js";
import { nanAsText } from "../run/write-results.js";
import { EXIT } from "./exit-code.js";
import { Interrupted, shellLine } from "./interrupted.js";
import { progressLine } from "./progress-line.js";
import { summaryOf } from "./summary.js";
import type { VerbContext } from "./verb-context.js";

/** The flags that verbs which run a study share. */
export interface RunFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly concurrency: number;
  /** The Redis, Valkey or PostgreSQL over which workers ask the endpoints; this process asks when left out. */
  readonly queue?: string;
}

/** How one verb's run differs from a plain one. */
export interface RunFolderOptions {
  readonly mustBeUnchanged?: boolean;
  readonly asking?: boolean;
  readonly rejudging?: boolean;
  readonly forgetting?: boolean;
  /** Say how reliable the scores are; the file with the days on which items were written, if there is one. */
  readonly reliability?: { readonly datesFile?: string };
  /** A study to put in the place of the folder's study.json; it is written once it can be run. */
  readonly instead?: StudyConfig;
}

/** Runs the study in a folder, writes its report, and prints what came of it. Returns the exit code. */
export async function runFolder(
  folder: string,
  flags: RunFlags,
  context: VerbContext,
  options: RunFolderOptions = {},
): Promise<number> {
  const { instead, reliability, ...runOptions } = options;
  const dates = reliability?.datesFile ? readItemDates(reliability.datesFile) : null;
  const config = instead ?? readStudy(folder);
  const completer = flags.queue === undefined ? undefined : await queueCompleter(flags.queue);
  const study = await assembleStudy(config, folder, { completer });
  const quiet = flags.quiet ?? false;
  const device = { isTTY: context.isTTY, write: context.err, now: context.now };
  const report = await runStudy(study, folder, {
    ...runOptions,
    reliability: reliability && { dates },
    saving: instead !== undefined,
    concurrency: flags.concurrency,
    progress: quiet ? silent : progressLine(device),
    signal: context.signal,
  }).catch((error: unknown) => {
    if (!context.signal.aborted) throw error;
    throw new Interrupted(goOnWith(folder, flags, options), { cause: error });
  });
  const { results, detail, asked, reused, stoppedAtCap, rejudged, spent } = report;
  const path = await reportIn(folder, () =>
    writeReport(folder, results, study.systems, { detail }),
  );
  if (flags.json) {
    const { counts, scores, rounds, recovery, warnings } = results;
    const summary = {
      folder,
      report: path,
      asked,
      reused,
      rejudged,
      spent,
      counts,
      scores,
      rounds,
    };
    const checks = { recovery, warnings, reliability: results.reliability };
    context.out(`${JSON.stringify({ ...summary, ...checks }, nanAsText)}\n`);
  } else {
    const { judged, declined, unmeasured } = results.counts;
    context.out(`${summaryOf(results, study.systems)}\n\n`);
    context.out(`report: ${path}\n`);
    if (rejudged)
      context.out(
        `${rejudged.compared} verdicts made anew, ${rejudged.changed} differ from the journal's\n`,
      );
    if (study.endpoints) context.out(`${spentLine(spent)}\n`);
    context.out(
      `${asked} replies asked, ${reused} already in the journal; scored cells: ` +
        `${judged} judged, ${declined} declined, ${unmeasured} unmeasured\n`,
    );
  }
  return stoppedAtCap ? EXIT.capped : EXIT.done;
}

/** What goes on where a run was interrupted. A study that was put in place stands there by now. */
function goOnWith(folder: string, flags: RunFlags, options: RunFolderOptions): string {
  if (options.rejudging) return shellLine("judge", folder, "--again");
  if (options.asking === false) return shellLine("score", folder);
  if (flags.queue === undefined) return shellLine("resume", folder);
  // A URL with a password is nothing for a terminal that somebody may look at.
  const isOpen = URL.canParse(flags.queue) && new URL(flags.queue).password === "";
  return shellLine("resume", folder, "--queue", isOpen ? flags.queue : "URL");
}

/** What the study has used over all its runs, in one line. */
function spentLine({ calls, tokensIn, tokensOut, money, unpriced }: Spent): string {
  const unknown = unpriced === 0 ? "" : ` and ${unpriced} calls of unknown price`;
  const { currency } = priceList();
  return (
    `used over all runs: ${calls} calls, ${tokensIn} tokens in, ${tokensOut} out; ` +
    `${money.toFixed(2)} ${currency}${unknown}`
  );
}

/** Turns a failed write of the report into one line. */
export async function reportIn(folder: string, write: () => Promise<string>): Promise<string> {
  try {
    return await write();
  } catch (error) {
    // Whatever has no code is no failed write.
    if (!(error instanceof Error && "code" in error)) throw error;
    throw unwritable(`${folder}/report`, error);
  }
}
