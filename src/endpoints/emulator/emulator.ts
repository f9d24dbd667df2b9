import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { hashName } from "../../random/hash.js";
import { commitFault, sendError, sendJson } from "./commit-fault.js";
import { completionBody } from "./completion-body.js";
import { type FaultPlan, type FaultPlanInput, fateOf, faultPlanSchema } from "./fault-plan.js";
import { spoilt } from "./spoilt.js";

/** What an emulated model gets to see of a request. */
export interface EmulatedAsk {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** Which of several answers to the same question is wanted. */
  readonly sample: number;
}

/** A model: words for words, or `null` when it does not know what to say. */
export type EmulatedModel = (ask: EmulatedAsk) => string | Promise<string>;

/** What the server has done so far. */
export interface Served {
  readonly requests: number;
  /** Completions sent whole, whatever is in them. */
  readonly answered: number;
  /** Requests for a completion that had been sent before. */
  readonly repeated: number;
  /** Requests turned away or spoilt, by what happened to them. */
  readonly faults: Readonly<Record<string, number>>;
  readonly byModel: Readonly<Record<string, number>>;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** The most requests that were open at once. */
  readonly mostAtOnce: number;
}

export interface EmulatorOptions {
  readonly models: Readonly<Record<string, EmulatedModel>>;
  readonly plan?: FaultPlanInput;
  /** The port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
}

/** An emulated endpoint that is listening on this machine alone. */
export interface Emulator {
  /** The base URL, to be put into study.json. */
  readonly url: string;
  served(): Served;
  /** Changes how it misbehaves from the next request on. */
  misbehave(plan: FaultPlanInput): void;
  close(): Promise<void>;
}

const ChatRequest = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })).min(1),
  seed: z.number().int().nullish(),
});
type ChatRequest = z.infer<typeof ChatRequest>;

/**
 * Starts an OpenAI-compatible server on loopback whose models are functions, and which goes wrong as its plan says. For dry runs,
 * teaching and tests; nothing it says comes from a real model.
 *
 * The same words with another `seed` (or, without one, another `x-client-request-id`) are another sample.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const state = newState(options);
  const server = createServer((request, response) => {
    state.open++;
    state.mostAtOnce = Math.max(state.mostAtOnce, state.open);
    response.on("close", () => {
      state.open--;
    });
    handle(state, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendError(response, 500, `emulator: ${String(error)}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    served: () => servedBy(state),
    misbehave: (plan) => {
      state.plan = faultPlanSchema.parse(plan);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  readonly models: EmulatorOptions["models"];
  plan: FaultPlan;
  open: number;
  mostAtOnce: number;
  requests: number;
  answered: number;
  repeated: number;
  tokensIn: number;
  tokensOut: number;
  readonly faults: Map<string, number>;
  readonly byModel: Map<string, number>;
  /** By request: how often it was tried, and whether it was answered. */
  readonly tries: Map<string, number>;
  readonly given: Set<string>;
  /** When the requests of the last second came. */
  recent: number[];
}

function newState({ models, plan }: EmulatorOptions): State {
  return {
    models,
    plan: faultPlanSchema.parse(plan ?? {}),
    open: 0,
    mostAtOnce: 0,
    requests: 0,
    answered: 0,
    repeated: 0,
    tokensIn: 0,
    tokensOut: 0,
    faults: new Map(),
    byModel: new Map(),
    tries: new Map(),
    given: new Set(),
    recent: [],
  };
}

function servedBy(state: State): Served {
  const { requests, answered, repeated, tokensIn, tokensOut, mostAtOnce } = state;
  return {
    requests,
    answered,
    repeated,
    faults: Object.fromEntries([...state.faults].sort()),
    byModel: Object.fromEntries([...state.byModel].sort()),
    tokensIn,
    tokensOut,
    mostAtOnce,
  };
}

async function handle(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://emulator").pathname;
  if (path === "/served") return sendJson(response, servedBy(state));
  if (path === "/v1/models") {
    const data = Object.keys(state.models).map((id) => ({ id, object: "model" }));
    return sendJson(response, { object: "list", data });
  }
  state.requests++;
  const body = await bodyOf(request);
  const turnedAway = (status: number, code: string, param: string | null = null): void => {
    count(state.faults, code);
    sendError(response, status, code, {}, param);
  };
  if (path !== "/v1/chat/completions") return turnedAway(404, "not_found");
  const { key, refusedParameters, ratePerSecond } = state.plan;
  if (key !== null && request.headers.authorization !== `Bearer ${key}`)
    return turnedAway(401, "invalid_api_key");
  const parsed = ChatRequest.safeParse(body);
  if (!parsed.success) return turnedAway(400, "invalid_request_error");
  const model = state.models[parsed.data.model];
  if (!Object.hasOwn(state.models, parsed.data.model)) return turnedAway(404, "model_not_found");
  const strange = refusedParameters.find((name) => name in parsed.data);
  if (strange) return turnedAway(400, "unknown_parameter", strange);
  if (ratePerSecond !== null && isTooFast(state, ratePerSecond))
    return turnedAway(429, "rate_limit_exceeded");
  await speak(state, response, { chat: parsed.data, model, id: idOf(request) });
}

function idOf(request: IncomingMessage): string | null {
  const id = request.headers["x-client-request-id"];
  return typeof id === "string" ? id : null;
}

/** Whether more requests came in the last second than allowed; those turned away do not count. */
function isTooFast(state: State, most: number): boolean {
  const now = performance.now();
  state.recent = state.recent.filter((time) => time > now - 1000);
  if (state.recent.length >= most) return true;
  state.recent.push(now);
  return false;
}

interface Turn {
  readonly chat: ChatRequest;
  readonly model: EmulatedModel;
  readonly id: string | null;
}

async function speak(state: State, response: ServerResponse, turn: Turn): Promise<void> {
  const { chat, model, id } = turn;
  const { plan } = state;
  const words = JSON.stringify([chat.model, chat.messages, chat.seed ?? null]);
  const request = hashName(id === null ? words : `${words}${id}`);
  const attempt = (state.tries.get(request) ?? 0) + 1;
  state.tries.set(request, attempt);
  const { fault, milliseconds } = fateOf(plan, request, attempt);
  const said = await model({ messages: chat.messages, sample: sampleOf(chat, id, attempt) });
  const text = spoilt(said, { plan, model: chat.model, words });
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const drifted = plan.driftAfter !== null && state.answered >= plan.driftAfter;
  const spoken = {
    model: drifted ? `${chat.model}-2` : chat.model,
    prompt: chat.messages.map(({ content }) => content).join("\n"),
    text,
  };
  if (fault !== null) {
    count(state.faults, fault);
    commitFault(fault, { response, plan, spoken });
    if (!WHOLE.has(fault)) return;
  } else sendJson(response, completionBody(spoken));
  state.answered++;
  if (state.given.has(request)) state.repeated++;
  state.given.add(request);
  count(state.byModel, chat.model);
  state.tokensIn += Math.ceil(spoken.prompt.length / 4);
  state.tokensOut += Math.ceil(text.length / 4);
}

/** Faults that are completions all the same. */
const WHOLE: ReadonlySet<string> = new Set([
  "filtered",
  "filterError",
  "refusal",
  "empty",
  "cutShort",
]);

/** Samples beyond this have the same luck again. */
const SAMPLES = 2 ** 31;

function sampleOf(chat: ChatRequest, id: string | null, attempt: number): number {
  if (typeof chat.seed === "number") return chat.seed;
  return id === null ? attempt : Number.parseInt(hashName(id).slice(0, 7), 16) % SAMPLES;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}
