import type { TokenEstimate } from "../ports/call-watch.js";
import type { ChatMessage, ChatSchema } from "../ports/chat.js";

/** How a model is asked, whatever it is asked. `null` leaves a choice to the endpoint. */
export interface ChatSettings {
  /** The system prompt. */
  readonly prompt: string | null;
  readonly temperature: number | null;
  readonly topP: number | null;
  /** Sent as `seed + sample`, so that samples differ and can be repeated where a model honours it. */
  readonly seed: number | null;
  /** The most tokens of an answer; for a reasoning model its thinking is counted in. */
  readonly maxTokens: number | null;
  readonly stop: readonly string[];
  /**
   * A model that thinks before it answers: asked with `max_completion_tokens`, without temperature and top-p (which such
   * models refuse), and thinking in front of its answer is cut off.
   */
  readonly reasoning: boolean;
  /** How hard a reasoning model thinks: `low`, `medium`, `high`, or what else it knows. */
  readonly effort: string | null;
  /** Anything else the endpoint understands; it has the last word over everything but model and messages. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  /**
   * How a model is held to the form of a structured answer: by its JSON Schema (the default), by being told to write a JSON
   * object, or by words alone. Endpoints that know no schemas refuse the parameter `response_format`.
   */
  readonly held?: "schema" | "object" | "words";
}

const SEEDS = 2 ** 31;

/**
 * The body of a chat request.
 *
 * @param sample  which of several answers to the same question is wanted
 * @param schema  the form of the answer, where it has one
 */
export function chatBody(
  model: string,
  chat: ChatSettings,
  messages: readonly ChatMessage[],
  sample: number,
  schema?: ChatSchema,
): Readonly<Record<string, unknown>> {
  const { prompt, temperature, topP, seed, maxTokens, stop, reasoning, effort } = chat;
  const given = (name: string, value: unknown) => (value === null ? {} : { [name]: value });
  return {
    ...given("seed", seed === null ? null : (seed + sample) % SEEDS),
    ...given(reasoning ? "max_completion_tokens" : "max_tokens", maxTokens),
    ...(reasoning
      ? given("reasoning_effort", effort)
      : { ...given("temperature", temperature), ...given("top_p", topP) }),
    ...(stop.length > 0 ? { stop: [...stop] } : {}),
    ...(schema ? given("response_format", formatOf(schema, chat.held)) : {}),
    ...chat.extraBody,
    model,
    messages: [...(prompt === null ? [] : [{ role: "system", content: prompt }]), ...messages],
  };
}

function formatOf(schema: ChatSchema, held: ChatSettings["held"] = "schema"): unknown {
  if (held === "words") return null;
  if (held === "object") return { type: "json_object" };
  return { type: "json_schema", json_schema: { ...schema, strict: true } };
}

/** Characters a token, on the safe side: English has four, other languages fewer. */
const CHARACTERS_A_TOKEN = 3;
/** Tokens of a chat's frame around each message. */
const FRAME = 4;
/** Tokens of an answer where no limit is set. */
export const USUAL_ANSWER = 800;

/** What a request will take at the most, where a limit is set; else what it usually takes. */
export function tokenEstimate(
  chat: ChatSettings,
  messages: readonly ChatMessage[],
  schema?: ChatSchema,
): TokenEstimate {
  const form = schema && (chat.held ?? "schema") === "schema" ? [JSON.stringify(schema)] : [];
  const words = [chat.prompt ?? "", ...messages.map(({ content }) => content), ...form];
  const tokensIn = words.reduce(
    (sum, text) => sum + Math.ceil(text.length / CHARACTERS_A_TOKEN) + FRAME,
    0,
  );
  return { tokensIn, tokensOut: chat.maxTokens ?? USUAL_ANSWER };
}
