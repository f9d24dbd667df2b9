import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inspect } from "node:util";
import { commsRegistry, type IopubDraft } from "./comms-registry.js";
import { announceKernel, type HostOutput, type KernelHost, kernelHost } from "./kernel-host.js";
import { loadedTslab } from "./loaded-tslab.js";
import { sendQueue } from "./send-queue.js";
import type { SendSocket, StockJupyter, StockServer } from "./tslab-modules.js";
import { registerWidgetTargets } from "./widgets/widget-targets.js";
import { messageId, packMessage, unpackMessage, type WireHeader } from "./wire-message.js";

/**
 * Turns comms on in a running stock tslab kernel, so that widgets work there too. Does nothing outside
 * a kernel, in a kernel that has them already, and in a tslab that is built otherwise.
 */
export function upgradeStockKernel(): void {
  if (kernelHost() !== null) return;
  const loaded = loadedTslab();
  const key = connectionKey();
  const caught = loaded === null ? null : catchDisplay(loaded.path, loaded.jupyter);
  if (loaded === null || key === null || caught === null) return;
  const iopub = queueAllSends(loaded.path, caught.socket);
  const session = { key, name: messageId() };
  let current: WireHeader | null = unpackMessage(caught.frames, key).parentHeader;
  const publish = ({ type, content, metadata, parent }: IopubDraft): void => {
    const draft = { type, id: messageId(), content, metadata, parent: parent ?? current };
    void iopub.send(packMessage(draft, session)).catch(() => {});
  };
  const comms = commsRegistry(publish);
  registerWidgetTargets(comms);
  announceKernel(stockHost(loaded.jupyter, comms, publish));

  const { prototype } = loaded.jupyter.ZmqServer;
  const stock = prototype.handleShellMessage;
  // The server asks its class for this method at every message: from the next one on it is this one.
  prototype.handleShellMessage = async function (this: StockServer, socket, ...frames) {
    const request = unpackMessage(frames, key);
    const parent = request.header;
    current = parent;
    if (!request.type.startsWith("comm_")) return stock.call(this, socket, ...frames);
    publish({ type: "status", content: { execution_state: "busy" }, parent });
    try {
      if (request.type === "comm_info_request") {
        const content = comms.info(request.content.target_name as string | undefined);
        const draft = { type: "comm_info_reply", id: messageId(), content, parent };
        await sendQueue(socket).send(packMessage({ ...draft, route: request.route }, session));
      } else await comms.handle(request);
    } finally {
      publish({ type: "status", content: { execution_state: "idle" }, parent });
    }
  };
}

/**
 * Lets the server's own messages and ours leave one after another, in the order of their calls. Sockets
 * take no new members, so their class gets the method; it knows this one socket.
 */
function queueAllSends(path: string, socket: SendSocket): SendSocket {
  const { Publisher } = createRequire(path)("zeromq") as { Publisher: { prototype: SendSocket } };
  const stock = Publisher.prototype.send;
  const queued = sendQueue({ send: (frames) => stock.call(socket, frames) });
  const value = function (this: SendSocket, frames: readonly (string | Buffer)[]): Promise<void> {
    return this === socket ? queued.send(frames) : stock.call(this, frames);
  };
  Object.defineProperty(Publisher.prototype, "send", { value, configurable: true });
  return queued;
}

/** The key of the connection that this kernel was started with. */
function connectionKey(): string | null {
  // tslab takes both `--config-path FILE` and `--config-path=FILE`.
  const flag = "--config-path";
  const at = process.argv.findIndex((one) => one === flag || one.startsWith(`${flag}=`));
  const path =
    process.argv[at] === flag ? process.argv[at + 1] : process.argv[at]?.slice(flag.length + 1);
  try {
    const { key } = JSON.parse(readFileSync(String(path), "utf8")) as { key?: unknown };
    return typeof key === "string" ? key : null;
  } catch {
    return null;
  }
}

/**
 * The socket to all front ends, and a message that answers the running cell. The server keeps the socket
 * to itself, but sends on it whatever is displayed: a display is made, and caught on its way out.
 */
function catchDisplay(
  path: string,
  jupyter: StockJupyter,
): { readonly socket: SendSocket; readonly frames: readonly Buffer[] } | null {
  const { Publisher } = createRequire(path)("zeromq") as { Publisher: { prototype: SendSocket } };
  const caught: { socket: SendSocket; frames: readonly Buffer[] }[] = [];
  const send = async function (this: SendSocket, parts: readonly (string | Buffer)[]) {
    caught.push({ socket: this, frames: parts.map((part) => Buffer.from(part as string)) });
  };
  Object.defineProperty(Publisher.prototype, "send", { value: send, configurable: true });
  try {
    jupyter.lastWriteDisplayData?.({ data: {}, metadata: {}, transient: {} }, true);
  } finally {
    Reflect.deleteProperty(Publisher.prototype, "send");
  }
  return caught[0] ?? null;
}

type Write = typeof process.stdout.write;

/** What the stock kernel can do: show, and hand over what some work puts out. */
function stockHost(
  jupyter: StockJupyter,
  comms: KernelHost["comms"],
  publish: (draft: IopubDraft) => void,
): KernelHost {
  return {
    comms,
    display: (message, update) => jupyter.lastWriteDisplayData?.(message, update),
    clearOutput: (wait) => publish({ type: "clear_output", content: { wait } }),
    capture: async (work, onOutput) => {
      const before = {
        display: jupyter.lastWriteDisplayData,
        stdout: process.stdout.write,
        stderr: process.stderr.write,
      };
      for (const name of ["stdout", "stderr"] as const)
        process[name].write = ((chunk: string | Uint8Array) => {
          const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
          onOutput({ output_type: "stream", name, text });
          return true;
        }) as Write;
      jupyter.lastWriteDisplayData = (message) =>
        onOutput({ output_type: "display_data", ...message } as HostOutput);
      try {
        return await work();
      } finally {
        jupyter.lastWriteDisplayData = before.display;
        process.stdout.write = before.stdout;
        process.stderr.write = before.stderr;
      }
    },
    faultOf: (thrown) => {
      const [ename, evalue] =
        thrown instanceof Error ? [thrown.name, thrown.message] : ["Thrown", inspect(thrown)];
      return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
    },
  };
}
