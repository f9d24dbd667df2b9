import { createRequire } from "node:module";
import { type KernelProcess, startKernelProcess } from "./kernel-process.js";
import type { CellOutput } from "./notebook-document.js";
import { messageId, packMessage, unpackMessage, type WireMessage } from "./wire-message.js";

/** What running one cell gave. */
export interface CellRun {
  readonly ok: boolean;
  readonly outputs: readonly CellOutput[];
}

/** A running kernel to which cells can be handed, one after another. */
export interface KernelClient {
  run(source: string): Promise<CellRun>;
  close(): void;
}

interface Socket {
  connect(address: string): void;
  close(): void;
}
interface Dealer extends Socket {
  send(frames: readonly string[]): Promise<void>;
  receive(): Promise<Buffer[]>;
}
interface Subscriber extends Socket {
  subscribe(): void;
  receive(): Promise<Buffer[]>;
}
interface ZeroMq {
  readonly Dealer: new (options: { readonly linger: number }) => Dealer;
  readonly Subscriber: new (options: { readonly linger: number }) => Subscriber;
}

/** How long a kernel may take to say its first word; a busy machine takes several seconds. */
const START_MILLISECONDS = 60_000;

/** How long to wait before asking again whether the kernel is there. */
const AGAIN_MILLISECONDS = 200;

/**
 * Starts a stock tslab kernel in a folder and connects to it over its sockets, as a front end does.
 *
 * @throws Error when the kernel ends or stays silent
 */
export async function openKernel(folder: string): Promise<KernelClient> {
  const kernel = await startKernelProcess(folder);
  try {
    return await connect(kernel);
  } catch (error) {
    kernel.stop();
    throw error;
  }
}

async function connect(kernel: KernelProcess): Promise<KernelClient> {
  const { connection, ended } = kernel;
  const zeromq = zeroMq();
  const shell = new zeromq.Dealer({ linger: 0 });
  const iopub = new zeromq.Subscriber({ linger: 0 });
  const address = (port: number) => `${connection.transport}://${connection.ip}:${port}`;
  shell.connect(address(connection.shell_port));
  iopub.connect(address(connection.iopub_port));
  iopub.subscribe();

  const session = { key: connection.key, name: messageId() };
  const waiting = new Map<string, (message: WireMessage) => void>();
  const listen = async (socket: Dealer | Subscriber): Promise<never> => {
    for (;;) {
      const message = unpackMessage(await socket.receive(), connection.key);
      waiting.get(message.parent)?.(message);
    }
  };
  const broken = Promise.race([ended, listen(shell), listen(iopub)]);
  broken.catch(() => {});

  /** Sends a request and hands over every answer to it until `done` says that it was the last. */
  const exchange = async (
    request: { readonly type: string; readonly content: WireMessage["content"] },
    done: (message: WireMessage) => boolean,
  ): Promise<void> => {
    const id = messageId();
    const finished = new Promise<void>((resolve, reject) => {
      waiting.set(id, (message) => {
        try {
          if (done(message)) resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    try {
      await shell.send(packMessage({ ...request, id }, session));
      await Promise.race([finished, broken]);
    } finally {
      waiting.delete(id);
    }
  };
  const close = (): void => {
    shell.close();
    iopub.close();
    kernel.stop();
  };

  try {
    await untilHeard(exchange);
  } catch (error) {
    close();
    throw error;
  }
  return {
    close,
    run: async (source) => {
      const outputs: CellOutput[] = [];
      const named = new Map<string, number>();
      let idle = false;
      let status: unknown = null;
      const content = { code: source, silent: false, store_history: true, allow_stdin: false };
      await exchange({ type: "execute_request", content }, (message) => {
        if (message.type === "execute_reply") status = message.content.status;
        else if (message.type === "status") idle ||= message.content.execution_state === "idle";
        else addOutput(outputs, named, message);
        return idle && status !== null;
      });
      return { ok: status === "ok", outputs };
    },
  };
}

/** A subscription takes a moment to reach the kernel: ask until an answer comes on both sockets. */
async function untilHeard(
  exchange: (
    request: { readonly type: string; readonly content: WireMessage["content"] },
    done: (message: WireMessage) => boolean,
  ) => Promise<void>,
): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS;
  let heard = false;
  while (!heard) {
    if (Date.now() > deadline)
      throw new Error(`the kernel said nothing for ${START_MILLISECONDS / 1000} seconds`);
    const seen = new Set<string>();
    const answered = exchange({ type: "kernel_info_request", content: {} }, ({ type }) => {
      seen.add(type);
      return seen.has("status") && seen.has("kernel_info_reply");
    });
    heard = await Promise.race([answered.then(() => true), pause(AGAIN_MILLISECONDS)]);
  }
}

function pause(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

/**
 * Adds what a message shows; text of the same stream flows together, and what has a name is replaced by what
 * comes later under that name.
 */
function addOutput(
  outputs: CellOutput[],
  named: Map<string, number>,
  { type, content }: WireMessage,
): void {
  if (type === "stream") {
    const { name, text } = content as { name: "stdout" | "stderr"; text: string };
    const last = outputs.at(-1);
    if (last?.kind === "stream" && last.name === name)
      outputs[outputs.length - 1] = { ...last, text: last.text + text };
    else outputs.push({ kind: "stream", name, text });
  }
  if (type !== "display_data" && type !== "update_display_data") return;
  const { data, metadata, transient } = content as unknown as DisplayContent;
  const id = transient?.display_id;
  const output: CellOutput = { kind: "display", data, metadata: metadata ?? {} };
  const place = id === undefined ? undefined : named.get(id);
  if (type === "update_display_data") {
    if (place !== undefined) outputs[place] = output;
    return;
  }
  if (id !== undefined) named.set(id, outputs.length);
  outputs.push(output);
}

type DisplayContent = Omit<Extract<CellOutput, { kind: "display" }>, "kind"> & {
  readonly transient?: { readonly display_id?: string };
};

/** tslab brings zeromq along; it is found from there, wherever the package manager has put it. */
function zeroMq(): ZeroMq {
  const tslab = createRequire(import.meta.url).resolve("tslab/package.json");
  return createRequire(tslab)("zeromq") as ZeroMq;
}
