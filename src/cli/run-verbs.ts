import { type EvolveFlags, evolve } from "./evolve.js";
import { type RunVerbFlags, resume, run } from "./run.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import { type ScoreFlags, score } from "./score.js";
import type { VerbContext } from "./verb-context.js";
import { type Done, positive, running, type Verb } from "./verb-options.js";

/** Adds `run`, `resume` and `evolve`. */
export function addRunVerbs(verb: Verb, context: VerbContext, done: Done): void {
  running(
    verb(
      "run",
      "run a study, or go on with it; what is journaled is not asked again",
      "value-compass run studies/mine --replies replies.jsonl --system schwartz",
    )
      .argument("<folder>", "a study folder; with --replies it is made")
      .option("--replies <file...>", "recorded replies (JSONL or CSV, .gz too) to measure")
      .option("--system <id...>", "with --replies: value systems, or .json files of your own")
      .option("--skip-bad-rows", "with --replies: leave out rows that cannot be read, and say so")
      .option("--caution <sentence>", "with --replies: said before any ranking; nothing is ranked")
      .option("--name <name>", "with --replies: the name shown in reports"),
  ).action(async (folder: string, flags: RunVerbFlags) => done(await run(folder, flags, context)));

  running(
    verb("resume", "go on with an unchanged study", "value-compass resume my-study").argument(
      "<folder>",
      "a study folder",
    ),
  ).action(async (folder: string, flags: RunFlags) => done(await resume(folder, flags, context)));

  running(
    verb(
      "evolve",
      "let the items of a study evolve for more rounds",
      "value-compass evolve my-study --add gpt-4o",
    )
      .argument("<folder>", "a study folder")
      .option("--rounds <n>", "more rounds", positive, 1)
      .option(
        "--add <examinee...>",
        "who joins the search: a published model, an archetype, or a .json file with an endpoint's entry",
      ),
  ).action(async (folder: string, flags: EvolveFlags) =>
    done(await evolve(folder, flags, context)),
  );
}

/** Adds what asks no examinee: `judge` and `score`. */
export function addJudgeVerbs(verb: Verb, context: VerbContext, done: Done): void {
  running(
    verb(
      "judge",
      "judge the journal's replies; asks no examinee",
      "value-compass judge my-study --again",
    )
      .argument("<folder>", "a study folder")
      .option("--again", "judge every reply anew and say how many verdicts differ"),
  ).action(async (folder: string, flags: RunFlags & { again?: boolean }) => {
    const options = { asking: false, rejudging: flags.again ?? false };
    done(await runFolder(folder, flags, context, options));
  });

  running(
    verb(
      "score",
      "compute the scores from the journal",
      "value-compass score my-study --reliability",
    )
      .argument("<folder>", "a study folder")
      .option("--reliability", "say how reliable they are, and what to buy next")
      .option("--item-dates <file>", "with --reliability: CSV of item,written, for older items"),
  ).action(async (folder: string, flags: ScoreFlags) => done(await score(folder, flags, context)));
}
