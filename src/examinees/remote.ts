import { type RemoteModel, remoteChat } from "../endpoints/remote-chat.js";
import { laneName, type Scheduler } from "../endpoints/scheduler/scheduler.js";
import type { AskAnswer, AskRequest, Examinee } from "../ports/ask.js";
import type { CallWatch } from "../ports/call-watch.js";
import type { ChatMessage } from "../ports/chat.js";
import type { CompletionRequest } from "../ports/complete.js";
import type { ExamineeCard } from "../records/examinee-card.js";

/** A model behind an endpoint, and how it is asked. */
export interface RemoteOptions extends RemoteModel {
  readonly card: Omit<ExamineeCard, "origin" | "label" | "planted">;
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

/**
 * An examinee behind an HTTP endpoint: a chat (see `remoteChat`) that is asked one question a conversation.
 *
 * A refusal, a filtered reply and an empty one are answers, and judged as what they are; a reply cut short is kept
 * and stays unmeasured; what failed is no answer at all.
 */
export function remoteExaminee(options: RemoteOptions, calls: Scheduler): RemoteExaminee {
  const { card, endpoint, chat, limits, maxRetries } = options;
  const model = { endpoint, chat, limits, maxRetries };
  const talk = remoteChat({ name: card.id, role: "examinee", model }, calls);
  const emulated = endpoint.model.startsWith("sim:");
  return {
    card: {
      ...card,
      origin: emulated ? "simulated" : "endpoint",
      label: emulated
        ? `simulated: ${endpoint.model} on an emulated endpoint`
        : `${endpoint.model} at ${laneName({ ...endpoint, key: null })}`,
      planted: null,
    },
    identity: talk.identity,
    lane: talk.lane,
    remote: options,
    request: (text, sample, key) => talk.request({ messages: question(text), sample, key }),
    ask: async (asked: AskRequest): Promise<AskAnswer> => {
      const { text, sample, signal, key, watch = FREE } = asked;
      const messages = question(text);
      const id = key ?? `${card.id} ${sample} ${text}`;
      return talk.chat({ messages, sample, signal, key: id, watch });
    },
  };
}

function question(text: string): ChatMessage[] {
  return [{ role: "user", content: text }];
}
