import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { completionBody, type Spoken } from "./completion-body.js";
import type { FaultName, FaultPlan } from "./fault-plan.js";

/** One exchange in which something goes wrong. */
export interface FaultyExchange {
  readonly response: ServerResponse;
  readonly plan: FaultPlan;
  /** What would have been said had nothing gone wrong. */
  readonly spoken: Spoken;
}

type Commit = (exchange: FaultyExchange) => void;

/** Drops in which a slow body arrives, and the time between them in milliseconds. */
const DROPS = 20;
const DROP_EVERY = 50;

const COMMIT: Readonly<Record<FaultName, Commit>> = {
  rateLimit: ({ response, plan }) =>
    sendError(response, 429, "rate_limit_exceeded", { "retry-after": String(plan.retryAfter) }),
  rateLimitBare: ({ response }) => sendError(response, 429, "rate_limit_exceeded"),
  quota: ({ response }) => sendError(response, 429, "insufficient_quota"),
  serverError: ({ response }) => sendError(response, 500, "server_error"),
  unavailable: ({ response }) => sendError(response, 503, "overloaded"),
  reset: ({ response }) => void response.socket?.resetAndDestroy(),
  truncatedBody: ({ response, spoken }) => {
    const body = JSON.stringify(completionBody(spoken));
    response.writeHead(200, { "content-type": JSON_TYPE, "content-length": body.length + 10 });
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  },
  slowBody: ({ response, spoken }) => {
    const body = JSON.stringify(completionBody(spoken));
    const size = Math.ceil(body.length / DROPS);
    response.writeHead(200, { "content-type": JSON_TYPE });
    const drop = (from: number): void => {
      if (from >= body.length) return void response.end();
      response.write(body.slice(from, from + size));
      setTimeout(drop, DROP_EVERY, from + size).unref();
    };
    drop(0);
  },
  hang: () => {},
  malformedJson: ({ response, spoken }) =>
    sendText(response, JSON.stringify(completionBody(spoken)).slice(0, -7)),
  wrongSchema: ({ response }) => sendText(response, '{"object":"chat.completion","choices":[]}'),
  html: ({ response }) => sendText(response, "<html><body>Sign in</body></html>", "text/html"),
  emptyBody: ({ response }) => sendText(response, ""),
  badUtf8: ({ response }) => {
    response.writeHead(200, { "content-type": JSON_TYPE });
    response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d]));
  },
  hugeBody: ({ response }) => {
    response.writeHead(200, { "content-type": JSON_TYPE });
    const piece = Buffer.alloc(1_000_000, " ");
    let left = 50;
    const pour = (): void => {
      if (left-- === 0) return void response.end("{}");
      if (!response.destroyed) response.write(piece, (error) => error ?? pour());
    };
    pour();
  },
  gzipBomb: ({ response }) => {
    // A gzip file may have several members: a hundred times ten megabytes of blanks.
    const member = gzipSync(Buffer.alloc(10_000_000, " "));
    response.writeHead(200, { "content-type": JSON_TYPE, "content-encoding": "gzip" });
    response.end(Buffer.concat(Array.from({ length: 100 }, () => member)));
  },
  redirect: ({ response }) => {
    response.writeHead(307, { location: "http://127.0.0.2:9/elsewhere" });
    response.end();
  },
  filtered: ({ response, spoken }) =>
    sendJson(response, completionBody({ ...spoken, text: "", reason: "content_filter" })),
  filterError: ({ response }) => sendError(response, 400, "content_filter"),
  refusal: ({ response, spoken }) =>
    sendJson(response, completionBody({ ...spoken, text: "", refusal: "I will not answer this." })),
  empty: ({ response, spoken }) => sendJson(response, completionBody({ ...spoken, text: "" })),
  cutShort: ({ response, spoken }) =>
    sendJson(
      response,
      completionBody({
        ...spoken,
        text: spoken.text.slice(0, spoken.text.length / 2),
        reason: "length",
      }),
    ),
};

/** Answers (or does not) as a fault has it. */
export function commitFault(fault: FaultName, exchange: FaultyExchange): void {
  COMMIT[fault](exchange);
}

const JSON_TYPE = "application/json";

/** Sends a value as JSON with status 200. */
export function sendJson(response: ServerResponse, value: unknown): void {
  sendText(response, JSON.stringify(value));
}

/** Sends an error in the shape that OpenAI gives it. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
  param: string | null = null,
): void {
  const error = { message: `emulated: ${code}`, type: code, code, param };
  response.writeHead(status, { "content-type": JSON_TYPE, ...headers });
  response.end(JSON.stringify({ error }));
}

function sendText(response: ServerResponse, text: string, type = JSON_TYPE): void {
  response.writeHead(200, { "content-type": type });
  response.end(text);
}
