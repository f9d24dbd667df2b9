import { z } from "zod";
import type { CallFailure, Completion } from "../ports/complete.js";
import { type Exchange, failureOf, malformed } from "./call-failure.js";

const Usage = z.object({
  prompt_tokens: z.number().nonnegative().nullish().catch(null),
  completion_tokens: z.number().nonnegative().nullish().catch(null),
});

/** What a chat completion must have. Servers add much; what is missing here makes it no completion. */
const ChatCompletion = z.object({
  model: z.string().nullish().catch(null),
  system_fingerprint: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(z.unknown())]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: Usage.nullish().catch(null),
});

/** What reading a completion needs besides the exchange. */
export interface ReadOptions {
  /** The model that was asked for: what the reply is put down to when it does not say. */
  readonly model: string;
  /** Cut off thinking that stands in front of the answer. */
  readonly reasoning: boolean;
  /** Milliseconds since 1970, against which dates in headers are read. */
  readonly today: number;
  readonly redact: (text: string) => string;
}

/**
 * What an endpoint's answer comes to. Told apart are a full answer, one cut short, one that a filter removed (as a
 * finish reason or as an error), a refusal that is marked as one, and an empty one; everything that is no completion at all is a failure.
 */
export function readCompletion(exchange: Exchange, options: ReadOptions): Completion {
  const { status, body } = exchange;
  if (status < 200 || status >= 300 || hasError(body)) {
    const failure = failureOf(exchange, options.today, options.redact);
    return failure.code === "filtered" ? filtered(options) : failed(failure);
  }
  const parsed = ChatCompletion.safeParse(body);
  if (!parsed.success) return failed(malformed(whatCame(body), status));
  const { model, choices, usage } = parsed.data;
  const [{ message, finish_reason: reason }] = choices;
  const served = options.redact(model ?? options.model).slice(0, 200);
  const tokens = {
    tokensIn: usage?.prompt_tokens ?? null,
    tokensOut: usage?.completion_tokens ?? null,
  };
  if (typeof message.refusal === "string" && message.refusal !== "") {
    const text = options.redact(message.refusal);
    return { kind: "answered", reply: { text, finish: "refused", served }, ...tokens };
  }
  const words = textOf(message.content);
  const thought = options.reasoning ? withoutThinking(words) : { text: words, open: false };
  const finish =
    reason === "content_filter"
      ? "filtered"
      : reason === "length" || reason === "max_tokens" || thought.open
        ? "truncated"
        : "complete";
  return {
    kind: "answered",
    reply: { text: options.redact(thought.text), finish, served },
    ...tokens,
  };
}

function filtered({ model }: ReadOptions): Completion {
  const reply = { text: "", finish: "filtered", served: model } as const;
  return { kind: "answered", reply, tokensIn: null, tokensOut: null };
}

function failed(failure: CallFailure): Completion {
  return { kind: "failed", failure, tokensIn: null, tokensOut: null };
}

function hasError(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  return "error" in body && body.error !== null && !("choices" in body);
}

/** Some servers send content in parts. */
function textOf(content: string | readonly unknown[] | null | undefined): string {
  if (typeof content === "string") return content;
  return (content ?? [])
    .map((part) => {
      const { text } = (part ?? {}) as { text?: unknown };
      return typeof text === "string" ? text : "";
    })
    .join("");
}

/** Cuts `<think> ... </think>` off the front; `open` when it never ends, so that there is no answer. */
function withoutThinking(text: string): { readonly text: string; readonly open: boolean } {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf("</think>");
  if (end >= 0) return { text: trimmed.slice(end + "</think>".length).trim(), open: false };
  return trimmed.startsWith("<think>") ? { text: "", open: true } : { text, open: false };
}

function whatCame(body: unknown): string {
  if (body === undefined || body === "") return "an empty body";
  if (typeof body === "string")
    return /^\s*</.test(body) ? "a web page instead of a completion" : "a body that is not JSON";
  return "JSON that is no chat completion";
}
