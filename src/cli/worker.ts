import { httpCompleter } from "../endpoints/completer.js";
import { runQueueWorker } from "../endpoints/queue/queue-worker.js";
import { secretsFrom } from "../endpoints/secrets.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `worker`. */
export interface WorkerFlags {
  readonly json?: boolean;
  readonly queue: string;
  readonly concurrency: number;
  readonly lockSeconds: number;
}

/** Makes the calls of studies that are run elsewhere with `--queue`, until it is interrupted. */
export async function worker(flags: WorkerFlags, context: VerbContext): Promise<number> {
  const completer = httpCompleter(secretsFrom(process.env, ["."]));
  context.err("waiting for calls; Ctrl-C ends this worker once its calls are done\n");
  const calls = await runQueueWorker({
    url: flags.queue,
    completer,
    concurrency: flags.concurrency,
    lockSeconds: flags.lockSeconds,
    signal: context.signal,
  });
  await completer.close();
  context.out(flags.json ? `${JSON.stringify({ calls })}\n` : `${calls} calls made\n`);
  return EXIT.done;
}
