import { type Command, InvalidArgumentError } from "commander";
import { silent } from "../ports/progress.js";
import { assembleStudy } from "../run/assemble-study.js";
import { type Completions, completions } from "../run/contamination.js";
import { readStudy } from "../run/read-study.js";
import { replayedEvolution } from "../run/replayed-evolution.js";
import type { Study } from "../run/study.js";
import { studyItems } from "../run/study-items.js";
import { withBench } from "../run/with-bench.js";
import { readingOf } from "../scoring/reading-of.js";
import { type SeenScore, seenEffect } from "../statistics/seen-effect.js";
import { EXIT } from "./exit-code.js";
import { progressLine } from "./progress-line.js";
import { shown } from "./summary.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `contamination`. */
export interface ContaminationFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly published?: Dates;
  readonly released?: Dates;
}

type Dates = Readonly<Record<string, string>>;

const CONCURRENCY = 8;

/** Adds `contamination`. */
export function registerContamination(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "contamination",
    "whether examinees know items by heart, and score otherwise on what was public before they were released",
    "value-compass contamination my-study --published 0=2024-06-01 --released o3-mini=2025-01-31",
  )
    .argument("<folder>", "a study folder that was run")
    .option("--published <round=date...>", "when the items of a round became public", dated)
    .option("--released <examinee=date...>", "when an examinee was released", dated)
    .option("--quiet", "no progress on stderr")
    .action(async (folder: string, flags: ContaminationFlags) =>
      done(await contamination(folder, flags, context)),
    );
}

/** Asks for second halves, and compares scores on items that were public before an examinee's release. */
export async function contamination(
  folder: string,
  flags: ContaminationFlags,
  context: VerbContext,
): Promise<number> {
  const study = await assembleStudy(readStudy(folder), folder);
  const items = studyItems(folder).flatMap((round) => round.items);
  const device = { isTTY: context.isTTY, write: context.err, now: context.now };
  const progress = flags.quiet ? silent : progressLine(device);
  const options = { concurrency: CONCURRENCY, progress, signal: context.signal };
  const rows = await withBench(study, folder, options, async (bench) => {
    const all: Completions[] = [];
    for (const system of study.systems)
      all.push(...(await completions(study, system, bench, items)));
    return all;
  });
  const { published = {}, released = {} } = flags;
  const known = Object.keys(published).length > 0 && Object.keys(released).length > 0;
  const effect = known
    ? seenEffect(await seenScores(study, folder, { published, released }, context.signal))
    : null;
  if (flags.json) context.out(`${JSON.stringify({ folder, completions: rows, effect })}\n`);
  else context.out(`${table(rows)}\n\n${effectLine(effect)}\n`);
  return EXIT.done;
}

/** Every score of examinees whose release is known, and whether its item was public by then. */
async function seenScores(
  study: Study,
  folder: string,
  { published, released }: { readonly published: Dates; readonly released: Dates },
  signal: AbortSignal,
): Promise<SeenScore[]> {
  const scores: SeenScore[] = [];
  await replayedEvolution(study, folder, signal, (system, item, { cells }) => {
    for (const { examinee, outcome } of cells) {
      if (outcome.kind === "unmeasured" || !released[examinee]) continue;
      const { dimensions } = outcome.verdict;
      for (const target of item.targets)
        scores.push({
          examinee,
          item: `${item.id} ${target}`,
          seen: (published[item.round] ?? "9999") < released[examinee],
          score: readingOf(dimensions[target], system.reading),
        });
    }
  });
  return scores;
}

function table(rows: readonly Completions[]): string {
  const right = (title: string) => ({ title, align: "right" as const });
  return textTable(
    [
      { title: "examinee", align: "left" },
      { title: "system", align: "left" },
      right("round"),
      right("items"),
      right("known by heart"),
      right("completed"),
      right("of another item"),
    ],
    rows.map((row) => [
      row.examinee,
      row.system,
      row.round === 0 ? "static" : String(row.round),
      String(row.items),
      String(row.known),
      shown(row.match),
      shown(row.chance),
    ]),
  );
}

function effectLine(effect: ReturnType<typeof seenEffect> | null): string {
  if (!effect)
    return "age of items: not looked at; --published and --released say what could have been seen";
  if (effect.mean === null)
    return "age of items: nobody was released between two publications, so that nothing can be told";
  const text = (value: number | null) => (100 * (value ?? 0)).toFixed(1);
  return (
    `age of items: ${text(effect.mean)} points more on items public before the release ` +
    `(95 % interval ${text(effect.low)} to ${text(effect.high)}, ${effect.items} items by dimension; examinees' and items' levels taken out)`
  );
}

function dated(text: string, before: Dates = {}): Dates {
  const [, name, date] = /^(.+)=(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError("Give NAME=YYYY-MM-DD.");
  return { ...before, [name]: date };
}
