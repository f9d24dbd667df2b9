import { Command, CommanderError } from "commander";
import { productVersion } from "../run/product-version.js";
import { registerContamination } from "./contamination.js";
import { addCallVerbs, addEmulate } from "./endpoint-verbs.js";
import { EXIT, isBadInput } from "./exit-code.js";
import { registerExperiments } from "./experiment.js";
import { registerImport } from "./import.js";
import { exitAfter, Interrupted } from "./interrupted.js";
import { registerItems } from "./items.js";
import { addKernelVerbs, addNotebookVerbs } from "./jupyter-verbs.js";
import { registerOracles } from "./oracles.js";
import { registerQuality } from "./quality.js";
import { addReadingVerbs } from "./reading-verbs.js";
import { addRecognizerVerbs } from "./recognizer-verbs.js";
import { registerRelease } from "./release.js";
import { registerReproduce } from "./reproduce.js";
import { addJudgeVerbs, addRunVerbs } from "./run-verbs.js";
import { shownText } from "./shown-text.js";
import { addBeginningVerbs, addStandingVerbs } from "./study-verbs.js";
import { registerSweep } from "./sweep.js";
import { registerUserStudy } from "./userstudy.js";
import { registerValidate } from "./validate.js";
import type { VerbContext } from "./verb-context.js";
import type { Done, Verb } from "./verb-options.js";

/** Runs the command line and returns the exit code; never throws for bad input. */
export async function runProgram(
  args: readonly string[],
  { out, err, ...rest }: VerbContext,
): Promise<number> {
  const context: VerbContext = {
    ...rest,
    out: (text) => out(shownText(text)),
    err: (text) => err(shownText(text)),
  };
  let code: number = EXIT.done;
  const program = buildProgram(context, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    if (context.signal.aborted) {
      const goOn =
        error instanceof Interrupted
          ? `go on with: ${error.command}`
          : "run the same command again to go on";
      context.err(`\ninterrupted; everything is kept; ${goOn}\n`);
      return exitAfter(context.signal.reason);
    }
    if (!isBadInput(error)) throw error;
    context.err(`${error.message}\n`);
    return EXIT.badInput;
  }
}

function buildProgram(context: VerbContext, done: Done): Command {
  const program = new Command("value-compass")
    .description(
      "Measures what large language models value: items that evolve with the models, open answers, " +
        "a value recognizer, scores with their uncertainty.",
    )
    .addHelpText("after", "\nExample:\n  $ value-compass demo")
    .version(productVersion())
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      outputError: (text, write) =>
        write(`${text.trim().replace(/\s+/g, " ")}; --help shows what there is\n`),
    });
  const verb: Verb = (name, about, example) =>
    program
      .command(name)
      .description(about)
      .option("--json", "print the result as one line of JSON")
      .addHelpText("after", `\nExample:\n  $ ${example}`)
      .exitOverride();
  addBeginningVerbs(verb, context, done);
  addRunVerbs(verb, context, done);
  addJudgeVerbs(verb, context, done);
  addStandingVerbs(verb, context, done);
  registerOracles(verb, context, done);
  addCallVerbs(verb, context, done);
  addEmulate(verb, context, done);
  registerExperiments(program, context, done);
  registerContamination(verb, context, done);
  registerQuality(verb, context, done);
  registerSweep(verb, context, done);
  registerValidate(verb, context, done);
  registerItems(verb, context, done);
  registerRelease(verb, context, done);
  registerReproduce(verb, context, done);
  registerImport(verb, context, done);
  registerUserStudy(verb, context, done);
  addReadingVerbs(program, context, done);
  addKernelVerbs(program, context, done);
  addNotebookVerbs(program, context, done);
  addRecognizerVerbs(program, context, done);
  return program;
}
