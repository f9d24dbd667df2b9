import type {
  Completer,
  Completion,
  CompletionRequest,
  EndpointSettings,
} from "../ports/complete.js";
import { type Exchange, networkFailure } from "./call-failure.js";
import { readCompletion } from "./read-completion.js";
import { type Credentials, credentialsFor, type SecretLookup } from "./secrets.js";
import type { Transport } from "./transport.js";

/** Makes one request through a client library and returns what came back, whatever it is. */
export type Call = (
  request: CompletionRequest,
  credentials: Credentials,
  transport: Transport,
) => (signal: AbortSignal) => Promise<Exchange>;

/** Loaded when first used: a study without endpoints needs neither. */
const CALLS: Readonly<Record<EndpointSettings["provider"], () => Promise<Call>>> = {
  openai: async () => (await import("./open-ai-call.js")).openAiCall,
  huggingface: async () => (await import("./hugging-face-call.js")).huggingFaceCall,
};

interface Loaded {
  readonly transport: Transport;
  readonly calls: Map<EndpointSettings["provider"], Call>;
}

async function load(): Promise<Loaded> {
  const { guardedTransport } = await import("./transport.js");
  return { transport: guardedTransport(), calls: new Map() };
}

/**
 * Makes single attempts at HTTP endpoints from this process. The client libraries neither retry nor wait here: one
 * attempt is one request, and everything that can go wrong with it comes back as a `Completion`.
 *
 * @param find   looks keys up by name
 */
export function httpCompleter(find: SecretLookup): Completer {
  let loading: Promise<Loaded> | null = null;
  const known = new WeakMap<object, Credentials>();
  const credentials = (request: CompletionRequest): Credentials => {
    const own = known.get(request.endpoint) ?? credentialsFor(request.endpoint, find);
    known.set(request.endpoint, own);
    return own;
  };
  return {
    complete: async (request, signal) => {
      const own = credentials(request);
      const { provider } = request.endpoint;
      loading ??= load();
      const { transport, calls } = await loading;
      const call = calls.get(provider) ?? (await CALLS[provider]());
      calls.set(provider, call);
      const send = call(request, own, transport);
      const milliseconds = 1000 * request.endpoint.timeoutSeconds;
      const exchange = await limited(send, milliseconds, signal);
      if (exchange instanceof Error) return unanswered(exchange, own);
      return readCompletion(exchange, {
        model: request.endpoint.model,
        reasoning: request.reasoning,
        today: Date.now(),
        redact: own.redact,
      });
    },
    close: async () => {
      const loaded = await loading;
      loading = null;
      await loaded?.transport.close();
    },
  };
}

class OverTime extends Error {
  readonly code = "ETIMEDOUT";
}

/**
 * Sends with a time limit that covers the body too. Each request has a controller of its own, taken off the run's signal
 * when it is done: the openai client never takes its listeners off again.
 */
async function limited(
  send: (signal: AbortSignal) => Promise<Exchange>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Exchange | Error> {
  if (signal.aborted) throw signal.reason;
  const own = new AbortController();
  const cancel = () => own.abort(signal.reason);
  signal.addEventListener("abort", cancel, { once: true });
  const limit = setTimeout(() => own.abort(new OverTime("time is up")), milliseconds);
  try {
    return await send(own.signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (own.signal.reason instanceof OverTime) return own.signal.reason;
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(limit);
    signal.removeEventListener("abort", cancel);
  }
}

function unanswered(error: Error, { redact }: Credentials): Completion {
  const failure = networkFailure(error, redact);
  return { kind: "failed", failure, tokensIn: null, tokensOut: null };
}
