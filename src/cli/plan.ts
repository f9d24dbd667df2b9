import { existsSync } from "node:fs";
import { join } from "node:path";
import { priceList } from "../facts/price-list.js";
import { assembleStudy } from "../run/assemble-study.js";
import { openJournal } from "../run/journal/journal.js";
import { readStudy } from "../run/read-study.js";
import { type StudyPlan, studyPlan } from "../run/study-plan.js";
import type { StudyConfig } from "../run/study-schema.js";
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
  if (planned.endpoints.length > 0) context.out(`${endpointTable(planned, study.config.caps)}\n\n`);
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

/** What is asked over endpoints, by role and model, and what it costs. */
function endpointTable({ endpoints, money }: StudyPlan, caps: StudyConfig["caps"]): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const left = (title: string) => ({ title, align: "left" as const });
  const shown = (value: number | null) => (value === null ? "unknown" : value.toFixed(2));
  const { currency, asOf } = priceList();
  const table = textTable(
    [
      left("role"),
      left("who"),
      left("model"),
      right("calls"),
      right("tokens in"),
      right("tokens out"),
      right(currency),
    ],
    endpoints.map((one) => [
      one.role,
      one.who,
      one.model,
      String(one.calls),
      String(one.tokensIn),
      `${one.bounded ? "" : "about "}${one.tokensOut}`,
      shown(one.money),
    ]),
  );
  const calls = endpoints.reduce((sum, one) => sum + one.calls, 0);
  const unknown =
    money.unpriced.length === 0
      ? ""
      : `, and what ${money.unpriced.join(", ")} cost, which nobody here knows: write it under "prices"`;
  const capped = Object.entries(caps).flatMap(([what, cap]) =>
    cap === null ? [] : [`${cap}${what === "money" ? ` ${currency}` : ` ${what}`}`],
  );
  return (
    `Over endpoints, at the most, with answers as long as allowed (shipped prices of ${asOf}, unchecked)\n${table}\n` +
    `in all ${calls} calls, ${shown(money.known)} ${currency}${unknown}; ` +
    `capped at: ${capped.join(", ") || "nothing (see caps in study.json)"}`
  );
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
