import PQueue from "p-queue";
import type { CallWatch, TokenEstimate } from "../../ports/call-watch.js";
import type { Clock } from "../../ports/clock.js";
import type {
  CallFailure,
  Completer,
  Completion,
  CompletionRequest,
} from "../../ports/complete.js";
import { LONGEST_WAIT } from "../retry-after.js";
import { adaptiveLimit } from "./adaptive-limit.js";
import { adaptivePace } from "./adaptive-pace.js";
import { type BreakerOptions, circuitBreaker } from "./circuit-breaker.js";
import { FairQueue, type Turn } from "./fair-queue.js";
import { EPISODE, HEAVY, overload } from "./overload.js";
import { tokenBucket } from "./token-bucket.js";

/** What the user allows an endpoint to be asked at the most. */
export interface EndpointLimits {
  /** Calls under way at once, a whole number from 1. */
  readonly concurrency: number;
  /** `null`: as many as it takes. */
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** What a lane works with. */
export interface LaneSettings {
  /** For people: `api.openai.com with OPENAI_API_KEY`. */
  readonly name: string;
  readonly limits: EndpointLimits;
  readonly completer: Completer;
  readonly clock: Clock;
  readonly breaker?: BreakerOptions;
  /** Told what is waited for, and what was given up. */
  note(line: string): void;
}

/** One request that wants to be made. */
export interface LaneCall {
  readonly role: string;
  /** Whether it was made before and failed. */
  readonly again: boolean;
  readonly request: CompletionRequest;
  readonly estimate: TokenEstimate;
  readonly watch: CallWatch;
  readonly signal: AbortSignal;
}

/** What became of it; `capped`: a cap of the study forbade it. */
export type LaneResult = Completion | { readonly kind: "capped" };

/** All calls to one endpoint with one account. */
export interface EndpointLane {
  /** Makes one attempt when its turn comes. Rejects only with the reason of its signal. */
  attempt(call: LaneCall): Promise<LaneResult>;
  state(): LaneState;
}

/** How a lane stands. */
export interface LaneState {
  readonly name: string;
  readonly limit: number;
  /** Calls a second that it may begin; Infinity when it was never turned away. */
  readonly pace: number;
  readonly waiting: number;
  readonly underWay: number;
  readonly cuts: number;
  /** Why it was given up, or `null`. */
  readonly stopped: CallFailure | null;
}

/** Waits shorter than this are not worth a line. */
const WORTH_TELLING = 2000;

/** The lane of one endpoint and account: one limit, one pace, one set of allowances, one circuit breaker. */
export function endpointLane(settings: LaneSettings): EndpointLane {
  const { clock, completer, limits, note, name } = settings;
  const limit = adaptiveLimit(limits.concurrency);
  const pace = adaptivePace();
  const load = overload();
  const breaker = circuitBreaker(settings.breaker);
  const queue = new PQueue<FairQueue, Turn>({ concurrency: limit.now(), queueClass: FairQueue });
  const perMinute = (most: number | null) => () =>
    most === null ? Number.POSITIVE_INFINITY : most / 60;
  const requests = tokenBucket(perMinute(limits.requestsPerMinute), 1);
  const tokens = tokenBucket(perMinute(limits.tokensPerMinute), (limits.tokensPerMinute ?? 0) / 60);
  const paced = tokenBucket(pace.rate, 1);
  let pausedUntil = 0;
  let cuts = 0;
  let stopped: CallFailure | null = null;
  const stoppedModels = new Map<string, CallFailure>();

  const setLimit = (): void => {
    const wanted = breaker.probing() ? 1 : limit.now();
    if (queue.concurrency !== wanted) queue.concurrency = wanted;
  };
  const pause = (milliseconds: number, why: string): void => {
    const now = clock.now();
    const capped = Math.min(milliseconds, LONGEST_WAIT);
    if (now + capped <= pausedUntil) return;
    if (capped >= WORTH_TELLING && now >= pausedUntil)
      note(
        `${name}: waits ${shown(capped)}${capped < milliseconds ? ` of ${shown(milliseconds)}` : ""} (${why})`,
      );
    pausedUntil = now + capped;
  };
  /** Waits until nothing holds the call back any more. */
  const pass = async ({ signal, estimate }: LaneCall): Promise<void> => {
    // Pauses first: those who wait for one together are spread by the allowances behind it.
    while (clock.now() < pausedUntil) await clock.wait(pausedUntil - clock.now(), signal);
    const at = clock.now();
    const wait = Math.max(
      requests.take(1, at),
      paced.take(1, at),
      limits.tokensPerMinute === null ? 0 : tokens.take(estimate.tokensIn + estimate.tokensOut, at),
    );
    if (wait > 0) await clock.wait(wait, signal);
    while (clock.now() < pausedUntil) await clock.wait(pausedUntil - clock.now(), signal);
  };
  /** One passes after another, so that a pace that changes holds for everybody who still waits. */
  let door: Promise<unknown> = Promise.resolve();
  let atDoor = 0;
  const isOpen = (): boolean =>
    atDoor === 0 &&
    clock.now() >= pausedUntil &&
    pace.rate(0) === Number.POSITIVE_INFINITY &&
    limits.requestsPerMinute === null &&
    limits.tokensPerMinute === null;
  const gate = async (call: LaneCall): Promise<void> => {
    if (isOpen()) return;
    atDoor++;
    const own = door.then(() => (stopFor(call) === null ? pass(call) : undefined));
    door = own.catch(() => {});
    try {
      await own;
    } finally {
      atDoor--;
    }
  };
  const learn = (completion: Completion, began: number, call: LaneCall): void => {
    const at = clock.now();
    if (completion.kind === "answered") {
      breaker.succeeded();
      pace.succeeded(at);
      load.answered(at);
      if (!call.again) limit.succeeded(queue.pending, at);
    } else learnFailure(completion.failure, began, at, call);
    setLimit();
  };
  const learnFailure = (failure: CallFailure, began: number, at: number, call: LaneCall): void => {
    const { code, retryAfter } = failure;
    if (failure.class === "permanent") {
      if (failure.scope === "account") stopped ??= failure;
      if (failure.scope === "model") stoppedModels.set(call.request.endpoint.model, failure);
    } else if (failure.class === "rateLimit") {
      breaker.succeeded();
      const share = load.turnedAway(began, at);
      if (share !== null) {
        cuts++;
        limit.cut(at);
        if (share > HEAVY || pace.rate(at) < Number.POSITIVE_INFINITY) pace.cut(at, share);
      }
      // Who names a time means everybody; a stray answer without one concerns its own call alone.
      const rest = retryAfter ?? ((share ?? 0) > HEAVY ? EPISODE : 0);
      pause(rest, "the endpoint says: too many requests");
    } else {
      if (retryAfter !== null) pause(retryAfter, `the endpoint says: ${code}`);
      if (code === "malformed") return;
      const { pause: rest, givenUp } = breaker.failed();
      if (rest > 0) pause(rest, `${code}, many times in a row`);
      if (givenUp) stopped ??= { ...failure, class: "permanent", scope: "account" };
    }
  };
  const stopFor = (call: LaneCall): CallFailure | null =>
    stoppedModels.get(call.request.endpoint.model) ?? stopped;

  const run = async (call: LaneCall): Promise<LaneResult> => {
    const { estimate, request, signal, watch } = call;
    if (stopFor(call) === null) await gate(call);
    const stop = stopFor(call);
    if (stop) return { kind: "failed", failure: stop, tokensIn: null, tokensOut: null };
    if (signal.aborted) throw signal.reason;
    if (!watch.allow(estimate)) return { kind: "capped" };
    const began = clock.now();
    const started = clock.today();
    const completion = await completer.complete(request, signal).catch((error: unknown) => {
      watch.made(madeCall(started, clock.now() - began, "cancelled", null), estimate);
      throw error;
    });
    const { tokensIn, tokensOut } = completion;
    const result = completion.kind === "answered" ? "answered" : completion.failure.code;
    watch.made(madeCall(started, clock.now() - began, result, completion), estimate);
    if (limits.tokensPerMinute !== null && tokensIn !== null)
      tokens.settle(estimate.tokensIn + estimate.tokensOut - tokensIn - (tokensOut ?? 0));
    learn(completion, began, call);
    return completion;
  };

  return {
    attempt: (call) =>
      queue.add(() => run(call), { role: call.role, again: call.again, signal: call.signal }),
    state: () => ({
      name,
      limit: limit.now(),
      pace: pace.rate(clock.now()),
      waiting: queue.size,
      underWay: queue.pending,
      cuts,
      stopped,
    }),
  };
}

function madeCall(
  started: number,
  took: number,
  result: string,
  tokens: { readonly tokensIn: number | null; readonly tokensOut: number | null } | null,
) {
  const { tokensIn = null, tokensOut = null } = tokens ?? {};
  return { started, took: Math.round(took * 10) / 10, result, tokensIn, tokensOut };
}

function shown(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
