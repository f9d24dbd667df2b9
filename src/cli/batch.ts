import { join } from "node:path";
import { silent } from "../ports/progress.js";
import { assembleStudy } from "../run/assemble-study.js";
import { batchLine, readBatch } from "../run/batch-file.js";
import { fileNameFor } from "../run/file-name-for.js";
import { openJournal } from "../run/journal/journal.js";
import { lockStudy } from "../run/journal/study-lock.js";
import type { MissingCell } from "../run/measure.js";
import { readStudy } from "../run/read-study.js";
import { runStudy } from "../run/run-study.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `batch`. */
export interface BatchFlags {
  readonly json?: boolean;
  readonly read?: string;
}

/**
 * Writes the requests that a study lacks as OpenAI-style batch files, one for each model, or reads the results of such
 * a batch into its journal. Nobody is asked here.
 */
export async function batch(
  folder: string,
  flags: BatchFlags,
  context: VerbContext,
): Promise<number> {
  const missing = await missingCells(folder, context);
  return flags.read === undefined
    ? write(folder, missing, flags, context)
    : read(folder, flags.read, missing, flags, context);
}

/** Runs the study without asking anybody, and collects what it would have asked. */
async function missingCells(folder: string, { signal }: VerbContext): Promise<MissingCell[]> {
  const study = await assembleStudy(readStudy(folder), folder);
  const cells: MissingCell[] = [];
  await runStudy(study, folder, {
    concurrency: 1,
    progress: silent,
    signal,
    asking: false,
    judging: false,
    missing: (cell) => cells.push(cell),
  });
  return cells;
}

function write(
  folder: string,
  missing: readonly MissingCell[],
  flags: BatchFlags,
  context: VerbContext,
): number {
  const files = new Map<string, string[]>();
  for (const cell of missing) {
    const line = batchLine(cell);
    if (line === null) continue;
    const { id } = cell.examinee.card;
    files.set(id, [...(files.get(id) ?? []), line]);
  }
  const written = [...files].map(([id, lines]) => {
    const path = join(folder, "batch", `${fileNameFor(id)}.jsonl`);
    writeWhole(path, `${lines.join("\n")}\n`);
    return { examinee: id, file: path, requests: lines.length };
  });
  context.out(
    flags.json
      ? `${JSON.stringify({ written })}\n`
      : written.length === 0
        ? "nothing is missing that an endpoint could answer\n"
        : written.map(({ file, requests }) => `${file}: ${requests} requests\n`).join(""),
  );
  return EXIT.done;
}

async function read(
  folder: string,
  file: string,
  missing: readonly MissingCell[],
  flags: BatchFlags,
  context: VerbContext,
): Promise<number> {
  const wanted = new Map(missing.map((cell) => [cell.key, cell]));
  const lock = lockStudy(folder);
  const journal = openJournal(join(folder, "journal.db"));
  try {
    const report = await readBatch(file, wanted, journal);
    if (flags.json) context.out(`${JSON.stringify(report)}\n`);
    else {
      const { replies, known, failed, bad } = report;
      const first = bad.length > 0 ? `; first: line ${bad[0].line} ${bad[0].problem}` : "";
      context.out(
        `${replies} replies taken into the journal, ${known} were there, ${failed} failed, ` +
          `${bad.length} lines not used${first}\n`,
      );
    }
    return EXIT.done;
  } finally {
    journal.close();
    lock.release();
  }
}
