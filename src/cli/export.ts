import { join } from "node:path";
import type { Command } from "commander";
import { supervisedRow } from "../generator/in-context/supervised-row.js";
import { tuningRows } from "../generator/tuning-rows.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readStudy } from "../run/read-study.js";
import { replayedEvolution } from "../run/replayed-evolution.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `export`. */
export interface ExportFlags {
  readonly json?: boolean;
  readonly pairs: true;
  readonly out?: string;
}

/** Adds `export`. */
export function registerExport(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "export",
    "write what a writer can be tuned with elsewhere: pairs of an item and a better one, and examples",
    "value-compass export my-study --pairs",
  )
    .argument("<folder>", "a study folder that was run")
    .requiredOption(
      "--pairs",
      "pairs.jsonl (item, better, reward) and supervised.jsonl (conversations)",
    )
    .option("--out <folder>", "where to; FOLDER/export unless given")
    .action(async (folder: string, flags: ExportFlags) =>
      done(await exportPairs(folder, flags, context)),
    );
}

/** Writes pairs and supervised rows from everything that was tried before the newest round, which stays embargoed. */
export async function exportPairs(
  folder: string,
  flags: ExportFlags,
  context: VerbContext,
): Promise<number> {
  const config = readStudy(folder);
  const study = await assembleStudy(config, folder);
  const evolutions = await replayedEvolution(study, folder, context.signal);
  const rows = evolutions.map(({ run: { system }, state }) => ({
    system,
    ...tuningRows(system.id, state, config.objective.alpha),
  }));
  const lines = (values: readonly unknown[]) =>
    values.map((value) => `${JSON.stringify(value)}\n`).join("");
  const pairs = rows.flatMap((one) => one.pairs);
  const supervised = rows.flatMap(({ system, examples }) =>
    examples.map((example) => supervisedRow(system, example)),
  );
  const out = flags.out ?? join(folder, "export");
  writeWhole(join(out, "pairs.jsonl"), lines(pairs));
  writeWhole(join(out, "supervised.jsonl"), lines(supervised));
  const found = { folder: out, pairs: pairs.length, supervised: supervised.length };
  context.out(
    flags.json
      ? `${JSON.stringify(found)}\n`
      : `${out}: ${found.pairs} pairs, ${found.supervised} supervised rows; the newest round stays embargoed\n`,
  );
  return EXIT.done;
}
