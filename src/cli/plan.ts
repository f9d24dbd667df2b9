import { existsSync } from "node:fs";
import { join } from "node:path";
import { assembleStudy } from "../run/assemble-study.js";
import { openJournal } from "../run/journal/journal.js";
import { readStudy } from "../run/read-study.js";
import { studyPlan } from "../run/study-plan.js";
import { EXIT } from "./exit-code.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Prints what a run would ask for, by role, and calls nothing. */
export async function plan(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): Promise<number> {
  const study = await assembleStudy(readStudy(folder), folder);
  const planned = studyPlan(study, journaledReplies(folder));
  if (flags.json) {
    context.out(`${JSON.stringify(planned)}\n`);
    return EXIT.done;
  }
  const right = (title: string) => ({ title, align: "right" as const });
  context.out(
    `${textTable(
      [
        { title: "system", align: "left" },
        right("examinees"),
        right("replies that choose items"),
        right("replies that score"),
      ],
      planned.systems.map((one) => [
        one.system,
        String(one.examinees),
        String(one.searchReplies),
        String(one.freshReplies),
      ]),
    )}\n\n`,
  );
  const { writer, examinee, recognizer } = planned.calls;
  const minutes = planned.seconds / 60;
  const time = minutes < 1 ? `${Math.ceil(planned.seconds)} s` : `${minutes.toFixed(1)} min`;
  context.out(
    `calls at the most: writer ${writer}, examinees ${examinee}, recognizer ${recognizer}; ` +
      `${planned.journaled} replies are already in the journal\n` +
      `time for the rest with embedded parts: about ${time}; nothing was called\n`,
  );
  return EXIT.done;
}

function journaledReplies(folder: string): number {
  const path = join(folder, "journal.db");
  if (!existsSync(path)) return 0;
  const journal = openJournal(path);
  try {
    return journal.counts().replies;
  } finally {
    journal.close();
  }
}
