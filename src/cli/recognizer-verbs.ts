import { type Command, Option } from "commander";
import { PHRASE_ENCODERS } from "../ports/encode.js";
import { type CalibrateFlags, calibrate } from "./calibrate.js";
import { type RecognizerFlags, recognizerBench, recognizerTrain } from "./recognizer.js";
import type { VerbContext } from "./verb-context.js";
import type { Done } from "./verb-options.js";

/** Adds `recognizer` and its verbs. */
export function addRecognizerVerbs(program: Command, context: VerbContext, done: Done): void {
  const group = program
    .command("recognizer")
    .description("measure, train or calibrate a recognizer")
    .addHelpText("after", "\nExample:\n  $ value-compass recognizer bench --data labelled")
    .exitOverride();
  const verb = (name: string, about: string): Command =>
    group
      .command(name)
      .description(about)
      .requiredOption("--data <folder>", "a folder of labelled replies (.jsonl, .jsonl.gz)")
      .option("--json", "print the result as one line of JSON")
      .option("--quiet", "no progress")
      .addHelpText("after", `\nExample:\n  $ value-compass recognizer ${name} --data labelled`)
      .exitOverride();
  verb("bench", "how well labelled replies are read, and how far edits move verdicts").action(
    async (flags: RecognizerFlags) => done(await recognizerBench(flags, context)),
  );
  group
    .command("calibrate")
    .description("hold a study's recognizer against people's labels, or teach it a value system")
    .argument("[folder]", "a study folder, with --labels")
    .option("--labels <file>", "labelled replies (JSONL or CSV): examinee, item, reply, labels")
    .option("--system <file>", "a value system of your own (.json), with --data and --model")
    .option("--data <folder>", "labelled texts of that system: response, system, labels")
    .option("--model <file>", "where to write the small model that reads it")
    .option("--concepts <file>", "recorded concepts of those texts, instead of their sentences")
    .option("--extractor <file>", "a model behind an endpoint that extracts concepts (JSON)")
    .addOption(
      new Option("--encoder <name>", "what tells which concepts mean much the same")
        .choices(PHRASE_ENCODERS)
        .default("word-vectors"),
    )
    .option("--json", "print the result as one line of JSON")
    .option("--quiet", "no progress")
    .addHelpText(
      "after",
      "\nExample:\n  $ value-compass recognizer calibrate my-study --labels rated.jsonl",
    )
    .exitOverride()
    .action(async (folder: string | undefined, flags: CalibrateFlags) =>
      done(await calibrate(folder, flags, context)),
    );
  verb("train", "train the heads anew; writes data/recognizer/").action((flags: RecognizerFlags) =>
    done(recognizerTrain(flags, context)),
  );
}
