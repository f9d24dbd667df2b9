import type { Unmeasured } from "../records/outcome.js";

/** One message of a conversation with a model. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** One request for one answer of a model. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The JSON Schema that the answer should follow, where the model can be held to one. */
  readonly schema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  readonly signal?: AbortSignal;
}

/** What a model answered, or why it did not. A chat never throws for what the world does to it. */
export type ChatAnswer =
  | { readonly kind: "answered"; readonly text: string }
  | { readonly kind: "failed"; readonly why: Unmeasured; readonly attempts: number };

/** A model that can be talked to: a judge, a writer, an extractor of concepts. */
export interface Chat {
  readonly name: string;
  /** Everything besides the messages that decides an answer, as plain JSON without keys. */
  readonly identity: Readonly<Record<string, unknown>>;
  chat(request: ChatRequest): Promise<ChatAnswer>;
}
