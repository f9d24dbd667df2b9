import { join } from "node:path";
import { type Progress, silent } from "../ports/progress.js";
import { assembleStudy } from "./assemble-study.js";
import { checkStudy } from "./read-study.js";
import { type RunReport, runStudy } from "./run-study.js";
import type { Study } from "./study.js";
import type { StudyInput } from "./study-schema.js";
import { writeWhole } from "./write-file.js";

/** How a study is run from code. None of these changes a number that comes out. */
export interface RunStudyInOptions {
  /** Calls under way at once; 8 unless told. */
  readonly concurrency?: number;
  /** Told how far the run is; silent unless given. */
  readonly progress?: Progress;
  /** Ends the run; everything journaled is kept. */
  readonly signal?: AbortSignal;
}

/** A study that was run, with all its parts in hand, and what came of it. */
export interface StudyRun extends RunReport {
  readonly study: Study;
}

/** Embedded examinees gain nothing from more, and endpoints rarely allow more. */
const CONCURRENCY = 8;

/**
 * Runs a study in a folder, in one call: checks it, writes it there as study.json (in place of one that stands
 * there), asks, judges and scores. Run again, it answers from the journal in that folder and gives the
 * same results.
 *
 * @param folder  made when it is not there
 * @param study   as in study.json; what is left out takes its default
 * @throws InputError for a study that breaks the schema, before anything is written
 */
export async function runStudyIn(
  folder: string,
  study: StudyInput,
  options: RunStudyInOptions = {},
): Promise<StudyRun> {
  const path = join(folder, "study.json");
  const config = checkStudy(study, path);
  const assembled = await assembleStudy(config, folder);
  writeWhole(path, `${JSON.stringify(config, null, 2)}\n`);
  const report = await runStudy(assembled, folder, {
    concurrency: options.concurrency ?? CONCURRENCY,
    progress: options.progress ?? silent,
    signal: options.signal ?? new AbortController().signal,
  });
  return { study: assembled, ...report };
}
