import { setMaxListeners } from "node:events";
import type { Queue } from "bullmq";
import type { Completer, Completion, CompletionRequest } from "../../ports/complete.js";
import { bullmqFor, QUEUE_NAME, readied } from "./bullmq.js";

/** Answers stay this long for a coordinator that was killed and comes back, in seconds. */
const KEPT = 86_400;

/**
 * Makes single attempts on other machines: each is a job under the content key of its cell and its number, so that asking again for
 * what is under way, or was finished while the coordinator was dead, is no second request. Everything else (limits,
 * pace, retries, caps, the journal) stays with the coordinator, and so holds for all workers together.
 *
 * @param url  of a Redis, Valkey or PostgreSQL server
 */
export async function queueCompleter(url: string): Promise<Completer> {
  const { Queue, QueueEvents, connection } = await bullmqFor(url);
  const queue = new Queue<CompletionRequest, Completion>(QUEUE_NAME, { connection });
  const events = new QueueEvents(QUEUE_NAME, { connection });
  // A server that goes away and comes back is waited for; what is under way stays where it is.
  queue.on("error", () => {});
  events.on("error", () => {});
  events.setMaxListeners(0);
  queue.setMaxListeners(0);
  await readied(events.waitUntilReady());
  const tries = new Map<string, number>();
  const pending = new Set<string>();

  const finished = async (jobId: string, request: CompletionRequest): Promise<Completion> => {
    const options = { jobId, attempts: 1, removeOnComplete: { age: KEPT }, removeOnFail: true };
    const job = await queue.add("complete", request, options);
    const completion = await answerOf(queue, jobId, job.waitUntilFinished(events));
    // A failure is told once; another run shall ask anew.
    if (completion.kind === "failed") await job.remove().catch(() => {});
    return completion;
  };
  return {
    complete: async (request, signal) => {
      if (signal.aborted) throw signal.reason;
      setMaxListeners(0, signal);
      const attempt = (tries.get(request.id) ?? 0) + 1;
      tries.set(request.id, attempt);
      const jobId = `${request.id}-${attempt}`;
      pending.add(jobId);
      try {
        const completion = await orAborted(
          finished(jobId, request).catch((error: unknown) => lost(error)),
          signal,
        );
        if (completion.kind === "answered") tries.delete(request.id);
        return completion;
      } finally {
        if (!signal.aborted) pending.delete(jobId);
      }
    },
    close: async () => {
      // What nobody has begun shall not be begun for a run that has ended.
      await Promise.all([...pending].map((jobId) => queue.remove(jobId).catch(() => 0)));
      await Promise.all([queue.close(), events.close()]);
    },
  };
}

/** How often a job is looked at whose end nobody has told, in milliseconds. */
const LOOK = 2000;

/**
 * What a job came to: as its event tells, or as it is found. Over PostgreSQL an event can be passed over, since they are
 * read in the order of their numbers, and one that began earlier may be committed later.
 */
async function answerOf(
  queue: Queue<CompletionRequest, Completion>,
  jobId: string,
  told: Promise<Completion>,
): Promise<Completion> {
  let timer: NodeJS.Timeout | undefined;
  const found = new Promise<Completion>((resolve, reject) => {
    const look = async (): Promise<void> => {
      // A server that is away for a moment is looked at again.
      const job = await queue.getJob(jobId).catch(() => null);
      if (job === undefined) reject(new Error("the job is gone"));
      else if (job?.finishedOn !== undefined && job.returnvalue) resolve(job.returnvalue);
    };
    timer = setInterval(() => void look(), LOOK);
  });
  try {
    return await Promise.race([told, found]);
  } finally {
    clearInterval(timer);
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** A job that ended without a word: its worker died too often, or the queue was emptied. */
function lost(error: unknown): Completion {
  const said = error instanceof Error ? error.message.slice(0, 160) : String(error);
  const failure = {
    class: "retryable",
    scope: "call",
    code: "workerLost",
    status: null,
    said,
    retryAfter: null,
  } as const;
  return { kind: "failed", failure, tokensIn: null, tokensOut: null };
}
