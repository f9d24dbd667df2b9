import type { AskAnswer, AskLane } from "./ask.js";
import type { CallWatch } from "./call-watch.js";

/** One message of a conversation with a model. */
export interface ChatMessage {
  readonly role: "system" | "developer" | "user" | "assistant";
  readonly content: string;
}

/** The JSON Schema that an answer should follow, where the model can be held to one. */
export interface ChatSchema {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One request for one answer of a model. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly schema?: ChatSchema;
  /** Which of several answers to the same words is wanted; 0 unless told otherwise. */
  readonly sample?: number;
  readonly signal?: AbortSignal;
  /** The content key of what is wanted; made of the request itself unless given. */
  readonly key?: string;
  /** Where the requests that the answer takes are counted; what the chat was made with unless given. */
  readonly watch?: CallWatch;
}

/** What a model answered, or why it did not: what an examinee's answer is. A chat never throws for what the world does to it. */
export type ChatAnswer = AskAnswer;

/**
 * A model that can be talked to: the port behind a judge, an extractor of concepts, a writer, and every examinee that is
 * asked over an endpoint. A user's own is a name, an identity and one function. Single HTTP requests are the business of a
 * `Completer`, below it.
 */
export interface Chat {
  readonly name: string;
  /** Everything besides the messages that decides an answer, as plain JSON without keys. */
  readonly identity: Readonly<Record<string, unknown>>;
  /** Where it waits for the world. Left out by what is embedded. */
  readonly lane?: AskLane;
  chat(request: ChatRequest): Promise<ChatAnswer>;
}
