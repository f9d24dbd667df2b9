import { type ChatSettings, chatBody, tokenEstimate } from "../endpoints/chat-body.js";
import { failureSentence } from "../endpoints/failure-sentence.js";
import type { EndpointLimits } from "../endpoints/scheduler/endpoint-lane.js";
import { laneKey, laneName, type Scheduler } from "../endpoints/scheduler/scheduler.js";
import type { AskAnswer, AskRequest, Examinee } from "../ports/ask.js";
import type { CallWatch } from "../ports/call-watch.js";
import type { ChatMessage, CompletionRequest, EndpointSettings } from "../ports/complete.js";
import type { ExamineeCard } from "../records/examinee-card.js";

/** A model behind an endpoint, and how it is asked. */
export interface RemoteOptions {
  readonly card: Omit<ExamineeCard, "origin" | "label" | "planted">;
  readonly endpoint: EndpointSettings;
  readonly chat: ChatSettings;
  readonly limits: EndpointLimits;
  /** Requests after the first, when one fails in a way that may pass. */
  readonly maxRetries: number;
}

/** An examinee behind an endpoint: what it is asked can be made without asking, for plans and batch files. */
export interface RemoteExaminee extends Examinee {
  readonly remote: RemoteOptions;
  /** The request for one reply, under the content key of its cell. */
  request(text: string, sample: number, key: string): CompletionRequest;
}

/** Whether an examinee is asked over an endpoint. */
export function isRemote(examinee: Examinee): examinee is RemoteExaminee {
  return "remote" in examinee;
}

const FREE: CallWatch = { allow: () => true, made() {} };
const NEVER = new AbortController().signal;

/**
 * An examinee behind an HTTP endpoint. Its identity, which enters the content key of every reply, is everything that
 * decides an answer: provider, address, model, parameters, prompt, headers. What does not: the key, limits, time limits, retries.
 *
 * A refusal, a filtered reply and an empty one are answers, and judged as what they are; a reply cut short is kept
 * and stays unmeasured; what failed is no answer at all.
 */
export function remoteExaminee(options: RemoteOptions, calls: Scheduler): RemoteExaminee {
  const { card, endpoint, chat, limits, maxRetries } = options;
  calls.allow(endpoint, limits);
  const emulated = endpoint.model.startsWith("sim:");
  const request = (text: string, sample: number, key: string): CompletionRequest => ({
    endpoint,
    body: chatBody(endpoint.model, chat, question(text), sample),
    reasoning: chat.reasoning,
    id: key,
  });
  return {
    card: {
      ...card,
      origin: emulated ? "simulated" : "endpoint",
      label: emulated
        ? `simulated: ${endpoint.model} on an emulated endpoint`
        : `${endpoint.model} at ${laneName({ ...endpoint, key: null })}`,
      planted: null,
    },
    identity: {
      kind: "endpoint",
      provider: endpoint.provider,
      baseUrl: endpoint.baseUrl,
      route: endpoint.route,
      model: endpoint.model,
      headers: endpoint.headers,
      chat,
    },
    lane: { name: laneKey(endpoint), width: limits.concurrency },
    remote: options,
    request,
    ask: async (asked: AskRequest): Promise<AskAnswer> => {
      const { text, sample, signal = NEVER, key, watch = FREE } = asked;
      const delivered = await calls.deliver({
        request: request(text, sample, key ?? `${card.id} ${sample} ${text}`),
        role: "examinee",
        estimate: tokenEstimate(chat, question(text)),
        maxRetries,
        watch,
        signal,
      });
      if (delivered.kind === "answered") return { kind: "answered", reply: delivered.reply };
      const { attempts } = delivered;
      if (delivered.kind === "capped") return { kind: "failed", why: "capReached", attempts };
      const problem = failureSentence(`examinee ${card.id}`, endpoint, delivered.failure);
      return { kind: "failed", why: "askFailed", attempts, problem };
    },
  };
}

function question(text: string): ChatMessage[] {
  return [{ role: "user", content: text }];
}
