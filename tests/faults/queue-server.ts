import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A private server on loopback that a queue can be kept on. */
export interface QueueServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A kind of server, whether it is installed here, and how to start one. */
export interface QueueServerKind {
  readonly name: string;
  /** False where it is missing; throws where VALUE_COMPASS_REQUIRE names it. */
  isHere(): boolean;
  start(): Promise<QueueServer>;
}

export const QUEUE_SERVERS: readonly QueueServerKind[] = [
  {
    name: "redis",
    isHere: () => checked("redis", runs("redis-server"), "redis-server"),
    start: async () => {
      const port = await freePort();
      const memoryAlone = ["--save", "", "--appendonly", "no", "--dir", tmpdir()];
      const args = ["--port", String(port), "--bind", "127.0.0.1", ...memoryAlone];
      return started(`redis://127.0.0.1:${port}`, "redis-server", args, {});
    },
  },
  {
    name: "postgres",
    isHere: () => checked("postgres", runs(inPostgres("initdb")), "postgresql"),
    start: async () => {
      const port = await freePort();
      const folder = mkdtempSync(join(tmpdir(), "queue-postgres-"));
      // It refuses to be run by root.
      const owner = process.getuid?.() === 0 ? ownerOf("postgres") : null;
      if (owner) chownSync(folder, owner.uid, owner.gid);
      const init = ["-D", folder, "-U", "queue", "-A", "trust", "--no-sync"];
      const { status, stderr } = spawnSync(inPostgres("initdb"), init, { ...owner, cwd: folder });
      if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
      const careless = ["fsync=off", "synchronous_commit=off", "listen_addresses=127.0.0.1"];
      const flags = careless.flatMap((each) => ["-c", each]);
      const args = ["-D", folder, "-p", String(port), "-k", folder, ...flags];
      const url = `postgres://queue@127.0.0.1:${port}/postgres`;
      const server = await started(url, inPostgres("postgres"), args, { ...owner, cwd: folder });
      const stop = async () => {
        await server.stop();
        rmSync(folder, { recursive: true });
      };
      return { url, stop };
    },
  },
];

function runs(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

function checked(name: string, found: boolean, debian: string): boolean {
  const required = (process.env.VALUE_COMPASS_REQUIRE ?? "").split(",").includes(name);
  if (!found && required)
    throw new Error(`VALUE_COMPASS_REQUIRE names ${name}, and there is none here`);
  if (!found) console.log(`skipped: there is no ${name} here (Debian: apt-get install ${debian})`);
  return found;
}

/** Debian keeps the programs of each version apart. */
const DEBIAN = "/usr/lib/postgresql";

function inPostgres(program: string): string {
  if (runs(program)) return program;
  const places = spawnSync("ls", [DEBIAN]).status === 0 ? readdirSync(DEBIAN) : [];
  const [newest = ""] = places.sort((a, b) => Number(b) - Number(a));
  return join(DEBIAN, newest, "bin", program);
}

function ownerOf(user: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, user]).stdout));
  return { uid, gid };
}

async function started(
  url: string,
  program: string,
  args: readonly string[],
  options: { readonly uid?: number; readonly gid?: number; readonly cwd?: string },
): Promise<QueueServer> {
  const server = spawn(program, args, options);
  await new Promise<void>((resolve, reject) => {
    const heard = (chunk: Buffer) => {
      if (/ready to accept connections/i.test(chunk.toString())) resolve();
    };
    server.stdout.on("data", heard);
    server.stderr.on("data", heard);
    server.on("close", () => reject(new Error(`${program} ended at once`)));
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.on("close", () => resolve());
        // For PostgreSQL: ends its sessions rather than waiting for them.
        server.kill("SIGINT");
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
