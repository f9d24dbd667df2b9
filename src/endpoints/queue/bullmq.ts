import { InputError } from "../../ports/input-error.js";

/** The queue that coordinator and workers meet at. */
export const QUEUE_NAME = "value-compass-calls";

/**
 * Loads BullMQ, which is an optional peer: most people never need it.
 *
 * @throws InputError that says how to get it
 */
export async function loadBullmq(): Promise<typeof import("bullmq")> {
  try {
    return await import("bullmq");
  } catch (error) {
    throw new InputError(
      {
        where: "--queue",
        problem: "needs two packages that are not installed",
        arrived: (error as NodeJS.ErrnoException).code ?? null,
        fix: "npm install bullmq@6.7.0 ioredis@6.0.0",
      },
      { cause: error },
    );
  }
}

/** How to reach the queue's Redis (or Valkey). Throws `InputError` for anything but a redis URL. */
export function connectionTo(url: string): {
  readonly url: string;
  readonly maxRetriesPerRequest: null;
} {
  const isRedis = URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);
  if (!isRedis)
    throw new InputError({
      where: "--queue",
      problem: "must be the URL of a Redis or Valkey server",
      arrived: null,
      fix: "write for example redis://127.0.0.1:6379",
    });
  return { url, maxRetriesPerRequest: null };
}
