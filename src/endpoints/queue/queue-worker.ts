import { setMaxListeners } from "node:events";
import type { Completer, Completion, CompletionRequest } from "../../ports/complete.js";
import { InputError } from "../../ports/input-error.js";
import { checkBaseUrl } from "../base-url.js";
import { bullmqFor, QUEUE_NAME, readied } from "./bullmq.js";

/** What a worker needs. */
export interface QueueWorkerOptions {
  readonly url: string;
  readonly completer: Completer;
  /** Calls under way at once on this machine. */
  readonly concurrency: number;
  /** How long a job of a worker that died stays with it, in seconds. */
  readonly lockSeconds: number;
  readonly signal: AbortSignal;
  /** Told after every call how many were made. */
  made?(calls: number): void;
}

/**
 * Makes the calls that a coordinator has put into a queue until it is told to stop; calls under way are finished first.
 * The keys are those of this machine, looked up by name; the queue never holds one.
 *
 * @returns how many calls were made
 */
export async function runQueueWorker(options: QueueWorkerOptions): Promise<number> {
  const { Worker, connection } = await bullmqFor(options.url);
  const { completer, concurrency, lockSeconds, signal } = options;
  const never = new AbortController().signal;
  setMaxListeners(0, never);
  let calls = 0;
  const worker = new Worker<CompletionRequest, Completion>(
    QUEUE_NAME,
    async ({ data }) => {
      const completion = await safely(() => {
        const { baseUrl, key } = data.endpoint;
        if (baseUrl !== null) checkBaseUrl(baseUrl, { where: "baseUrl", withKey: key !== null });
        return completer.complete(data, never);
      });
      calls++;
      options.made?.(calls);
      return completion;
    },
    {
      connection,
      concurrency,
      lockDuration: 1000 * lockSeconds,
      stalledInterval: 500 * lockSeconds,
      maxStalledCount: 1000,
    },
  );
  worker.on("error", () => {});
  await readied(worker.waitUntilReady());
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await worker.close();
  return calls;
}

/** A worker that lacks a key, or is sent to a bad address, says so; it does not take the run down. */
async function safely(work: () => Promise<Completion>): Promise<Completion> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const failure = {
      class: "permanent",
      scope: "model",
      code: "workerRefused",
      status: null,
      said: `a worker says: ${error.message}`,
      retryAfter: null,
    } as const;
    return { kind: "failed", failure, tokensIn: null, tokensOut: null };
  }
}
