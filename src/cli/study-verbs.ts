import { Option } from "commander";
import { GRAMMAR_WORDINGS } from "../generator/grammar-writer.js";
import { type DemoFlags, demo } from "./demo.js";
import { fork } from "./fork.js";
import { type InitFlags, init } from "./init.js";
import { plan } from "./plan.js";
import { report } from "./report.js";
import type { VerbContext } from "./verb-context.js";
import { type Done, divergenceOption, running, unit, type Verb, whole } from "./verb-options.js";

/** Adds what comes before a run: `demo`, `init` and `plan`. */
export function addBeginningVerbs(verb: Verb, context: VerbContext, done: Done): void {
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
    .option("--model <id...>", "measure models behind an OpenAI-compatible endpoint")
    .option("--endpoint <url>", "with --model: where they answer; OpenAI when left out")
    .option("--key <name>", "with --model: the environment variable that holds the key")
    .addOption(
      new Option("--wording <how>", "how the grammar words items; plain when left out").choices(
        GRAMMAR_WORDINGS,
      ),
    )
    .option("--schema", "print the JSON Schema of study.json and make nothing")
    .action((folder: string, flags: InitFlags) => done(init(folder, flags, context)));

  verb("plan", "calls and time by role; nothing is called", "value-compass plan my-study")
    .argument("<folder>", "a study folder")
    .action(async (folder: string, flags: { json?: boolean }) =>
      done(await plan(folder, flags, context)),
    );
}

/** Adds what is done with a study that stands: `report` and `fork`. */
export function addStandingVerbs(verb: Verb, context: VerbContext, done: Done): void {
  verb("report", "write the report from the results", "value-compass report my-study")
    .argument("<folder>", "a study folder")
    .action(async (folder: string, flags: { json?: boolean }) =>
      done(await report(folder, flags, context)),
    );

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
}
