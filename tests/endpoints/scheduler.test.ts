import { setMaxListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { EndpointLimits } from "../../src/endpoints/scheduler/endpoint-lane.js";
import { FairQueue } from "../../src/endpoints/scheduler/fair-queue.js";
import { type Delivered, laneName, scheduler } from "../../src/endpoints/scheduler/scheduler.js";
import { tokenBucket } from "../../src/endpoints/scheduler/token-bucket.js";
import type { CallWatch } from "../../src/ports/call-watch.js";
import type {
  CallFailure,
  Completer,
  Completion,
  CompletionRequest,
  EndpointSettings,
} from "../../src/ports/complete.js";
import type { CallRole } from "../../src/ports/store.js";
import { stream } from "../../src/random/stream.js";
import { inProcessExecutor } from "../../src/run/executor.js";
import { virtualClock } from "./virtual-clock.js";

const endpoint: EndpointSettings = {
  provider: "openai",
  baseUrl: "http://127.0.0.1:1/v1",
  route: null,
  model: "m",
  key: "KEY",
  headers: {},
  timeoutSeconds: 60,
};
const free: CallWatch = { allow: () => true, made: () => {} };
const answered: Completion = {
  kind: "answered",
  reply: { text: "yes", finish: "complete", served: "m" },
  tokensIn: 10,
  tokensOut: 10,
};
const failed = (over: Partial<CallFailure>): Completion => ({
  kind: "failed",
  tokensIn: null,
  tokensOut: null,
  failure: {
    class: "retryable",
    scope: "call",
    code: "serverError",
    status: 500,
    said: "boom",
    retryAfter: null,
    ...over,
  },
});
const tooMany = (retryAfter: number | null = null) =>
  failed({ class: "rateLimit", code: "rateLimit", status: 429, retryAfter });

/** A server in virtual time: what it answers at which moment, and when each request began. */
function bench(
  answer: (request: CompletionRequest, at: number, n: number) => Completion,
  { latency = 50, limits = {} as Partial<EndpointLimits> } = {},
) {
  const clock = virtualClock();
  const began: { readonly at: number; readonly model: string; readonly id: string }[] = [];
  const notes: string[] = [];
  const completer: Completer = {
    complete: async (request, signal) => {
      began.push({ at: clock.now(), model: request.endpoint.model, id: request.id });
      const completion = answer(request, clock.now(), began.length);
      await clock.wait(latency, signal);
      return completion;
    },
    close: async () => {},
  };
  const all = scheduler({ completer, clock, note: (line) => notes.push(line) });
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const allow = (over: Partial<EndpointLimits> = limits, at = endpoint) =>
    all.allow(at, { concurrency: 64, requestsPerMinute: null, tokensPerMinute: null, ...over });
  allow();
  const ask = (
    id: string,
    over: { at?: EndpointSettings; role?: CallRole; maxRetries?: number; watch?: CallWatch } = {},
  ): Promise<Delivered> =>
    all.deliver({
      request: { endpoint: over.at ?? endpoint, body: {}, reasoning: false, id },
      role: over.role ?? "examinee",
      estimate: { tokensIn: 10, tokensOut: 10 },
      maxRetries: over.maxRetries ?? 6,
      watch: over.watch ?? free,
      signal: stop.signal,
    });
  const many = (count: number, over = {}) =>
    Promise.all(Array.from({ length: count }, (_, n) => ask(`call ${n}`, over)));
  return { all, clock, began, notes, stop, ask, many, allow };
}

describe("the scheduler, in virtual time", () => {
  test.each([
    [0, 1],
    [1, 2],
    [3, 4],
  ])("T5: %s retries are %s requests", async (maxRetries, requests) => {
    const { clock, began, ask } = bench(() => failed({}));
    const delivered = await clock.until(ask("a", { maxRetries }));
    expect(delivered).toMatchObject({ kind: "failed", attempts: requests });
    expect(began).toHaveLength(requests);
  });

  test("T1: the next request never begins earlier than told, at most ten minutes later, and says why", async () => {
    for (const [told, waited] of [
      [7000, 7000],
      [0, 0],
      [7_200_000, 600_000],
      [Number.POSITIVE_INFINITY, 600_000],
    ]) {
      const { clock, began, notes, ask } = bench((_, __, n) =>
        n === 1 ? tooMany(told) : answered,
      );
      await clock.until(ask("a"));
      expect(began[1].at - began[0].at).toBeGreaterThanOrEqual(waited);
      expect(began[1].at - began[0].at).toBeLessThan(waited + 2000);
      if (told > 600_000)
        expect(notes[0]).toMatch(/waits 10 min of .* \(the endpoint says: too many/);
    }
  });

  test("T2: a rate limit of 10/s is used to 85 % with few turned away, and a doubled one is found", async () => {
    let allowed = 10;
    let accepted: number[] = [];
    const turned: number[] = [];
    const { clock, began, many } = bench((_, at) => {
      accepted = accepted.filter((time) => time > at - 1000);
      if (accepted.length >= allowed) {
        turned.push(at);
        return tooMany();
      }
      accepted.push(at);
      served.push(at);
      if (served.length === 1000) allowed = 20;
      return answered;
    });
    const served: number[] = [];
    await clock.until(many(2000, { maxRetries: 20 }));
    expect(served).toHaveLength(2000);
    const rate = (from: number, to: number) => ((to - from) * 1000) / (served[to] - served[from]);
    expect(rate(100, 999)).toBeGreaterThan(8.5);
    const before = turned.filter((at) => at < served[999]).length;
    expect(before / 1000).toBeLessThan(0.05);
    // Within ±30 % of what is allowed, in every stretch of 50.
    for (let from = 200; from < 950; from += 50) {
      expect(rate(from, from + 50)).toBeGreaterThan(7);
      expect(rate(from, from + 50)).toBeLessThan(13);
    }
    expect(rate(1300, 1900)).toBeGreaterThan(18);
    expect(began.length).toBe(2000 + turned.length);
  });

  test.each([
    [0.01, 1.1],
    [0.03, 1.2],
    [0.1, 2],
  ])(
    "T2: when a share of %s is turned away at random, a lane takes at the most %s times as long",
    async (share, most) => {
      const timeFor = async (p: number): Promise<number> => {
        const random = stream(1, "stray", String(p));
        const { clock, many } = bench(() => (random.next() < p ? tooMany() : answered), {
          latency: 200,
        });
        await clock.until(many(4000, { maxRetries: 20 }));
        return clock.now();
      };
      const [plain, strayed] = [await timeFor(0), await timeFor(share)];
      expect(strayed / plain).toBeLessThan(most);
    },
  );

  test.each([16, 64])(
    "%s at once are kept under way while replies are written down: 97 percent of what the latency allows",
    async (concurrency) => {
      const { clock, ask } = bench(() => answered, { latency: 200, limits: { concurrency } });
      const calls = 120 * concurrency;
      const work = inProcessExecutor(8).run(
        Array.from({ length: calls }, (_, n) => n),
        async (n) => {
          await ask(`call ${n}`);
          // Longer than a turn of the event loop, which is what the journal waits for.
          await clock.wait(1);
        },
        undefined,
        () => ({ name: "lane", width: concurrency }),
      );
      await clock.until(work);
      expect((calls / concurrency) * 200).toBeGreaterThan(0.97 * clock.now());
    },
  );

  test("T3: fifty calls in flight that are all turned away make one cut", async () => {
    let turning = false;
    const { all, clock, many, ask } = bench(() => (turning ? tooMany(1000) : answered));
    // Grown until fifty are in flight.
    await clock.until(many(500));
    turning = true;
    const burst = Promise.all(
      Array.from({ length: 50 }, (_, n) => ask(`late ${n}`, { maxRetries: 0 })),
    );
    await clock.until(burst);
    expect(all.lanes()[0].cuts).toBe(1);
  });

  test("T4: one server error in five cuts nothing, and everything is finished", async () => {
    const errors = stream(1, "errors");
    const { all, clock, began, many } = bench(() => (errors.next() < 0.2 ? failed({}) : answered));
    const delivered = await clock.until(many(500));
    expect(delivered.every(({ kind }) => kind === "answered")).toBe(true);
    expect(all.lanes()[0].cuts).toBe(0);
    const tries = new Map<string, number>();
    for (const { id } of began) tries.set(id, (tries.get(id) ?? 0) + 1);
    expect(Math.max(...tries.values())).toBeLessThanOrEqual(7);
  });

  test.each([
    ["quota", 429],
    ["wrongKey", 401],
    ["forbidden", 403],
    ["unknownModel", 404],
  ])("T6: %s is one request; that endpoint stops, another keeps its pace", async (code, status) => {
    const scope = code === "unknownModel" || code === "forbidden" ? "model" : "account";
    const permanent = failed({ class: "permanent", scope, code, status });
    const good = { ...endpoint, baseUrl: "http://127.0.0.1:2/v1", model: "good" };
    const both = bench((request) => (request.endpoint.model === "good" ? answered : permanent));
    const alone = bench(() => answered);
    await alone.clock.until(alone.many(300, { at: good }));
    const all = Promise.all([
      both.many(300),
      Promise.all(Array.from({ length: 300 }, (_, n) => both.ask(`good ${n}`, { at: good }))),
    ]);
    const [bad, fine] = await both.clock.until(all);
    expect(bad.every((each) => each.kind === "failed" && each.failure.code === code)).toBe(true);
    expect(fine.every(({ kind }) => kind === "answered")).toBe(true);
    expect(both.began.filter(({ model }) => model === "m")).toHaveLength(1);
    const lastGood = both.began.filter(({ model }) => model === "good").at(-1)?.at ?? 0;
    expect(lastGood).toBeLessThanOrEqual((alone.began.at(-1)?.at ?? 0) * 1.05);
  });

  test("T6: a call that is filtered or too long stops nothing else", async () => {
    const tooLong = failed({ class: "permanent", code: "tooLong", status: 400 });
    const { clock, many } = bench((request) => (request.id === "call 3" ? tooLong : answered));
    const delivered = await clock.until(many(50));
    expect(delivered.filter(({ kind }) => kind === "failed")).toHaveLength(1);
  });

  test("T8: after an abort nothing begins and every promise is settled, at 200 moments", async () => {
    for (let moment = 0; moment < 200; moment++) {
      const random = stream("abort", moment);
      const { clock, began, stop, many } = bench(
        () => (random.next() < 0.3 ? (random.next() < 0.5 ? tooMany(500) : failed({})) : answered),
        { limits: { concurrency: 8 } },
      );
      const work = many(60).then(
        () => "done",
        (error: Error) => error.message,
      );
      const ending = clock.wait(random.next() * 1500).then(() => {
        stop.abort(new Error("interrupted"));
        return began.length;
      });
      const [said, begunBefore] = await clock.until(Promise.all([work, ending]));
      expect(["interrupted", "done"]).toContain(said);
      expect(began.length).toBe(begunBefore);
    }
  });

  test("T10: after a pause of two hours there is no storm", async () => {
    let turning = true;
    const { clock, began, many } = bench((_, at) =>
      turning && at > 1000 ? tooMany(7_200_000) : answered,
    );
    const work = many(2000, { maxRetries: 20 });
    void clock.wait(7_300_000).then(() => {
      turning = false;
    });
    await clock.until(work);
    const after = began.filter(({ at }) => at > 7_300_000);
    const first = after[0].at;
    expect(after.filter(({ at }) => at < first + 1000).length).toBeLessThanOrEqual(64);
  });

  test("K5: a hundred identical requests at once are one call", async () => {
    const { clock, began, ask } = bench(() => answered);
    const same = await clock.until(Promise.all(Array.from({ length: 100 }, () => ask("one"))));
    expect(same.every((each) => each === same[0])).toBe(true);
    expect(began).toHaveLength(1);
    await clock.until(ask("one"));
    expect(began).toHaveLength(2);
  });

  test("requests and tokens a minute are kept in every minute", async () => {
    const perMinute = bench(() => answered, { limits: { requestsPerMinute: 120 } });
    await perMinute.clock.until(perMinute.many(400));
    const tokens = bench(() => answered, { limits: { tokensPerMinute: 1200 } });
    await tokens.clock.until(tokens.many(200));
    for (const [{ began }, most] of [
      [perMinute, 121],
      [tokens, 62],
    ] as const)
      for (const { at } of began)
        expect(
          began.filter((one) => one.at >= at && one.at < at + 60_000).length,
        ).toBeLessThanOrEqual(most);
  });

  test("an endpoint that never answers is given up after five tries, one that went down after pauses", async () => {
    const never = bench(() => failed({ code: "unreachable", status: null }));
    const delivered = await never.clock.until(never.many(100));
    expect(delivered.every(({ kind }) => kind === "failed")).toBe(true);
    expect(never.began).toHaveLength(5);
    const down = bench((_, at) => (at < 1000 ? answered : failed({})));
    await down.clock.until(down.many(1500));
    const late = down.began.filter(({ at }) => at > 60_000);
    expect(late.length).toBeLessThan(10);
    expect(
      down.notes.some((line) => /waits 5 s \(serverError, many times in a row\)/.test(line)),
    ).toBe(true);
    expect(down.all.lanes()[0].stopped).toMatchObject({ code: "serverError" });
  });

  test("roles take turns: verdicts do not wait for ten thousand replies", () => {
    const queue = new FairQueue();
    const order: string[] = [];
    const run = (name: string) => async () => void order.push(name);
    for (let n = 0; n < 3; n++) queue.enqueue(run(`reply ${n}`), { role: "examinee" });
    queue.enqueue(run("verdict"), { role: "recognizer" });
    queue.enqueue(run("again"), { role: "examinee", again: true });
    while (queue.size > 0) void queue.dequeue()?.();
    expect(order).toEqual(["again", "verdict", "reply 0", "reply 1", "reply 2"]);
    expect(queue.dequeue()).toBeUndefined();
  });

  test("a cap that says no ends a call before it is made", async () => {
    let left = 10;
    const watch: CallWatch = { allow: () => left-- > 0, made: () => {} };
    const { clock, began, many } = bench(() => answered);
    const delivered = await clock.until(many(40, { watch }));
    expect(delivered.filter(({ kind }) => kind === "capped")).toHaveLength(30);
    expect(began).toHaveLength(10);
  });

  test("a lane is named by its host and the name of its key", () => {
    expect(laneName(endpoint)).toBe("127.0.0.1:1 with KEY");
    expect(laneName({ ...endpoint, baseUrl: null, key: null })).toBe("api.openai.com");
  });
});

test("T10: a clock that goes back refills nothing and makes nobody wait twice", () => {
  const bucket = tokenBucket(() => 1, 1);
  expect(bucket.take(1, 10_000)).toBe(0);
  expect(bucket.take(1, 5000)).toBe(1000);
  expect(bucket.take(1, 13_000)).toBe(0);
});
