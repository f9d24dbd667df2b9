import {
  InferenceClient,
  InferenceClientHubApiError,
  InferenceClientInputError,
  InferenceClientRoutingError,
  type InferenceProviderOrPolicy,
} from "@huggingface/inference";
import type { Exchange } from "./call-failure.js";
import type { Call } from "./completer.js";
import { exchangeOf } from "./open-ai-call.js";

/**
 * One request through the huggingface package, which tells neither headers nor, for some statuses, the body: so what came back
 * is kept on its way through `fetch`. Its endless retry of status 503 is off.
 */
export const huggingFaceCall: Call = ({ endpoint, body, id }, { key, headers }, transport) => {
  const client = new InferenceClient(key ?? undefined);
  return async (signal) => {
    let last: Response | null = null;
    const keeping: typeof fetch = async (input, init) => {
      const own = new Headers(init?.headers);
      for (const [name, value] of Object.entries(headers)) own.set(name, value);
      own.set("x-client-request-id", id);
      const response = await transport.fetch(input, { ...init, headers: own, signal });
      // The package may first ask the hub who serves a model.
      if (!String(input).includes("/api/models/")) last = response.clone();
      return response;
    };
    const place =
      endpoint.baseUrl === null
        ? { provider: (endpoint.route ?? "auto") as InferenceProviderOrPolicy }
        : { endpointUrl: endpoint.baseUrl };
    try {
      await client.chatCompletion(
        { ...(body as { messages: [] }), model: endpoint.model, ...place },
        { fetch: keeping, signal, retry_on_error: false },
      );
    } catch (error) {
      if (last === null) return refused(error);
    }
    return exchangeOf(last ?? new Response("", { status: 502 }));
  };
};

/** What the package refuses before it asks the model, told as an endpoint would tell it. */
function refused(error: unknown): Exchange {
  const header = () => null;
  if (error instanceof InferenceClientHubApiError)
    return { status: error.httpResponse.status, header, body: { error: error.message } };
  const own =
    error instanceof InferenceClientRoutingError || error instanceof InferenceClientInputError;
  if (!own) throw error;
  const told = { message: error.message, code: "not_asked" };
  return { status: 400, header, body: { error: told } };
}
