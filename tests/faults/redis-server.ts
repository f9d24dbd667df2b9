import { spawn, spawnSync } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Whether a redis-server is installed; where VALUE_COMPASS_REQUIRE names redis, it must be. */
export function hasRedis(): boolean {
  const found = spawnSync("redis-server", ["--version"]).status === 0;
  const required = (process.env.VALUE_COMPASS_REQUIRE ?? "").split(",").includes("redis");
  if (!found && required)
    throw new Error("VALUE_COMPASS_REQUIRE names redis, and there is no redis-server");
  if (!found)
    console.log("skipped: there is no redis-server here (Debian: apt-get install redis-server)");
  return found;
}

/** A private Redis on loopback, in memory alone. */
export async function startRedis(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    "/tmp",
  ];
  const server = spawn("redis-server", args);
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (/Ready to accept connections/.test(chunk.toString())) resolve();
    });
    server.on("close", () => reject(new Error("redis-server ended at once")));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.on("close", () => resolve());
        server.kill("SIGTERM");
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
