import { hash } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { CallWatch, TokenEstimate } from "../ports/call-watch.js";
import type { Chat, ChatAnswer, ChatMessage, ChatRequest, ChatSchema } from "../ports/chat.js";
import type { CompletionRequest, EndpointSettings } from "../ports/complete.js";
import type { CallRole } from "../ports/store.js";
import { type ChatSettings, chatBody, tokenEstimate } from "./chat-body.js";
import { failureSentence } from "./failure-sentence.js";
import type { EndpointLimits } from "./scheduler/endpoint-lane.js";
import { laneKey, type Scheduler } from "./scheduler/scheduler.js";

/** A model behind an endpoint, and how it is asked. */
export interface RemoteModel {
  readonly endpoint: EndpointSettings;
  readonly chat: ChatSettings;
  readonly limits: EndpointLimits;
  /** Requests after the first, when one fails in a way that may pass. */
  readonly maxRetries: number;
}

/** Who is talked to, in which role, and where the requests are counted. */
export interface RemoteChatOptions {
  /** What the model is called in files, figures and lines for people. */
  readonly name: string;
  readonly role: CallRole;
  readonly model: RemoteModel;
  /** The watch over the requests of one answer, by its content key: caps, and the journal's attempts. */
  readonly watch?: (key: string) => CallWatch;
}

/** A chat over an endpoint: what it is asked can be made without asking, for plans and batch files. */
export interface RemoteChat extends Chat {
  readonly role: CallRole;
  readonly model: RemoteModel;
  /** The HTTP request for an answer, under its content key. */
  request(wanted: ChatRequest): CompletionRequest;
  /** What an answer takes at the most, where a limit is set; else what it usually takes. */
  estimate(messages: readonly ChatMessage[], schema?: ChatSchema): TokenEstimate;
}

const UNCOUNTED: CallWatch = { allow: () => true, made() {} };
const NEVER = new AbortController().signal;
// Every call under way listens to it: many are no leak.
setMaxListeners(0, NEVER);

/** Whether a chat goes over an endpoint. */
export function isRemoteChat(chat: Chat): chat is RemoteChat {
  return "model" in chat && "estimate" in chat;
}

/**
 * A model behind an endpoint as a `Chat`: the one way from a description of an endpoint to a judge, an extractor of concepts,
 * a writer or an examinee. Limits, pace, retries and turns between roles are the scheduler's; caps and
 * counts are the watch's; a key is looked up by its name where the request is made and stands nowhere else.
 *
 * Its identity is everything that decides an answer: provider, address, model, parameters, prompt, headers. What does
 * not: the key, limits, time limits, retries.
 */
export function remoteChat(options: RemoteChatOptions, calls: Scheduler): RemoteChat {
  const { name, role, model, watch = () => UNCOUNTED } = options;
  const { endpoint, chat, limits, maxRetries } = model;
  calls.allow(endpoint, limits);
  const identity = {
    kind: "endpoint",
    provider: endpoint.provider,
    baseUrl: endpoint.baseUrl,
    route: endpoint.route,
    model: endpoint.model,
    headers: endpoint.headers,
    chat,
  };
  const who = JSON.stringify(identity);
  const estimate = (messages: readonly ChatMessage[], schema?: ChatSchema) =>
    tokenEstimate(chat, messages, schema);
  const request = ({ messages, schema, sample = 0, key }: ChatRequest): CompletionRequest => ({
    endpoint,
    body: chatBody(endpoint.model, chat, messages, sample, schema),
    reasoning: chat.reasoning,
    id: key ?? keyOf(who, messages, schema?.name, sample),
  });
  return {
    name,
    role,
    model,
    identity,
    lane: { name: laneKey(endpoint), width: limits.concurrency },
    request,
    estimate,
    chat: async (wanted): Promise<ChatAnswer> => {
      const made = request(wanted);
      const delivered = await calls.deliver({
        request: made,
        role,
        estimate: estimate(wanted.messages, wanted.schema),
        maxRetries,
        watch: wanted.watch ?? watch(made.id),
        signal: wanted.signal ?? NEVER,
      });
      if (delivered.kind === "answered") return { kind: "answered", reply: delivered.reply };
      const { attempts } = delivered;
      if (delivered.kind === "capped") return { kind: "failed", why: "capReached", attempts };
      const problem = failureSentence(`${role} ${name}`, endpoint, delivered.failure);
      return { kind: "failed", why: "askFailed", attempts, problem };
    },
  };
}

/** 64 hexadecimal digits from who is asked what. */
function keyOf(...parts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(parts), "hex");
}
