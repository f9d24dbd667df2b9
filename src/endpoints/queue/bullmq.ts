import { connect } from "node:net";
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

const PATIENCE = 5000;

/** Resolves when the queue's server can be reached; its client would try for ever. Throws `InputError`. */
export async function reached(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 6379) });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.setTimeout(PATIENCE, () => reject(new Error("ETIMEDOUT")));
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
  } catch (error) {
    throw new InputError(
      {
        where: "--queue",
        problem: "names a server that cannot be reached",
        arrived: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
        fix: "start it, or check the address",
      },
      { cause: error },
    );
  } finally {
    socket.destroy();
  }
}
