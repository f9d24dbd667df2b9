import OpenAI, { APIError } from "openai";
import type { Exchange } from "./call-failure.js";
import type { Call } from "./completer.js";
import { OPENAI_BASE_URL } from "./open-ai-address.js";
import type { Transport } from "./transport.js";

const clients = new WeakMap<Transport, Map<string, OpenAI>>();

/** One request through the openai package: no retries, no logging, nothing taken from the environment. */
export const openAiCall: Call = ({ endpoint, body, id }, { key, headers }, transport) => {
  const baseURL = endpoint.baseUrl ?? OPENAI_BASE_URL;
  const own = clients.get(transport) ?? new Map<string, OpenAI>();
  clients.set(transport, own);
  const name = JSON.stringify([baseURL, key, headers]);
  const client =
    own.get(name) ??
    new OpenAI({
      baseURL,
      apiKey: key ?? "none",
      organization: null,
      project: null,
      maxRetries: 0,
      logLevel: "off",
      timeout: 2_000_000_000,
      fetch: transport.fetch,
      defaultHeaders: {
        ...(key === null ? { authorization: null } : {}),
        // What the package says of itself is nobody's business, and costs time at every call.
        ...SILENT,
        ...headers,
      },
    });
  own.set(name, client);
  return async (signal) => {
    try {
      const response = await client
        .post("/chat/completions", { body, signal, headers: { "x-client-request-id": id } })
        .asResponse();
      return await exchangeOf(response);
    } catch (error) {
      if (!(error instanceof APIError) || error.status === undefined) throw error;
      const told = { error: error.error };
      return { status: error.status, header: (name) => error.headers?.get(name), body: told };
    }
  };
};

const SILENT = Object.fromEntries(
  [
    "lang",
    "package-version",
    "os",
    "arch",
    "runtime",
    "runtime-version",
    "retry-count",
    "timeout",
  ].map((part) => [`x-stainless-${part}`, null]),
);

/** What came, read as JSON where it is JSON, whatever it is called. */
export async function exchangeOf(response: Response): Promise<Exchange> {
  const text = await response.text();
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: parsed(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
