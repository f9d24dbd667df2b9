import { FAULTS } from "../endpoints/emulator/fault-plan.js";
import { type BatchFlags, batch } from "./batch.js";
import { type EmulateFlags, emulate } from "./emulate.js";
import type { VerbContext } from "./verb-context.js";
import { type Done, positive, type Verb, whole } from "./verb-options.js";
import { type WorkerFlags, worker } from "./worker.js";

/** Adds `batch` and `worker`. */
export function addCallVerbs(verb: Verb, context: VerbContext, done: Done): void {
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
    .requiredOption(
      "--queue <url>",
      "the Redis, Valkey or PostgreSQL server that the study's run names",
    )
    .option("--concurrency <n>", "calls under way at once on this machine", positive, 64)
    .option("--lock-seconds <n>", "how long a dead worker's calls stay with it", positive, 30)
    .action(async (flags: WorkerFlags) => done(await worker(flags, context)));
}

/** Adds `emulate`. */
export function addEmulate(verb: Verb, context: VerbContext, done: Done): void {
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
}
