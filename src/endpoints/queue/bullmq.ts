import { connect } from "node:net";
import { InputError } from "../../ports/input-error.js";

/** The queue that coordinator and workers meet at. */
export const QUEUE_NAME = "value-compass-calls";

/** BullMQ's classes over one kind of server, and how to reach it. */
export interface Bullmq extends Pick<typeof import("bullmq"), "Queue" | "QueueEvents" | "Worker"> {
  readonly connection: { readonly url: string; readonly maxRetriesPerRequest: null };
}

/** A kind of server: the port it usually listens at, and the packages that speak to it. */
interface Kind {
  readonly port: number;
  readonly install: string;
}

const REDIS: Kind = { port: 6379, install: "npm install bullmq@6.7.0 ioredis@6.0.0" };
const POSTGRES: Kind = { port: 5432, install: "npm install bullmq@6.7.0 pg@8.23.1" };

/**
 * Loads BullMQ, which is an optional peer (most people never need it), for a queue on Redis, Valkey or PostgreSQL, and
 * makes sure that its server can be reached.
 *
 * @throws InputError that says how to get what is missing
 */
export async function bullmqFor(url: string): Promise<Bullmq> {
  const kind = kindOf(url);
  const { Queue, QueueEvents, Worker, withBackend, createPostgresBackend } = await loaded(kind);
  await reached(url, kind);
  if (kind === REDIS)
    return { Queue, QueueEvents, Worker, connection: { url, maxRetriesPerRequest: null } };
  // The same classes over another backend: their types differ in what a connection is.
  return {
    ...(withBackend(createPostgresBackend) as unknown as Omit<Bullmq, "connection">),
    connection: { connectionString: url, migrate: true } as unknown as Bullmq["connection"],
  };
}

/** Waits for a first answer of the queue's server. Throws `InputError` when it refuses. */
export async function readied(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new InputError(
      {
        where: "--queue",
        problem: "names a server that refuses",
        arrived: error instanceof Error ? error.message : String(error),
        fix: "check the user, the password and the database in the URL",
      },
      { cause: error },
    );
  }
}

async function loaded({ install }: Kind): Promise<typeof import("bullmq")> {
  try {
    // BullMQ loads the client for PostgreSQL itself, when it is too late for a clear word.
    if (install === POSTGRES.install) import.meta.resolve("pg");
    return await import("bullmq");
  } catch (error) {
    throw new InputError(
      {
        where: "--queue",
        problem: "needs two packages that are not installed",
        arrived: (error as NodeJS.ErrnoException).code ?? null,
        fix: install,
      },
      { cause: error },
    );
  }
}

function kindOf(url: string): Kind {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (/^rediss?:$/.test(protocol)) return REDIS;
  if (/^postgres(ql)?:$/.test(protocol)) return POSTGRES;
  throw new InputError({
    where: "--queue",
    problem: "must be the URL of a Redis, Valkey or PostgreSQL server",
    arrived: null,
    fix: "write for example redis://127.0.0.1:6379 or postgres://USER@127.0.0.1:5432/DATABASE",
  });
}

const PATIENCE = 5000;

/** Resolves when the queue's server can be reached; its client would try for ever. Throws `InputError`. */
async function reached(url: string, kind: Kind): Promise<void> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "") || "127.0.0.1";
  const socket = connect({ host, port: Number(port || kind.port) });
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
