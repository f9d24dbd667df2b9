import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { readChoice, speltOut } from "../catalogue/choice.js";
import { divergence, divergences } from "../catalogue/divergences.js";
import { FAULTS } from "../endpoints/emulator/fault-plan.js";
import { productVersion } from "../run/product-version.js";
import { type BatchFlags, batch } from "./batch.js";
import { type CalibrateFlags, calibrate } from "./calibrate.js";
import { registerContamination } from "./contamination.js";
import { type DemoFlags, demo } from "./demo.js";
import { type EmulateFlags, emulate } from "./emulate.js";
import { type EvolveFlags, evolve } from "./evolve.js";
import { EXIT, isBadInput } from "./exit-code.js";
import { fork } from "./fork.js";
import { type InitFlags, init } from "./init.js";
import { exitAfter, Interrupted } from "./interrupted.js";
import { registerItems } from "./items.js";
import { addKernelVerbs, addNotebookVerbs } from "./jupyter-verbs.js";
import { oracles } from "./oracles.js";
import { plan } from "./plan.js";
import { registerQuality } from "./quality.js";
import { addReadingVerbs } from "./reading-verbs.js";
import { type RecognizerFlags, recognizerBench, recognizerTrain } from "./recognizer.js";
import { registerRelease } from "./release.js";
import { report } from "./report.js";
import { type RunVerbFlags, resume, run } from "./run.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import { registerSweep } from "./sweep.js";
import type { VerbContext } from "./verb-context.js";
import { type WorkerFlags, worker } from "./worker.js";

/** Runs the command line and returns the exit code; never throws for bad input. */
export async function runProgram(args: readonly string[], context: VerbContext): Promise<number> {
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

function buildProgram(context: VerbContext, done: (code: number) => void): Command {
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
  const verb = (name: string, about: string, example: string): Command =>
    program
      .command(name)
      .description(about)
      .option("--json", "print the result as one line of JSON")
      .addHelpText("after", `\nExample:\n  $ ${example}`)
      .exitOverride();
  const running = (command: Command): Command =>
    command
      .option("--concurrency <n>", "calls under way at once; changes no number", positive, 8)
      .option("--quiet", "no progress on stderr")
      .option("--queue <url>", "let workers ask the endpoints, over this Redis: redis://HOST:PORT");

  running(
    verb("demo", "run the demo study: simulated examinees, no key", "value-compass demo --alpha 0")
      .argument("[folder]", "where the study is kept", "studies/demo")
      .option("--again", "forget the journal and begin anew")
      .option("--alpha <a>", "0: tell examinees apart; 1: elicit values", unit)
      .option("--seed <n>", "another seed, another study", whole)
      .addOption(divergenceOption()),
  ).action(async (folder: string, flags: DemoFlags) => done(await demo(folder, flags, context)));

  verb("init", "make a study folder with a study.json to edit", "value-compass init my-study")
    .argument("[folder]", "the folder to make", "studies/my-study")
    .option("--name <name>", "the name shown in reports")
    .option("--system <id...>", "value systems: schwartz, mft, llm_unique, safety")
    .option("--replies <file>", "measure recorded replies (JSONL or CSV) instead of the demo panel")
    .option("--schema", "print the JSON Schema of study.json and make nothing")
    .action((folder: string, flags: InitFlags) => done(init(folder, flags, context)));

  verb("plan", "calls and time by role; nothing is called", "value-compass plan my-study")
    .argument("<folder>", "a study folder")
    .action(async (folder: string, flags: { json?: boolean }) =>
      done(await plan(folder, flags, context)),
    );

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
    verb("score", "compute the scores from the journal", "value-compass score my-study").argument(
      "<folder>",
      "a study folder",
    ),
  ).action(async (folder: string, flags: RunFlags) =>
    done(await runFolder(folder, flags, context, { asking: false })),
  );

  verb("report", "write the report from the results", "value-compass report my-study")
    .argument("<folder>", "a study folder")
    .action(async (folder: string, flags: { json?: boolean }) =>
      done(await report(folder, flags, context)),
    );

  verb(
    "oracles",
    "compute every expected number in a folder with our formulas, and compare",
    "value-compass oracles tests/oracles",
  )
    .argument("<folder>", "a folder of oracle files (.json)")
    .action((folder: string, flags: { json?: boolean }) => done(oracles(folder, flags, context)));

  verb(
    "fork",
    "begin another study from one that stands, with its journal",
    "value-compass fork my-study other-study",
  )
    .argument("<from>", "a study folder")
    .argument("<to>", "the folder to make")
    .action((from: string, to: string, flags: { json?: boolean }) =>
      done(fork(from, to, flags, context)),
    );

  verb(
    "batch",
    "write what a study lacks as OpenAI-style batch files, or read the results back",
    "value-compass batch my-study --read results.jsonl",
  )
    .argument("<folder>", "a study folder")
    .option("--read <file>", "results of a batch, to be taken into the journal")
    .action(async (folder: string, flags: BatchFlags) => done(await batch(folder, flags, context)));

  verb(
    "worker",
    "ask endpoints for studies that run elsewhere with --queue",
    "value-compass worker --queue redis://127.0.0.1:6379",
  )
    .requiredOption("--queue <url>", "the Redis or Valkey server that the study's run names")
    .option("--concurrency <n>", "calls under way at once on this machine", positive, 64)
    .option("--lock-seconds <n>", "how long a dead worker's calls stay with it", positive, 30)
    .action(async (flags: WorkerFlags) => done(await worker(flags, context)));

  verb(
    "emulate",
    "serve simulated models as an OpenAI-compatible endpoint on this machine, going wrong as told",
    "value-compass emulate --port 8089 --latency lognormal:200:0.5 --fault serverError=0.05",
  )
    .option("--port <n>", "the port; 0 takes a free one", whole, 8089)
    .option("--seed <n>", "names all the luck of the models and of the faults", whole, 7)
    .option(
      "--fault <name=share...>",
      `what goes wrong how often: ${Object.keys(FAULTS).join(", ")}`,
    )
    .option("--latency <ms>", "200, uniform:100:300 or lognormal:200:0.5")
    .option("--rate <n>", "requests allowed in any second; more get 429", positive)
    .option("--drift-after <n>", "replies after which another model id answers", whole)
    .option("--plan <file>", "a JSON file with all of this")
    .action(async (flags: EmulateFlags) => done(await emulate(flags, context)));
  registerQuality(verb, context, done);
  registerSweep(verb, context, done);
  registerItems(verb, context, done);
  registerContamination(verb, context, done);
  registerRelease(verb, context, done);
  addReadingVerbs(program, context, done);
  addKernelVerbs(program, context, done);
  addNotebookVerbs(program, context, done);
  addRecognizer(program, context, done);
  return program;
}

function addRecognizer(program: Command, context: VerbContext, done: (code: number) => void): void {
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

function divergenceOption(): Option {
  const ids = divergences.map(({ id }) => id).join(", ");
  const about = `how far examinees are apart; numbers go behind a colon, as in renyi:order=2 (${ids})`;
  return new Option("--divergence <choice>", about).argParser((text) => {
    try {
      return speltOut(divergence, readChoice(text));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new InvalidArgumentError(error.message);
    }
  });
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError("Give a whole number from 0.");
  return value;
}

function positive(text: string): number {
  const value = whole(text);
  if (value === 0) throw new InvalidArgumentError("Give a whole number from 1.");
  return value;
}

function unit(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("Give a number from 0 to 1.");
  return value;
}
