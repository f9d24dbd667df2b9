import type { CallFailure, EndpointSettings } from "../ports/complete.js";
import { OPENAI_BASE_URL } from "./open-ai-address.js";

/** What to do about a failure, by its code. `KEY`, `MODEL` and `HOST` stand for the names in the study. */
const FIXES: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  wrongKey: ["the endpoint refuses the key in KEY", "check it, or name another variable in `key`"],
  noKey: ["the endpoint wants a key", "write the name of the variable that holds it as `key`"],
  quota: ["the account has no quota or money left", "top it up, then run again"],
  forbidden: ["the account may not use MODEL", "ask for access, or name another model"],
  unknownModel: ["the endpoint knows no model MODEL", "check `model`"],
  notFound: [
    "the endpoint knows no model MODEL, or has no chat API there",
    "check `model`, and `baseUrl`, which usually ends in /v1",
  ],
  unknownParameter: [
    "the endpoint refuses a parameter",
    "mend or remove it in study.json (`extraBody` holds those of your own)",
  ],
  notAsked: ["the request cannot be made", "mend study.json as it says"],
  badRequest: ["the endpoint refuses the request", "mend study.json as it says"],
  tooLong: ["the question is too long for MODEL", "shorten the prompt or the item"],
  notAnApi: ["the endpoint is no chat API", "check `baseUrl`; it usually ends in /v1"],
  redirect: ["the endpoint sends us elsewhere", "write the address it means as `baseUrl`"],
  refusedAddress: [
    "the host leads to an address that is refused",
    "write localhost or its own address",
  ],
  tls: [
    "the certificate of the endpoint cannot be trusted",
    "check the address and its certificate (one of your own: name its file in NODE_EXTRA_CA_CERTS)",
  ],
  notTls: [
    "HOST does not speak https",
    "write http:// in `baseUrl` if it is a server of your own, or check the port",
  ],
  unknownHost: [
    "there is no host HOST, or the network is down",
    "check `baseUrl` and the network, then run again",
  ],
  unreachable: [
    "the endpoint cannot be reached",
    "check `baseUrl` and the network, then run again",
  ],
  timeout: ["the endpoint does not answer in time", "raise `timeoutSeconds`, or run again later"],
  connection: ["the connection broke", "run again later"],
  serverError: ["the endpoint fails", "run again later"],
  rateLimit: ["the endpoint turns calls away", "lower `limits`, or run again later"],
  malformed: ["what came is no chat completion", "check `baseUrl`; it usually ends in /v1"],
  workerLost: [
    "the worker that was asking went away",
    "start `value-compass worker`, then run again",
  ],
  workerRefused: ["a worker cannot ask", "give that worker the key by the same name"],
  bodyTooLong: ["what came is longer than 10 MB", "check `baseUrl`"],
};

const HUGGING_FACE = "https://router.huggingface.co/v1";

/**
 * One line on why a model gave no answer: who, what happened, what the endpoint said, what to do.
 *
 * @param who  `examinee gpt-4o`
 */
export function failureSentence(
  who: string,
  { provider, baseUrl, model, key }: EndpointSettings,
  { code, status, said }: CallFailure,
): string {
  const own = code === "wrongKey" && key === null ? "noKey" : code;
  const [what, fix] = FIXES[own] ?? ["the call failed", "see what was said, then run again"];
  const place = baseUrl ?? (provider === "openai" ? OPENAI_BASE_URL : HUGGING_FACE);
  const words = what
    .replace("MODEL", `"${model}"`)
    .replace("KEY", key ?? "")
    .replace("HOST", URL.canParse(place) ? new URL(place).host : place);
  const told = [status === null ? "" : String(status), said === `status ${status}` ? "" : said];
  const quoted = told.filter((part) => part !== "").join(": ");
  return `${who}: ${words} (${quoted === "" ? "" : `${quoted}; `}at ${place}); ${fix}`;
}
