import { tslabRequire } from "../kernel/tslab-modules.js";
import { messageId, packMessage, unpackMessage, type WireMessage } from "../kernel/wire-message.js";
import { type KernelKind, type KernelProcess, startKernelProcess } from "./kernel-process.js";
import type { CellOutput } from "./notebook-document.js";

/** What running one cell gave. */
export interface CellRun {
  readonly ok: boolean;
  readonly outputs: readonly CellOutput[];
}

/** All that a kernel said to one message. */
export interface KernelAnswer {
  /** The answer on the socket of the request; `null` for messages that have none, such as `comm_msg`. */
  readonly reply: WireMessage | null;
  /** What it told every front end meanwhile, in order. */
  readonly published: readonly WireMessage[];
}

/** A running kernel to which cells can be handed, one after another. */
export interface KernelClient {
  run(source: string): Promise<CellRun>;
  /** Sends any message of the protocol and waits until the kernel has dealt with it. */
  ask(type: string, content: WireMessage["content"]): Promise<KernelAnswer>;
  /** Stops what is running, as the button in a front end does. */
  interrupt(): void;
  close(): void;
}

interface Socket {
  connect(address: string): void;
  close(): void;
}
interface Dealer extends Socket {
  send(frames: readonly (string | Buffer)[]): Promise<void>;
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
 * Starts a kernel in a folder and connects to it over its sockets, as a front end does.
 *
 * @throws Error when the kernel ends or stays silent
 */
export async function openKernel(
  folder: string,
  kind: KernelKind = "tslab",
): Promise<KernelClient> {
  const kernel = await startKernelProcess(folder, kind);
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
  const ask: KernelClient["ask"] = async (type, content) => {
    const published: WireMessage[] = [];
    const expected = type.endsWith("_request");
    let reply: WireMessage | null = null;
    let idle = false;
    await exchange({ type, content }, (message) => {
      if (message.type.endsWith("_reply")) reply = message;
      else published.push(message);
      idle ||= message.content.execution_state === "idle";
      return idle && (reply !== null || !expected);
    });
    return { reply, published };
  };
  return {
    close,
    ask,
    interrupt: kernel.interrupt,
    run: async (code) => {
      const content = { code, silent: false, store_history: true, allow_stdin: false };
      const { reply, published } = await ask("execute_request", content);
      const outputs: CellOutput[] = [];
      const named = new Map<string, number>();
      for (const message of published) addOutput(outputs, named, message);
      return { ok: reply?.content.status === "ok", outputs };
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
  if (type === "error") {
    const { ename, evalue, traceback } = content as Omit<
      Extract<CellOutput, { kind: "error" }>,
      "kind"
    >;
    outputs.push({ kind: "error", ename, evalue, traceback });
  }
  const isShown = type === "display_data" || type === "update_display_data";
  if (!isShown && type !== "execute_result") return;
  const { data, metadata, transient } = content as unknown as DisplayContent;
  const id = transient?.display_id;
  const kind = isShown ? "display" : "result";
  const output: CellOutput = { kind, data, metadata: metadata ?? {} };
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
  return tslabRequire()("zeromq") as ZeroMq;
}
