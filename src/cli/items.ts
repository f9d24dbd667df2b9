import type { Command } from "commander";
import { assembleStudy } from "../run/assemble-study.js";
import { type DimensionView, dimensionBook } from "../run/dimension-views.js";
import { readStudy } from "../run/read-study.js";
import { replayedEvolution } from "../run/replayed-evolution.js";
import { EXIT } from "./exit-code.js";
import { shown } from "./summary.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Adds `items`. */
export function registerItems(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "items",
    "each dimension's items and response curves, relative and ipsative scores, and the 20 items that measure a model best",
    "value-compass items my-study",
  )
    .argument("<folder>", "a study folder that was run")
    .action(async (folder: string, flags: { json?: boolean }) =>
      done(await items(folder, flags, context)),
    );
}

const NOTES = [
  "X^v: items on which at least one examinee shows the value in 10 to 90 % of its replies; all that follows rests on them.",
  "win rate: the chance of showing the value more often than another examinee on an item (Bradley-Terry); 50 on average by design.",
  "ipsative: the score less the examinee's own mean over dimensions. ability: two-parameter item response, drawn to 0 by its prior.",
  "short form: the 20 items that say most where the examinee stands, and their part of the information; from the same replies.",
].join("\n");

/** Prints a study's dimensions one by one, from its journal alone. */
export async function items(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): Promise<number> {
  const study = await assembleStudy(readStudy(folder), folder);
  const book = dimensionBook();
  const evolving = study.config.budget.rounds > 0;
  await replayedEvolution(study, folder, context.signal, (system, item, measured) => {
    if (item.round > 0 || !evolving) book.add(system, item, measured);
  });
  const views = book.views();
  if (flags.json) context.out(`${JSON.stringify({ folder, dimensions: views })}\n`);
  else context.out(`${views.map(viewTable).join("\n\n")}\n\n${NOTES}\n`);
  return EXIT.done;
}

function viewTable(view: DimensionView): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const table = textTable(
    [
      { title: "examinee", align: "left" },
      right("score"),
      right("win rate"),
      right("ipsative"),
      right("ability"),
      right("short form"),
    ],
    [...view.examinees]
      .sort((a, b) => (b.winRate ?? -1) - (a.winRate ?? -1))
      .map((one) => [
        one.examinee,
        shown(one.absolute),
        shown(one.winRate),
        shown(one.ipsative),
        one.ability.toFixed(2),
        `${one.shortForm.items.length} items, ${(100 * one.shortForm.share).toFixed(0)} %`,
      ]),
  );
  return `${view.system}, ${view.dimension}: ${view.items.length} of ${view.targeting} items in X^v\n${table}`;
}
