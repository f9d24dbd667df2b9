import type { Command } from "commander";
import { registerCases } from "./experiment-cases.js";
import { registerKnowing } from "./experiment-knowing.js";
import { registerPrime } from "./experiment-prime.js";
import { EXPERIMENTS_FOLDER, type ExperimentVerb } from "./experiment-run.js";
import { registerStatic } from "./experiment-static.js";
import { registerSteer } from "./experiment-steer.js";
import type { VerbContext } from "./verb-context.js";
import { positive, whole } from "./verb-options.js";

const REPEATS = 5;
const SEED = 7;

/** Adds `experiment` with all experiments. */
export function registerExperiments(
  program: Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  const group = program
    .command("experiment")
    .description("the paper's experiments, on a simulated panel or on a study's examinees")
    .addHelpText("after", "\nExample:\n  $ value-compass experiment knowing")
    .exitOverride();
  const verb: ExperimentVerb = (name, about, example, repeats = REPEATS) =>
    group
      .command(name)
      .description(about)
      .argument("[study]", "a study folder whose examinees take part; a simulated panel without")
      .option("--repeats <n>", "replies of each examinee to each question", positive, repeats)
      .option("--seed <n>", "names all luck", whole, SEED)
      .option(
        "--out <folder>",
        `where the figure goes; ${EXPERIMENTS_FOLDER}, or STUDY/experiments`,
      )
      .option("--labels", "the simulated panel: read what was planted, without a reader's errors")
      .option("--json", "print the result as one line of JSON")
      .option("--quiet", "no progress on stderr")
      .addHelpText("after", `\nExample:\n  $ ${example}`)
      .exitOverride();
  registerKnowing(verb, context, done);
  registerStatic(verb, context, done);
  registerCases(verb, context, done);
  registerPrime(verb, context, done);
  registerSteer(verb, context, done);
}
