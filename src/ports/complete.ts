import type { Reply } from "../records/reply.js";

/** Who may be asked for a completion, as plain JSON: keys and secret headers by name only. */
export interface EndpointSettings {
  /** `openai`: any OpenAI-compatible server; `huggingface`: Hugging Face's providers and endpoints. */
  readonly provider: "openai" | "huggingface";
  /** Where the API begins, such as `http://127.0.0.1:8000/v1`; `null`: the provider's own. */
  readonly baseUrl: string | null;
  /** Hugging Face only: which of its providers serves the model, such as `together`; `null`: its choice. */
  readonly route: string | null;
  readonly model: string;
  /** The name of the environment variable (or line of `.env`) that holds the key; `null`: no key. */
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string | { readonly env: string }>>;
  /** How long one request may take, its body included. */
  readonly timeoutSeconds: number;
}

/** One request for one completion. It is plain JSON, so that another machine can make it. */
export interface CompletionRequest {
  readonly endpoint: EndpointSettings;
  /** The body of the request, as the OpenAI-style chat API wants it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Whether thinking aloud in front of the answer is to be cut off. */
  readonly reasoning: boolean;
  /** The content key of what is wanted: the same question has the same id in every try. */
  readonly id: string;
}

/** What a failed attempt means for what comes next. */
export type FailureClass = "permanent" | "retryable" | "rateLimit";

/** What a permanent failure makes pointless: this call, this model, or all calls with this account. */
export type FailureScope = "call" | "model" | "account";

/** Why a request came to nothing, with every secret already taken out. */
export interface CallFailure {
  readonly class: FailureClass;
  readonly scope: FailureScope;
  /** A short name: `wrongKey`, `timeout`, `malformed`, ... */
  readonly code: string;
  readonly status: number | null;
  /** What the endpoint or the network said, in one short line. */
  readonly said: string;
  /** How long the endpoint wants us to wait, in milliseconds; `null` where it did not say. */
  readonly retryAfter: number | null;
}

/** What became of one request. Tokens are as the endpoint counted them; `null` where it said nothing. */
export type Completion =
  | {
      readonly kind: "answered";
      readonly reply: Reply;
      readonly tokensIn: number | null;
      readonly tokensOut: number | null;
    }
  | {
      readonly kind: "failed";
      readonly failure: CallFailure;
      readonly tokensIn: number | null;
      readonly tokensOut: number | null;
    };

/**
 * Makes one request and never a second one. In this process, or through a queue on another machine.
 * Rejects only with the reason of the signal; whatever the world does to a request is a `Completion`.
 */
export interface Completer {
  complete(request: CompletionRequest, signal: AbortSignal): Promise<Completion>;
  /** Lets go of connections. */
  close(): Promise<void>;
}
