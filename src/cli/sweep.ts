import { type Command, InvalidArgumentError } from "commander";
import { type Choice, readChoice, speltOut } from "../catalogue/choice.js";
import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import {
  type ObjectiveSweep,
  type SweepMean,
  type SweepTerms,
  termsAlone,
} from "../generator/objective-sweep.js";
import { silent } from "../ports/progress.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readStudy } from "../run/read-study.js";
import { sweepSystem } from "../run/sweep-study.js";
import { withBench } from "../run/with-bench.js";
import { EXIT } from "./exit-code.js";
import { progressLine } from "./progress-line.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `sweep`. */
export interface SweepFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly alpha: readonly number[];
  readonly divergence?: readonly Choice[];
  readonly elicitation?: readonly Choice[];
  readonly system?: readonly string[];
}

const ALPHAS = [0, 0.25, 0.5, 0.75, 1];
const CONCURRENCY = 8;

/** Adds `sweep`. */
export function registerSweep(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "sweep",
    "which items each alpha, divergence and elicitation would pick, and what they are worth on fresh replies",
    "value-compass sweep my-study --alpha 0 0.5 1 --divergence jensen-shannon hellinger",
  )
    .argument("<folder>", "a study folder")
    .option("--alpha <a...>", "the alphas to try, 0 to 1", alphas, ALPHAS)
    .option(
      "--divergence <choice...>",
      "the divergences to try; the study's own",
      several(divergence),
    )
    .option(
      "--elicitation <choice...>",
      "the elicitations to try; the study's own",
      several(elicitation),
    )
    .option("--system <id...>", "only these systems of the study")
    .option("--quiet", "no progress on stderr")
    .action(async (folder: string, flags: SweepFlags) => done(await sweep(folder, flags, context)));
}

/** Sweeps every system of a study and prints both terms apart for each setting. */
export async function sweep(
  folder: string,
  flags: SweepFlags,
  context: VerbContext,
): Promise<number> {
  const config = readStudy(folder);
  const study = await assembleStudy(config, folder);
  const { objective } = config;
  const choices = {
    alphas: flags.alpha,
    divergences: flags.divergence ?? [objective.divergence],
    elicitations: flags.elicitation ?? [objective.elicitation],
  };
  const device = { isTTY: context.isTTY, write: context.err, now: context.now };
  const progress = flags.quiet ? silent : progressLine(device);
  const options = { concurrency: CONCURRENCY, progress, signal: context.signal };
  const wanted = study.systems.filter(({ id }) => flags.system?.includes(id) ?? true);
  const sweeps = await withBench(study, folder, options, async (bench) => {
    const all: ObjectiveSweep[] = [];
    for (const system of wanted) all.push(await sweepSystem(study, system, bench, choices));
    return all;
  });
  const simulated = study.members.some(({ examinee }) => examinee.card.origin === "simulated");
  if (flags.json) context.out(`${JSON.stringify({ folder, simulated, sweeps })}\n`);
  else
    context.out(
      `${sweeps.map((one) => sweepTable(one, simulated)).join("\n\n")}\n\n` +
        "D when chosen is too high: the luckiest items were chosen. D fresh is what they are worth. " +
        "Both in nats a dimension, noise null subtracted.\n",
    );
  return EXIT.done;
}

function sweepTable(one: ObjectiveSweep, simulated: boolean): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const left = (title: string) => ({ title, align: "left" as const });
  const number = ({ mean }: SweepMean) => (mean === null ? "-" : mean.toFixed(4));
  const range = ({ low, high }: SweepMean) =>
    low === null || high === null ? "-" : `${low.toFixed(4)} to ${high.toFixed(4)}`;
  const terms = (row: SweepTerms) => [
    number(row.chosenInformativeness),
    number(row.informativeness),
    range(row.informativeness),
    number(row.chosenElicitation),
    number(row.elicitation),
  ];
  const table = textTable(
    [
      right("alpha"),
      left("divergence"),
      left("elicitation"),
      right("D when chosen"),
      right("D fresh"),
      right("95 % interval"),
      right("I when chosen"),
      right("I fresh"),
      right("kept of D"),
      right("of the top 20 as in row 1"),
    ],
    [
      ...one.rows.map((row, n) => [
        String(row.alpha),
        row.divergence,
        row.elicitationChoice,
        ...terms(row),
        row.shrinkage === null ? "-" : row.shrinkage.toFixed(2),
        String(one.shared[0][n]),
      ]),
      ["as drawn", "", "", ...terms(one.asDrawn), "-", "-"],
    ],
  );
  const count = one.rows[0].items.length;
  const who = simulated ? " (simulated examinees)" : "";
  const alone = termsAlone(one).map(
    (row) =>
      `\nalpha 1 against alpha 0 (${row.divergence}, ${row.elicitationChoice}): D fresh ` +
      `${row.elicitationAlone.toFixed(4)} against ${row.informativenessAlone.toFixed(4)}; ` +
      "the paper expects the second term alone to lower it",
  );
  return `${one.system}${who}: ${count} items picked of ${one.candidates}\n${table}${alone.join("")}`;
}

function alphas(text: string, before: readonly number[]): number[] {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("Give numbers from 0 to 1.");
  return before === ALPHAS ? [value] : [...before, value];
}

function several(find: Parameters<typeof speltOut>[0]) {
  return (text: string, before: readonly Choice[] = []): Choice[] => {
    try {
      return [...before, speltOut(find, readChoice(text))];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new InvalidArgumentError(error.message);
    }
  };
}
