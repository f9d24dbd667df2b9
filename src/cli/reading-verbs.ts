import { type Command, Option } from "commander";
import { scalings } from "../aggregation/scaled-scores.js";
import { alignments } from "../catalogue/alignments.js";
import { welfareRules } from "../catalogue/welfare-rules.js";
import { type CulturesFlags, cultures } from "./cultures.js";
import { EXPORTS, type ExportFlags, exportTable } from "./export.js";
import { exportPairs } from "./export-pairs.js";
import { type RankFlags, rank } from "./rank.js";
import type { VerbContext } from "./verb-context.js";
import { whole } from "./verb-options.js";
import { type YouFlags, you } from "./you.js";

const SUBJECT = "a study folder that was run, or `published`";
const RELEASES = ["current", "2025-03-03", "static2024"];

/** Adds the verbs that read scores for a person, a culture, a society. */
export function addReadingVerbs(
  program: Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  const verb = (name: string, about: string, example: string): Command =>
    program
      .command(name)
      .description(about)
      .argument("<study>", SUBJECT)
      .option("--json", "print the result as one line of JSON")
      .addOption(
        new Option("--release <name>", "with `published`: which release").choices(RELEASES),
      )
      .addHelpText("after", `\nExample:\n  $ ${example}`)
      .exitOverride();
  addRank(verb, context, done);
  const measures = alignments.map(({ id }) => id).join(", ");
  verb(
    "you",
    "which models' priorities are like yours; without ratings, what to rate",
    "value-compass you published",
  )
    .option("--system <id>", "whose values you rate", "schwartz")
    .option("--ratings <list>", "each value from 0 to 10: power=2,benevolence=9,...")
    .option("--pvq21 <file>", "your 21 answers to the PVQ-21, as the survey codes them (1 to 6)")
    .option("--measure <id>", `how to compare (${measures})`, "spearman")
    .action(async (study: string, flags: YouFlags) => done(await you(study, flags, context)));
  verb(
    "cultures",
    "which cultures a model's order of values is like, and how sure that is",
    "value-compass cultures published --model gpt-4o",
  )
    .option("--model <id>", "an examinee by id or name")
    .option("--cultures <file>", "cultures of your own (CSV), beside those of the survey")
    .option("--measure <id>", `how to compare (${measures})`, "spearman")
    .option("--show <n>", "how many of the closest", whole, 10)
    .option("--seed <n>", "names the draws of items", whole, 7)
    .action(async (study: string, flags: CulturesFlags) =>
      done(await cultures(study, flags, context)),
    );
  verb(
    "export",
    "write scores or facts as CSV or JSON, or what a writer can be tuned with elsewhere",
    "value-compass export published --system mft",
  )
    .addOption(new Option("--what <table>", "what to write").choices(EXPORTS).default("scores"))
    .option("--system <id...>", "only these value systems")
    .option("--out <path>", "into a file instead of the screen; with --pairs, into a folder")
    .option(
      "--pairs",
      "pairs.jsonl (item, better, reward) and supervised.jsonl of a study's search",
    )
    .action(async (study: string, flags: ExportFlags & { readonly pairs?: true }) =>
      done(await (flags.pairs ? exportPairs : exportTable)(study, flags, context)),
    );
}

function addRank(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  const rules = welfareRules.map(({ id }) => id).join(", ");
  verb(
    "rank",
    "put examinees in order under your weights and rule, and say how much of it is the rule's",
    "value-compass rank published --system schwartz --weights benevolence=3,universalism=2 --rule atkinson:epsilon=2",
  )
    .option("--system <id...>", "only these value systems")
    .option("--dimension <id...>", "only these dimensions: power, or schwartz.power")
    .option("--weights <list>", "power=2,benevolence=3; a dimension not named counts 0")
    .option("--rule <choice>", `a number goes behind a colon (${rules})`, "utilitarian")
    .addOption(
      new Option("--scaling <id>", "how dimensions are made comparable")
        .choices(scalings.map(({ id }) => id))
        .default("raw"),
    )
    .option("--drop-missing", "rank on what there is where a score is missing")
    .option("--seed <n>", "names the draws of items and weights", whole, 7)
    .action(async (study: string, flags: RankFlags) => done(await rank(study, flags, context)));
}
