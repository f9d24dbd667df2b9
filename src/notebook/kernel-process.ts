import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kernelProgram } from "../kernel/kernel-spec.js";
import { tslabFolder } from "../kernel/tslab-modules.js";

/** How a front end reaches a kernel: the Jupyter connection file. */
export interface Connection {
  readonly ip: string;
  readonly transport: "tcp";
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
}

/** Which kernel: the stock one, which every committed notebook runs on, or the one of this package. */
export type KernelKind = "tslab" | "value-compass";

/** A kernel in a process of its own. */
export interface KernelProcess {
  readonly connection: Connection;
  /** Rejects when the process ends by itself, with what it said last. */
  readonly ended: Promise<never>;
  /** Stops what is running; the kernel lives on. */
  interrupt(): void;
  /** Ends the process and removes the connection file; safe to call again. */
  stop(): void;
}

/** How much of what a kernel says outside any cell is kept for an error message. */
const LAST_WORDS = 2000;

/**
 * Starts a kernel that is installed here, in a folder. It is killed when this process ends:
 * a kernel does not notice that nobody listens any more.
 *
 * @throws InputError when tslab is not installed
 */
export async function startKernelProcess(folder: string, kind: KernelKind): Promise<KernelProcess> {
  const command = kernelCommand(kind);
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = await freePorts(5);
  const connection: Connection = {
    ip: "127.0.0.1",
    transport: "tcp",
    shell_port,
    control_port,
    iopub_port,
    stdin_port,
    hb_port,
    key: randomBytes(16).toString("hex"),
    signature_scheme: "hmac-sha256",
  };
  const home = mkdtempSync(join(tmpdir(), "value-compass-kernel-"));
  const file = join(home, "connection.json");
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const child = spawn(process.execPath, [...command, file], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TZ: "UTC", NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  const stop = (): void => {
    process.off("exit", stop);
    child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  };
  process.once("exit", stop);
  const ended = endOf(child);
  // Whoever waits for a message races with it; until then it must not count as unhandled.
  ended.catch(() => {});
  return { connection, ended, stop, interrupt: () => child.kill("SIGINT") };
}

function endOf(child: ChildProcess): Promise<never> {
  let said = "";
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString("utf8")).slice(-LAST_WORDS);
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  return new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(
        new Error(`the kernel ended (${signal ?? code}); it said: ${said.trim() || "nothing"}`),
      ),
    );
  });
}

function kernelCommand(kind: KernelKind): readonly string[] {
  const stock = join(tslabFolder(), "bin/tslab");
  return kind === "tslab" ? [stock, "kernel", "--config-path"] : [kernelProgram()];
}

/** Ports that are free now. All are held until all are known, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((listening, failed) => {
        server.once("error", failed);
        server.listen(0, "127.0.0.1", listening);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
