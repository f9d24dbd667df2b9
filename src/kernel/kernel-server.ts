import { thrownFault } from "./cell-error.js";
import { type CellHistory, cellHistory } from "./cell-history.js";
import { type CellQueue, cellQueue } from "./cell-queue.js";
import { type Comms, commsRegistry, type IopubDraft } from "./comms-registry.js";
import { announceKernel, type HostOutput, type KernelHost } from "./kernel-host.js";
import { kernelInfo } from "./kernel-info.js";
import type { CellOutcome, KernelSession } from "./kernel-session.js";
import { type OutputRouting, outputRouting, takeStreams } from "./output-routing.js";
import { sendQueue } from "./send-queue.js";
import type { SendSocket, StockServer, TslabModules } from "./tslab-modules.js";
import { registerWidgetTargets } from "./widgets/widget-targets.js";
import { messageId, packMessage, unpackMessage, type WireMessage } from "./wire-message.js";

type Content = Readonly<Record<string, unknown>>;

/** The parts that answer messages. */
interface Server {
  readonly session: KernelSession;
  readonly tslab: TslabModules;
  readonly comms: Comms;
  readonly routing: OutputRouting;
  readonly queue: CellQueue;
  readonly history: CellHistory;
  publish(draft: IopubDraft): void;
  count: number;
}

/**
 * Answers a front end on the sockets that a connection file names, with tslab's compiler and executor
 * behind it.
 */
export async function serveKernel(
  configPath: string,
  tslab: TslabModules,
  session: KernelSession,
): Promise<void> {
  const stock: StockServer = new tslab.jupyter.ZmqServer(
    { close: () => session.executor.close() },
    configPath,
  );
  const name = messageId();
  const wire = (): { key: string; name: string } => ({ key: stock.connInfo.key, name });
  // The sockets exist once the server has started.
  let queued: SendSocket | null = null;
  const iopub = (): SendSocket => {
    queued ??= sendQueue(stock.iopub);
    return queued;
  };
  const replies = new Map<SendSocket, SendSocket>();
  const replySocket = (socket: SendSocket): SendSocket => {
    const known = replies.get(socket) ?? sendQueue(socket);
    replies.set(socket, known);
    return known;
  };
  const routing = outputRouting();
  const publish = ({ type, content, metadata, parent }: IopubDraft): void => {
    const owner = parent ?? routing.owner()?.parent ?? null;
    const draft = { type, id: messageId(), content, metadata, parent: owner, route: [type] };
    void iopub()
      .send(packMessage(draft, wire()))
      .catch(() => {});
  };
  const comms = commsRegistry(publish);
  registerWidgetTargets(comms);
  const server: Server = {
    session,
    tslab,
    comms,
    routing,
    queue: cellQueue(),
    history: cellHistory(),
    publish,
    count: 0,
  };
  routeOutputs(server);
  // The instance is asked for each message, so its own method goes before that of its class.
  stock.handleShellMessage = async (socket, ...frames) => {
    const request = unpackMessage(frames, stock.connInfo.key);
    const state = (execution_state: string): void =>
      publish({ type: "status", content: { execution_state }, parent: request.header });
    const reply = (type: string, content: Content): Promise<void> => {
      const { route, header: parent } = request;
      return replySocket(socket).send(
        packMessage({ type, id: messageId(), content, parent, route }, wire()),
      );
    };
    // A cell that waits is not busy yet: it says so when its turn comes.
    if (request.type === "execute_request") {
      await answerExecute(server, request, state, reply);
      return;
    }
    state("busy");
    try {
      await answer(server, request, reply);
    } finally {
      state("idle");
    }
    if (request.type === "shutdown_request")
      setTimeout(() => process.exit(0), LAST_WORDS_MILLISECONDS);
  };
  await stock.init();
  publish({ type: "status", content: { execution_state: "starting" } });
  // A person takes longer to press a key than this takes; a request that is there already goes first.
  setTimeout(() => void server.queue.add(() => warmUp(session)), WARM_UP_MILLISECONDS);
}

/** How long the answer to a shutdown may take to leave. User timers would keep the process for ever. */
const LAST_WORDS_MILLISECONDS = 100;

/** How long after the start the prelude is compiled, unless a cell comes first. */
const WARM_UP_MILLISECONDS = 50;

async function warmUp(session: KernelSession): Promise<{ result: null; failed: false }> {
  await session.warm();
  return { result: null, failed: false };
}

type Reply = (type: string, content: Content) => Promise<void>;

async function answer(server: Server, request: WireMessage, reply: Reply): Promise<void> {
  const { session, tslab, comms } = server;
  const { content } = request;
  const code = String(content.code ?? "");
  const position = Number(content.cursor_pos ?? code.length);
  switch (request.type) {
    case "kernel_info_request":
      return reply("kernel_info_reply", kernelInfo());
    case "is_complete_request": {
      const { completed, indent = "" } = tslab.isCompleteCode(code);
      const told = completed ? { status: "complete" } : { status: "incomplete", indent };
      return reply("is_complete_reply", told);
    }
    case "inspect_request": {
      const info = session.executor.inspect(code, position);
      const data = info ? { "text/plain": tslab.printQuickInfo(info) } : {};
      return reply("inspect_reply", { status: "ok", found: Boolean(info), data, metadata: {} });
    }
    case "complete_request": {
      const { start, end, candidates } = session.executor.complete(code, position);
      const span = { cursor_start: start, cursor_end: end };
      return reply("complete_reply", { status: "ok", matches: candidates, ...span, metadata: {} });
    }
    case "history_request":
      return reply("history_reply", { status: "ok", history: server.history.answer(content) });
    case "comm_info_request":
      return reply("comm_info_reply", comms.info(content.target_name as string | undefined));
    case "interrupt_request":
      session.executor.interrupt();
      return reply("interrupt_reply", { status: "ok" });
    case "shutdown_request":
      return reply("shutdown_reply", { status: "ok", restart: content.restart === true });
    default:
      await answerComm(server, request);
  }
}

/** Comm messages do not wait for cells: a slider answers while a cell waits for a model. */
async function answerComm({ comms, routing }: Server, request: WireMessage): Promise<void> {
  await routing.run({ parent: request.header, capture: null }, () => comms.handle(request));
}

async function answerExecute(
  server: Server,
  request: WireMessage,
  state: (execution_state: string) => void,
  reply: Reply,
): Promise<void> {
  const { publish, routing, session, queue } = server;
  const { header: parent, content } = request;
  const code = String(content.code ?? "");
  const silent = content.silent === true;
  const turn = await queue.add(async () => {
    state("busy");
    if (!silent) server.count++;
    const execution_count = server.count;
    if (!silent) publish({ type: "execute_input", content: { code, execution_count }, parent });
    const outcome = await routing.run({ parent, capture: null }, () =>
      session.run(code, `In[${execution_count}]`),
    );
    if (!silent) publishOutcome(publish, outcome, execution_count, parent);
    if (!silent && content.store_history !== false)
      server.history.add(execution_count, code, resultText(outcome));
    const failed = !outcome.ok && content.stop_on_error !== false;
    return { result: { outcome, execution_count }, failed };
  });
  if (!turn.ran) {
    state("busy");
    await reply("execute_reply", { status: "aborted", execution_count: server.count });
  } else {
    const { outcome, execution_count } = turn.result;
    const told = outcome.ok
      ? { status: "ok", payload: [], user_expressions: {} }
      : { status: "error", ...outcome.fault };
    await reply("execute_reply", { ...told, execution_count });
  }
  state("idle");
}

function resultText(outcome: CellOutcome): string | null {
  const text = outcome.ok ? outcome.result?.["text/plain"] : null;
  return typeof text === "string" ? text : null;
}

function publishOutcome(
  publish: (draft: IopubDraft) => void,
  outcome: CellOutcome,
  execution_count: number,
  parent: WireMessage["header"],
): void {
  if (!outcome.ok) publish({ type: "error", content: { ...outcome.fault }, parent });
  else if (outcome.result !== null) {
    const content = { data: outcome.result, metadata: {}, execution_count };
    publish({ type: "execute_result", content, parent });
  }
}

/** Sends what cells print, show and throw late to the cell that it belongs to. */
function routeOutputs({ publish, routing, comms, session, tslab }: Server): void {
  const emit = (output: HostOutput, update = false): void => {
    const { output_type, ...content } = output;
    const owner = routing.owner();
    if (owner?.capture) owner.capture(output);
    else publish({ type: update ? "update_display_data" : output_type, content });
  };
  const faultOf = (thrown: unknown): HostOutput => ({
    output_type: "error",
    ...thrownFault(thrown, session.cells),
  });
  const host: KernelHost = {
    comms,
    display: (message, update) => emit({ output_type: "display_data", ...message }, update),
    clearOutput: (wait) => publish({ type: "clear_output", content: { wait } }),
    capture: (work, onOutput) => {
      const parent = routing.owner()?.parent;
      if (parent === undefined) return work();
      return routing.run({ parent, capture: onOutput }, work);
    },
    faultOf,
  };
  announceKernel(host);
  takeStreams((name, text) => emit({ output_type: "stream", name, text }));
  // tslab.display and this package's show find this function.
  tslab.jupyter.lastWriteDisplayData = (message, update) =>
    host.display(message as Parameters<KernelHost["display"]>[0], update);
  const late = (thrown: unknown): void => emit(faultOf(thrown));
  process.on("uncaughtException", late);
  process.on("unhandledRejection", late);
  process.on("SIGINT", () => session.executor.interrupt());
}
