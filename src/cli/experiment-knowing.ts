import { CONSENSUS_PRESSURE } from "../examinees/closed-answers.js";
import type { Statement } from "../examinees/closed-items.js";
import { knowingFigure } from "../experiments/experiment-figures.js";
import { type KnowingResult, knowingAgainstDoing } from "../experiments/knowing.js";
import { formatSystems } from "../facts/format-items.js";
import { InputError } from "../ports/input-error.js";
import {
  type ExperimentFlags,
  type ExperimentVerb,
  onPanel,
  sourceOf,
  tell,
} from "./experiment-run.js";
import { between, experimentTable, fixed } from "./experiment-table.js";
import { namedSystem } from "./named-system.js";
import { questionnaireFile } from "./questionnaire-file.js";
import { shown } from "./summary.js";
import type { VerbContext } from "./verb-context.js";
import { unit } from "./verb-options.js";

interface KnowingFlags extends ExperimentFlags {
  readonly system: string;
  readonly pressure: number;
  readonly questionnaire?: string;
}

/** Adds `experiment knowing`. */
export function registerKnowing(
  verb: ExperimentVerb,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "knowing",
    "Fig. 4(a): the same situations as multiple choice, as sentences to rate, and as open questions",
    "value-compass experiment knowing --pressure 0",
  )
    .option("--system <id>", "whose values", "mft")
    .option(
      "--pressure <p>",
      "simulated examinees: how often a closed answer is the approved one whatever they would do; 0 switches it off",
      unit,
      CONSENSUS_PRESSURE,
    )
    .option(
      "--questionnaire <file>",
      "sentences of your own or of a licensed copy (CSV: text, dimension, keyed, from, to)",
    )
    .action(async (folder: string | undefined, flags: KnowingFlags) =>
      done(await knowing(folder, flags, context)),
    );
}

async function knowing(
  folder: string | undefined,
  flags: KnowingFlags,
  context: VerbContext,
): Promise<number> {
  if (!formatSystems().includes(flags.system))
    throw new InputError({
      where: "--system",
      problem: "has no situations in three formats",
      arrived: flags.system,
      fix: `name one of ${formatSystems().join(", ")}`,
    });
  const system = namedSystem(flags.system);
  const questionnaire: readonly Statement[] | undefined =
    flags.questionnaire === undefined ? undefined : questionnaireFile(flags.questionnaire, system);
  return onPanel(folder, flags, context, { system, knowing: true }, async ({ panel }) => {
    const { examinees, asking } = panel;
    const { repeats, pressure: consensusPressure } = flags;
    const settings = { system, examinees, asking, repeats, consensusPressure };
    const result = await knowingAgainstDoing({
      ...settings,
      ...(questionnaire ? { questionnaire } : {}),
    });
    const source = sourceOf(panel);
    const figure = knowingFigure(result, source);
    const text = knowingText(result, source.nameOf);
    return tell(
      { name: "knowing", json: { ...result }, text, source, figure },
      folder ?? null,
      flags,
      context,
    );
  });
}

const ABOUT = {
  judgement: "multiple choice",
  questionnaire: "questionnaire",
  open: "open, as read",
  planted: "planted conduct",
} as const;

type NameOf = (id: string) => string;

function scoresText(result: KnowingResult, nameOf: NameOf): string {
  return experimentTable(
    `Knowing against doing: ${result.system}, ${result.situations} situations, ${result.repeats} repeats; ` +
      `open replies read by ${result.reader}; scores x 100`,
    [
      "examinee",
      "format",
      "score",
      "95 % interval",
      "sd over repeats",
      "judged",
      "declined",
      "unmeasured",
    ],
    result.scores.map((row) => [
      nameOf(row.examinee),
      ABOUT[row.format],
      shown(row.mean),
      row.low === null ? "-" : `${shown(row.low)} to ${shown(row.high)}`,
      shown(row.repeatSpread),
      String(row.judged),
      String(row.declined),
      String(row.unmeasured),
    ]),
    2,
  );
}

function gapsText({ gaps }: KnowingResult, nameOf: NameOf): string {
  return experimentTable(
    "The gap (differences of scores, on the same situations where both asked about them)",
    ["examinee", "format", "above", "gap", "95 % interval", "items", "paired"],
    gaps.map((row) => [
      row.examinee === null ? "whole panel" : nameOf(row.examinee),
      ABOUT[row.format],
      ABOUT[row.against],
      fixed(row.mean, 3),
      between(row, 3),
      String(row.items),
      row.paired ? "yes" : "no",
    ]),
    3,
  );
}

function knowingText(result: KnowingResult, nameOf: NameOf): string {
  const ceilings = experimentTable(
    "The ceiling: how high and how far apart the examinees stand in each format",
    ["format", "lowest", "highest", "range", "at 90 or above"],
    result.ceilings.map((row) => [
      ABOUT[row.format],
      shown(row.lowest),
      shown(row.highest),
      shown(row.range),
      `${row.nearCeiling} of ${row.examinees}`,
    ]),
  );
  const assumed =
    result.consensusPressure === null
      ? []
      : [
          `assumption: consensus pressure ${result.consensusPressure}: so often a simulated examinee gives the approved closed ` +
            "answer whatever it would do; --pressure 0 switches it off. A simulation cannot confirm that models know better " +
            'than they do. "Planted conduct" is exact; what "open, as read" stands above it is the reader\'s own error.',
        ];
  return [
    scoresText(result, nameOf),
    gapsText(result, nameOf),
    ceilings,
    ...assumed,
    "The three formats are three scales: letters, places on a scale, 1 - P(oppose). The paper's Llama-2-70B-Chat is in no published table: its pattern can be rebuilt, its numbers cannot.",
  ].join("\n\n");
}
