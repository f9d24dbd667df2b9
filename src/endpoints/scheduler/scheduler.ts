import type { CallWatch, TokenEstimate } from "../../ports/call-watch.js";
import type { Clock } from "../../ports/clock.js";
import type { CallFailure, Completer, CompletionRequest } from "../../ports/complete.js";
import type { CallRole } from "../../ports/store.js";
import { stream } from "../../random/stream.js";
import type { Reply } from "../../records/reply.js";
import { OPENAI_BASE_URL } from "../open-ai-address.js";
import type { BreakerOptions } from "./circuit-breaker.js";
import {
  type EndpointLane,
  type EndpointLimits,
  endpointLane,
  type LaneState,
} from "./endpoint-lane.js";

/** A completion that is wanted, however many requests it takes. */
export interface WantedCompletion {
  readonly request: CompletionRequest;
  /** Roles take turns at an endpoint. */
  readonly role: CallRole;
  readonly estimate: TokenEstimate;
  /** Requests after the first, when it fails in a way that may pass. */
  readonly maxRetries: number;
  readonly watch: CallWatch;
  readonly signal: AbortSignal;
}

/** What came of it: an answer, why there is none, or that a cap of the study stopped it. */
export type Delivered =
  | { readonly kind: "answered"; readonly reply: Reply; readonly attempts: number }
  | { readonly kind: "failed"; readonly failure: CallFailure; readonly attempts: number }
  | { readonly kind: "capped"; readonly attempts: number };

export interface SchedulerOptions {
  readonly completer: Completer;
  readonly clock: Clock;
  readonly breaker?: BreakerOptions;
  /** Told what is waited for. */
  note?(line: string): void;
}

/** The one place through which requests go out, and the one place that repeats them. */
export interface Scheduler {
  /**
   * Gets a completion. The same request asked for while it is under way is one request. Rejects only with the reason of
   * the signal, which ends waiting and calls under way at once.
   */
  deliver(wanted: WantedCompletion): Promise<Delivered>;
  /** Tells a lane what its user allows; the strictest of several wins. Before the first call. */
  allow(request: CompletionRequest["endpoint"], limits: EndpointLimits): void;
  lanes(): readonly LaneState[];
  close(): Promise<void>;
}

const LIMITS: EndpointLimits = { concurrency: 64, requestsPerMinute: null, tokensPerMinute: null };

/**
 * A scheduler: for each endpoint and account a lane with its limits, and around them one retry layer: what may pass is tried again
 * after a growing, keyed pause; what will not is asked once.
 */
export function scheduler(options: SchedulerOptions): Scheduler {
  const { completer, clock, breaker, note = () => {} } = options;
  const lanes = new Map<string, EndpointLane>();
  const limits = new Map<string, EndpointLimits>();
  const underWay = new Map<string, Promise<Delivered>>();
  const firsts = new Map<string, Promise<unknown> | "proven">();

  const laneFor = (endpoint: CompletionRequest["endpoint"]): EndpointLane => {
    const key = laneKey(endpoint);
    const lane =
      lanes.get(key) ??
      endpointLane({
        name: laneName(endpoint),
        limits: limits.get(key) ?? LIMITS,
        completer,
        clock,
        breaker,
        note,
      });
    lanes.set(key, lane);
    return lane;
  };

  const tries = async (wanted: WantedCompletion): Promise<Delivered> => {
    const { request, role, estimate, watch, signal } = wanted;
    const lane = laneFor(request.endpoint);
    for (let attempts = 1; ; attempts++) {
      const call = { request, role, again: attempts > 1, estimate, watch, signal };
      const result = await lane.attempt(call);
      if (result.kind === "capped") return { kind: "capped", attempts: attempts - 1 };
      if (result.kind === "answered") return { kind: "answered", reply: result.reply, attempts };
      const { failure } = result;
      if (failure.class === "permanent" || attempts > wanted.maxRetries)
        return { kind: "failed", failure, attempts };
      await clock.wait(backoff(request.id, attempts), signal);
    }
  };

  /** The first call of a model goes alone: a wrong key or name then costs one request, not sixty-four. */
  const afterFirst = async (wanted: WantedCompletion): Promise<Delivered> => {
    const { endpoint } = wanted.request;
    const name = `${laneKey(endpoint)} ${endpoint.model}`;
    for (;;) {
      const first = firsts.get(name);
      if (first === "proven") return tries(wanted);
      if (first) {
        await first.catch(() => {});
        continue;
      }
      const own = tries(wanted);
      firsts.set(name, own);
      const proven = await own.then(
        (delivered) => delivered.kind === "answered" || isOver(delivered),
        () => true,
      );
      if (proven) firsts.set(name, "proven");
      else firsts.delete(name);
      return own;
    }
  };

  return {
    deliver: (wanted) => {
      const { id } = wanted.request;
      const known = underWay.get(id);
      if (known) return known;
      const own = afterFirst(wanted).finally(() => underWay.delete(id));
      underWay.set(id, own);
      return own;
    },
    allow(endpoint, own) {
      const key = laneKey(endpoint);
      limits.set(key, strictest(limits.get(key), own));
    },
    lanes: () => [...lanes.values()].map((lane) => lane.state()),
    close: () => completer.close(),
  };
}

/** After this there is nothing left to find out: the lane or the model answers for itself. */
function isOver(delivered: Delivered): boolean {
  return (
    delivered.kind === "capped" ||
    (delivered.kind === "failed" &&
      delivered.failure.class === "permanent" &&
      delivered.failure.scope !== "call")
  );
}

/** What an endpoint and account are told apart by. */
export function laneKey({ provider, baseUrl, route, key }: CompletionRequest["endpoint"]): string {
  return JSON.stringify([provider, baseUrl, route, key]);
}

/** Endpoint and account in words; no key, only its name. */
export function laneName({ provider, baseUrl, route, key }: CompletionRequest["endpoint"]): string {
  const place =
    baseUrl ?? (provider === "openai" ? OPENAI_BASE_URL : `huggingface ${route ?? "auto"}`);
  const host = URL.canParse(place) ? new URL(place).host : place;
  return key === null ? host : `${host} with ${key}`;
}

const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 60_000;

/** The pause after the n-th failure: twice as long each time, between half and all of it, drawn by key. */
function backoff(id: string, attempts: number): number {
  const most = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempts - 1));
  return most * (0.5 + 0.5 * stream("backoff", id, attempts).next());
}

function strictest(a: EndpointLimits | undefined, b: EndpointLimits): EndpointLimits {
  if (!a) return b;
  const least = (x: number | null, y: number | null) =>
    x === null ? y : y === null ? x : Math.min(x, y);
  return {
    concurrency: Math.min(a.concurrency, b.concurrency),
    requestsPerMinute: least(a.requestsPerMinute, b.requestsPerMinute),
    tokensPerMinute: least(a.tokensPerMinute, b.tokensPerMinute),
  };
}
