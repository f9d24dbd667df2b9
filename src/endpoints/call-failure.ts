import { z } from "zod";
import type { CallFailure, FailureClass, FailureScope } from "../ports/complete.js";
import { type HeaderLookup, retryAfter } from "./retry-after.js";

/** What an endpoint answered: nothing of it is trusted. */
export interface Exchange {
  readonly status: number;
  readonly header: HeaderLookup;
  readonly body: unknown;
}

/** What kind of failure something is, before anybody has said anything about it. */
type Kind = readonly [code: string, kind: FailureClass, scope: FailureScope];

/** Statuses that mean the same everywhere. */
const STATUSES: ReadonlyMap<number, Kind> = new Map<number, Kind>([
  [400, ["badRequest", "permanent", "call"]],
  [401, ["wrongKey", "permanent", "account"]],
  [402, ["quota", "permanent", "account"]],
  [403, ["forbidden", "permanent", "model"]],
  [404, ["notFound", "permanent", "model"]],
  [405, ["notAnApi", "permanent", "model"]],
  [408, ["timeout", "retryable", "call"]],
  [409, ["conflict", "retryable", "call"]],
  [413, ["tooLong", "permanent", "call"]],
  [422, ["unknownParameter", "permanent", "model"]],
  [425, ["tooEarly", "retryable", "call"]],
  [429, ["rateLimit", "rateLimit", "call"]],
]);

/** Words in `code` or `type` of an error that say more than its status. */
const SAID: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [
    /insufficient_quota|billing|credit|payment|exceeded_current_quota/,
    ["quota", "permanent", "account"],
  ],
  [/invalid_api_key|invalid_authentication/, ["wrongKey", "permanent", "account"]],
  [
    /model_not_found|model_not_supported|deployment_?not_?found/,
    ["unknownModel", "permanent", "model"],
  ],
  [/^not_asked\b/, ["notAsked", "permanent", "model"]],
  [/content_filter|content_policy|responsibleai|invalid_prompt/, ["filtered", "permanent", "call"]],
  [/context_length|string_above_max_length|too_long/, ["tooLong", "permanent", "call"]],
  [
    /unknown_parameter|unsupported_(parameter|value)|invalid_(value|type)/,
    ["unknownParameter", "permanent", "model"],
  ],
];

const ErrorBody = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish().catch(null),
      code: z.union([z.string(), z.number()]).nullish().catch(null),
      type: z.string().nullish().catch(null),
      param: z.string().nullish().catch(null),
    }),
  ]),
});

/** A failure that an endpoint answered with: any status but 2xx, or an `error` in a reply that says it went well. */
export function failureOf(exchange: Exchange, today: number, redact: Redact): CallFailure {
  const { status, header } = exchange;
  const parsed = ErrorBody.safeParse(exchange.body);
  const error = parsed.success ? parsed.data.error : null;
  const parts = typeof error === "string" ? { message: error } : (error ?? {});
  const { message, code, type, param } = { code: null, type: null, param: null, ...parts };
  const words = `${code ?? ""} ${type ?? ""}`.toLowerCase();
  const known = SAID.find(([pattern]) => pattern.test(words))?.[1];
  const [name, kind, scope] = known ?? byStatus(status, param ?? null);
  return {
    class: kind,
    scope,
    code: name,
    status,
    said: oneLine(redact(withParameter(message ?? words.trim(), param)), status),
    retryAfter: retryAfter(header, today),
  };
}

/** The parameter that is complained of is named, where the message does not do it. */
function withParameter(message: string, param: string | null | undefined): string {
  return !param || message.includes(param) ? message : `${message}: ${param}`;
}

function byStatus(status: number, param: string | null): Kind {
  if (status >= 300 && status < 400) return ["redirect", "permanent", "account"];
  if (status >= 500) return ["serverError", "retryable", "call"];
  // A parameter that is refused once is refused every time; the messages are another matter.
  if (status === 400 && param !== null && !param.startsWith("messages"))
    return ["unknownParameter", "permanent", "model"];
  return STATUSES.get(status) ?? (status < 300 ? MALFORMED : ["badRequest", "permanent", "call"]);
}

type Redact = (text: string) => string;

const MALFORMED: Kind = ["malformed", "retryable", "call"];

/** A reply that came with a good status and is no completion. */
export function malformed(what: string, status: number): CallFailure {
  return {
    class: "retryable",
    scope: "call",
    code: "malformed",
    status,
    said: what,
    retryAfter: null,
  };
}

/** Codes of Node, undici and OpenSSL, and what they mean. */
const NETWORK: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^EREFUSEDADDRESS$/, ["refusedAddress", "permanent", "account"]],
  [/^EBODYTOOLONG$/, ["bodyTooLong", "permanent", "call"]],
  [/^EBODYENCODING$/, MALFORMED],
  [/ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH/, ["notTls", "permanent", "account"]],
  [/^ENOTFOUND$/, ["unknownHost", "retryable", "call"]],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH/,
    ["tls", "permanent", "account"],
  ],
  [
    /^(EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/,
    ["unreachable", "retryable", "call"],
  ],
  [/TIMEOUT|ETIMEDOUT/, ["timeout", "retryable", "call"]],
];

/** A failure to get any answer: the connection, the certificate, the time limit, a body cut off. */
export function networkFailure(error: unknown, redact: Redact): CallFailure {
  const codes = codesOf(error);
  const code = codes.find((each) => NETWORK.some(([pattern]) => pattern.test(each))) ?? codes[0];
  const found = code === undefined ? undefined : NETWORK.find(([pattern]) => pattern.test(code));
  const [name, kind, scope] = found?.[1] ?? ["connection", "retryable", "call"];
  return {
    class: kind,
    scope,
    code: name,
    status: null,
    said: oneLine(redact(code ?? (error instanceof Error ? error.message : String(error))), null),
    retryAfter: null,
  };
}

/** The codes of an error and of its causes, outermost first. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  return [
    ...(typeof code === "string" ? [code] : []),
    ...codesOf(cause, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((each) => codesOf(each, depth + 1)) : []),
  ];
}

/** The most that is kept of what an endpoint said. */
const SAID_LENGTH = 160;

/** One line without control or invisible characters: it goes to terminals and reports. */
function oneLine(text: string, status: number | null): string {
  const plain = text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, SAID_LENGTH);
  return plain === "" ? `status ${status ?? "unknown"}` : plain;
}
