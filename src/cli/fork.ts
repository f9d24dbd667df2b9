import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../ports/input-error.js";
import { openJournal } from "../run/journal/journal.js";
import { lockStudy } from "../run/journal/study-lock.js";
import { readStudy } from "../run/read-study.js";
import type { StudyConfig } from "../run/study-schema.js";
import { unwritable } from "../run/write-file.js";
import { writeStudy } from "../run/write-study.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/**
 * Begins another study from one that stands: its study.json and its journal, in a folder of their own. Change the
 * new study and run it: what the change leaves untouched comes from the journal, the rest is asked.
 */
export function fork(
  from: string,
  to: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): number {
  const study = readStudy(from);
  if (existsSync(join(to, "study.json")) || existsSync(join(to, "journal.db")))
    throw new InputError({
      where: to,
      problem: "holds a study already",
      arrived: null,
      fix: "name another folder; nothing was changed",
    });
  const path = join(from, "journal.db");
  const replies = existsSync(path) ? copyJournal(from, path, to) : 0;
  writeStudy(to, withAbsoluteFiles(study, from));
  context.out(
    flags.json
      ? `${JSON.stringify({ folder: to, replies })}\n`
      : `${to} begins with ${replies} replies; change ${join(to, "study.json")}, then: value-compass run ${to}\n`,
  );
  return EXIT.done;
}

/** Copies a journal that nobody is writing; how many replies it holds. */
function copyJournal(from: string, path: string, to: string): number {
  const lock = lockStudy(from);
  try {
    const journal = openJournal(path);
    const { replies } = journal.counts();
    // Closing puts everything into the one file.
    journal.close();
    mkdirSync(to, { recursive: true });
    copyFileSync(path, join(to, "journal.db"));
    return replies;
  } catch (error) {
    if (error instanceof Error && "code" in error) throw unwritable(to, error);
    throw error;
  } finally {
    lock.release();
  }
}

/** Files that were named from the old folder are found from the new one too. */
function withAbsoluteFiles(study: StudyConfig, folder: string): StudyConfig {
  return {
    ...study,
    systems: study.systems.map((one) =>
      typeof one === "string" ? one : { file: resolve(folder, one.file) },
    ),
    examinees: study.examinees.map((one) =>
      one.kind === "recorded" ? { ...one, file: resolve(folder, one.file) } : one,
    ),
  };
}
