import { type Command, InvalidArgumentError } from "commander";
import type { FoundBudget } from "../experiments/budget-search.js";
import {
  canValidate,
  type SystemValidation,
  validateSystem,
} from "../experiments/validate-study.js";
import { InputError } from "../ports/input-error.js";
import { silent } from "../ports/progress.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readStudy } from "../run/read-study.js";
import { nanAsText } from "../run/write-results.js";
import type { ValueSystem } from "../values/value-system.js";
import { EXIT } from "./exit-code.js";
import { progressLine } from "./progress-line.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";
import { whole } from "./verb-options.js";

/** Flags of `validate`. */
export interface ValidateFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly target: number;
  readonly most: number;
  readonly system?: readonly string[];
  readonly seed?: number;
}

/** Replies a system that are simulated at the most to confirm a budget. */
const MOST_REPLIES = 200_000;

/** Adds `validate`. */
export function registerValidate(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "validate",
    "what a study as configured would find if we knew the truth, and the cheapest budget that finds it; simulated",
    "value-compass validate my-study --target 0.9",
  )
    .argument("<folder>", "a study folder")
    .option(
      "--target <rho>",
      "the rank correlation that the cheapest budget has to reach",
      share,
      0.9,
    )
    .option(
      "--most <n>",
      "replies a system simulated at the most to confirm a budget",
      whole,
      MOST_REPLIES,
    )
    .option("--system <id...>", "only these systems of the study")
    .option("--seed <n>", "another seed than the study's", whole)
    .option("--quiet", "no progress on stderr")
    .action(async (folder: string, flags: ValidateFlags) =>
      done(await validate(folder, flags, context)),
    );
}

/** Validates every system of a study in simulation and prints what the instrument would find. */
export async function validate(
  folder: string,
  flags: ValidateFlags,
  context: VerbContext,
): Promise<number> {
  const study = await assembleStudy(readStudy(folder), folder);
  const wanted = wantedSystems(study.systems, flags.system);
  const device = { isTTY: context.isTTY, write: context.err, now: context.now };
  const progress = flags.quiet ? silent : progressLine(device);
  const found: SystemValidation[] = [];
  const skipped: string[] = [];
  for (const system of wanted) {
    context.signal.throwIfAborted();
    if (!canValidate(system)) {
      skipped.push(`${system.id}: the simulator has no published profiles to plant; not validated`);
      continue;
    }
    progress.start(`validate ${system.id}`, flags.most);
    found.push(
      await validateSystem(study, system, {
        target: flags.target,
        mostReplies: flags.most,
        seed: flags.seed,
        progress,
      }),
    );
    progress.finish();
  }
  const result = { folder, simulated: true, target: flags.target, systems: found, skipped };
  if (flags.json) context.out(`${JSON.stringify(result, nanAsText)}\n`);
  else context.out(`${validationText(found, flags.target, skipped)}\n`);
  return EXIT.done;
}

function wantedSystems(
  systems: readonly ValueSystem[],
  named: readonly string[] | undefined,
): readonly ValueSystem[] {
  const known = systems.map(({ id }) => id);
  const unknown = named?.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new InputError({
      where: "--system",
      problem: "names no system of this study",
      arrived: unknown,
      fix: `name one of: ${known.join(", ")}`,
    });
  return systems.filter(({ id }) => named?.includes(id) ?? true);
}

const left = (title: string) => ({ title, align: "left" as const });
const right = (title: string) => ({ title, align: "right" as const });
const number = (value: number, digits = 2) =>
  Number.isFinite(value) ? value.toFixed(digits) : "-";
const percent = (value: number) => (Number.isFinite(value) ? `${(100 * value).toFixed(0)} %` : "-");
const points = (value: number) => number(100 * value, 1);

function validationText(
  found: readonly SystemValidation[],
  target: number,
  skipped: readonly string[],
): string {
  return [
    "SIMULATED: examinees are planted with the published scores of the platform's models. This says what the " +
      "instrument, configured so, would find; it says nothing about the models.",
    ...found.map(configuredText),
    budgetText(found, target),
    ...found.flatMap(({ system, notes }) => notes.map((note) => `note: ${system}: ${note}`)),
    ...skipped.map((line) => `note: ${line}`),
    READING,
  ].join("\n\n");
}

const READING = [
  "planted: rank correlation of scores with the published scores that were planted; exact: with E[P_F] on the same items.",
  "bias: score less exact E[P_F], in points of 100. holds: 95 % intervals that hold the exact value, of the score as it is,",
  "and after labels of half the items took the recognizer's error off. shows: how much of a true difference is read.",
  "detectable: the smallest true difference between two examinees found in four of five such studies, in points of 100.",
].join("\n");

function configuredText({ system, configured }: SystemValidation): string {
  const table = textTable(
    [
      left("dimension"),
      right("items"),
      right("planted"),
      right("exact"),
      right("bias"),
      right("holds"),
      right("holds, corrected"),
      right("shows"),
      right("detectable"),
    ],
    configured.dimensions.map((row) => [
      row.dimension,
      String(row.items),
      number(row.planted),
      number(row.exact),
      points(row.bias),
      percent(row.coverage),
      percent(row.correctedCoverage),
      percent(row.slope),
      points(row.detectable),
    ]),
  );
  const { items, samples, spearman, median, least } = configured;
  return (
    `${system} as configured (simulated): ${items} items x ${samples} samples; ranking of all models ` +
    `${number(spearman)}, median dimension ${number(median)}, least ${least.dimension} ${number(least.spearman)}\n${table}`
  );
}

function budgetText(found: readonly SystemValidation[], target: number): string {
  const table = textTable(
    [
      left("system"),
      left("reading"),
      right("examinees"),
      right("predicted"),
      right("tried"),
      right("got"),
      right("median dimension"),
      right("least"),
      right("with endless items"),
      right("and exact replies"),
    ],
    found.flatMap(({ system, budget, lifted, perfect }) => [
      budgetRow(system, "as scored", budget),
      budgetRow("", "floor lifted", lifted),
      budgetRow("", "no error, no refusals", perfect),
    ]),
  );
  return [
    `Cheapest budget whose ranking reaches ${target} with the published one (simulated; read from replies; items as the grammar draws them)`,
    table,
    ...found.map(({ system, budget, lifted, perfect }) => {
      const other = budget.reached ? "" : `; with floors lifted: ${verdictOn(lifted, target)}`;
      const needed = `read without error and with no refusals it would take ${sizeOf(perfect.predicted)}`;
      return `${system}: ${verdictOn(budget, target)}${other}; ${needed}`;
    }),
  ].join("\n");
}

function budgetRow(system: string, reading: string, budget: FoundBudget): string[] {
  const { confirmed, outlook } = budget;
  return [
    system,
    reading,
    String(budget.examinees),
    sizeOf(budget.predicted),
    sizeOf(confirmed),
    confirmed ? number(confirmed.spearman) : "-",
    confirmed ? number(confirmed.median) : "-",
    confirmed ? number(confirmed.least.spearman) : "-",
    `${number(outlook.limit)} (to ${number(outlook.limitHigh)})`,
    number(budget.exact),
  ];
}

function sizeOf(size: { readonly items: number; readonly samples: number } | null): string {
  return size ? `${size.items} x ${size.samples}` : "none";
}

/** How many times what was foretold must have fallen short before more items are said hardly to help. */
const MANY = 4;

function verdictOn(budget: FoundBudget, target: number): string {
  const { predicted, confirmed, reached, outlook } = budget;
  if (reached && confirmed)
    return `reached at ${sizeOf(confirmed)}: ${number(confirmed.spearman)} on fresh items`;
  const got = confirmed ? `${number(confirmed.spearman)} at ${sizeOf(confirmed)}; ` : "";
  if (predicted && confirmed && predicted.samples <= confirmed.samples) {
    const times = confirmed.items / predicted.items;
    if (times >= MANY)
      return `${got}${sizeOf(predicted)} was foretold to do: more items hardly help`;
    if (times >= 1)
      return `${got}${sizeOf(predicted)} was foretold to do, and more did not; see --most to try still more`;
  }
  if (predicted)
    return (
      `${got}would take about ${sizeOf(predicted)} by an extrapolation from ${outlook.items} x ${outlook.samples}; ` +
      "not tried on more: see --most"
    );
  if (!Number.isFinite(outlook.limit))
    return (
      `${got}cannot tell: halves of ${outlook.items} items do not agree about the examinees, so that nothing can be ` +
      "foretold; raise --most"
    );
  const end = `endless items would end at about ${number(outlook.limit)}`;
  return outlook.limitHigh >= target
    ? `${got}${end}, but that is too rough to tell whether ${target} can be reached`
    : `${got}no number of items reaches ${target}: ${end}, since what is read depends on more than the value`;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1))
    throw new InvalidArgumentError("Give a number between 0 and 1.");
  return value;
}
