import { join } from "node:path";
import { supervisedRow } from "../generator/in-context/supervised-row.js";
import { tuningRows } from "../generator/tuning-rows.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readStudy } from "../run/read-study.js";
import { replayedEvolution } from "../run/replayed-evolution.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `export --pairs`. */
export interface ExportPairsFlags {
  readonly json?: boolean;
  readonly out?: string;
}

/** Writes pairs and supervised rows from everything that was tried before the newest round, which stays embargoed. */
export async function exportPairs(
  folder: string,
  flags: ExportPairsFlags,
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
