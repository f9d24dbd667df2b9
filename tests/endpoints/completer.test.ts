import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpCompleter } from "../../src/endpoints/completer.js";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import type { FaultName, FaultPlanInput } from "../../src/endpoints/emulator/fault-plan.js";
import { redactor, secretsFrom } from "../../src/endpoints/secrets.js";
import type {
  Completer,
  Completion,
  CompletionRequest,
  EndpointSettings,
} from "../../src/ports/complete.js";

const SENTINEL = "sk-sentinel-0123456789/+=abc";
const secrets = secretsFrom({ TEST_KEY: SENTINEL, SECRET_HEADER: "header-sentinel" }, []);
let emulator: Emulator;
let completer: Completer;
let asked = 0;

beforeAll(async () => {
  emulator = await startEmulator({
    models: { parrot: ({ messages }) => `You said: ${messages.at(-1)?.content}` },
  });
  completer = httpCompleter(secrets);
});
afterAll(async () => {
  await completer.close();
  await emulator.close();
});

function request(over: Partial<EndpointSettings> = {}, body: object = {}): CompletionRequest {
  const endpoint: EndpointSettings = {
    provider: "openai",
    baseUrl: emulator.url,
    route: null,
    model: "parrot",
    key: "TEST_KEY",
    headers: {},
    timeoutSeconds: 5,
    ...over,
  };
  const messages = [{ role: "user", content: "Why?" }];
  return {
    endpoint,
    body: { model: endpoint.model, messages, ...body },
    reasoning: false,
    id: `id-${asked++}`,
  };
}

const signal = new AbortController().signal;
const complete = (over: Partial<EndpointSettings> = {}, body: object = {}) =>
  completer.complete(request(over, body), signal);

/** What a completion comes to, in a few words. */
const shortly = (completion: Completion): string =>
  completion.kind === "answered"
    ? `${completion.reply.finish}: ${completion.reply.text}`
    : `${completion.failure.class} ${completion.failure.code} for the ${completion.failure.scope}`;

const always = (fault: FaultName, over: FaultPlanInput = {}): FaultPlanInput => ({
  ...over,
  faults: { [fault]: 1 },
});

describe.each(["openai", "huggingface"] as const)("one attempt through %s", (provider) => {
  test("gives the reply, the model that served it and the tokens", async () => {
    emulator.misbehave({ key: SENTINEL });
    expect(await complete({ provider })).toEqual({
      kind: "answered",
      reply: { text: "You said: Why?", finish: "complete", served: "parrot" },
      tokensIn: 1,
      tokensOut: 4,
    });
  });

  test.each<[FaultName, string]>([
    ["rateLimit", "rateLimit rateLimit for the call"],
    ["rateLimitBare", "rateLimit rateLimit for the call"],
    ["quota", "permanent quota for the account"],
    ["serverError", "retryable serverError for the call"],
    ["unavailable", "retryable serverError for the call"],
    ["reset", "retryable connection for the call"],
    ["truncatedBody", "retryable connection for the call"],
    ["malformedJson", "retryable malformed for the call"],
    ["wrongSchema", "retryable malformed for the call"],
    ["html", "retryable malformed for the call"],
    ["emptyBody", "retryable malformed for the call"],
    ["badUtf8", "retryable malformed for the call"],
    ["hugeBody", "permanent bodyTooLong for the call"],
    ["gzipBomb", "permanent bodyTooLong for the call"],
    ["redirect", "permanent redirect for the account"],
    ["filtered", "filtered: "],
    ["filterError", "filtered: "],
    ["refusal", "refused: I will not answer this."],
    ["empty", "complete: "],
    ["cutShort", "truncated: You sai"],
  ])("T7, K4: %s comes to: %s, in one request", async (fault, wanted) => {
    emulator.misbehave(always(fault));
    const before = emulator.served().requests;
    expect(shortly(await complete({ provider }))).toBe(wanted);
    expect(emulator.served().requests).toBe(before + 1);
  });

  test("T1: tells how long the server wants us to wait", async () => {
    emulator.misbehave(always("rateLimit", { retryAfter: 3 }));
    expect(await complete({ provider })).toMatchObject({ failure: { retryAfter: 3000 } });
    emulator.misbehave(always("rateLimitBare"));
    expect(await complete({ provider })).toMatchObject({ failure: { retryAfter: null } });
  });

  test.each(["hang", "slowBody"] as const)("T7: %s ends at the time limit", async (fault) => {
    emulator.misbehave(always(fault));
    expect(shortly(await complete({ provider, timeoutSeconds: 0.2 }))).toBe(
      "retryable timeout for the call",
    );
  });

  test("T8: an abort ends a call under way, with the run's reason", async () => {
    emulator.misbehave(always("hang"));
    const stop = new AbortController();
    const call = completer.complete(request({ provider }), stop.signal);
    setTimeout(() => stop.abort(new Error("interrupted")), 30);
    await expect(call).rejects.toThrow("interrupted");
    const before = emulator.served().requests;
    await expect(completer.complete(request({ provider }), stop.signal)).rejects.toThrow(
      "interrupted",
    );
    expect(emulator.served().requests).toBe(before);
  });

  test("wrong key, unknown model and unknown parameter are permanent, each in its scope", async () => {
    emulator.misbehave({ key: "another" });
    expect(shortly(await complete({ provider }))).toBe("permanent wrongKey for the account");
    emulator.misbehave({ refusedParameters: ["top_q"] });
    expect(shortly(await complete({ provider, model: "nobody" }))).toBe(
      "permanent unknownModel for the model",
    );
    expect(shortly(await complete({ provider }, { top_q: 1 }))).toBe(
      "permanent unknownParameter for the model",
    );
  });

  test("a host that is not there is unreachable", async () => {
    for (const [baseUrl, code] of [
      ["http://127.0.0.1:9/v1", "unreachable"],
      ["http://no-such-host.invalid/v1", "unknownHost"],
    ] as const)
      expect(shortly(await complete({ provider, baseUrl, key: null }))).toBe(
        `retryable ${code} for the call`,
      );
  });
});

test("what the huggingface package refuses by itself is permanent, and told as it was said", async () => {
  const completion = await complete({ provider: "huggingface", baseUrl: null });
  expect(shortly(completion)).toBe("permanent notAsked for the model");
  expect(JSON.stringify(completion)).toContain("Cannot select auto-router");
});

test("thinking in front of the answer is cut off, and thinking without an end is no answer", async () => {
  const text = ["<think>Hm. They want</think>\nBe kind.", "<think>Hm. They want"];
  const thinker = await startEmulator({ models: { thinker: ({ sample }) => text[sample] } });
  const ask = (seed: number) =>
    completer.complete(
      { ...request({ baseUrl: thinker.url, model: "thinker" }, { seed }), reasoning: true },
      signal,
    );
  expect(shortly(await ask(0))).toBe("complete: Be kind.");
  expect(shortly(await ask(1))).toBe("truncated: ");
  await thinker.close();
});

test("a certificate that nobody vouches for is told apart from a host that is down", async () => {
  const server = createTlsServer({}, () => {}).on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `https://127.0.0.1:${port}/v1`;
  expect(shortly(await complete({ baseUrl }))).toBe("permanent tls for the account");
  server.close();
});

describe("A4: secrets", () => {
  let echo: Server;
  let baseUrl = "";
  let heard: Record<string, unknown> = {};
  let status = 200;
  beforeAll(async () => {
    // A server that says back everything it was sent, in every spelling.
    echo = createServer((incoming, response) => {
      heard = { ...incoming.headers };
      const said = [incoming.headers.authorization, incoming.headers["x-extra"], SENTINEL]
        .map(String)
        .flatMap((text) => [
          text,
          Buffer.from(SENTINEL).toString("base64"),
          Buffer.from(SENTINEL).toString("hex"),
          encodeURIComponent(SENTINEL),
        ])
        .join(" ");
      const body =
        status === 200
          ? { model: said, choices: [{ message: { content: said }, finish_reason: "stop" }] }
          : { error: { message: said, code: "boom" } };
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => void echo.close());

  test.each(["openai", "huggingface"] as const)(
    "are sent by %s and come back in no reply and no error",
    async (provider) => {
      const headers = { "X-Extra": { env: "SECRET_HEADER" }, "X-Plain": "plain" };
      for (status of [200, 400, 500]) {
        const said = JSON.stringify(await complete({ provider, baseUrl, headers }));
        expect(heard).toMatchObject({
          authorization: `Bearer ${SENTINEL}`,
          "x-extra": "header-sentinel",
          "x-plain": "plain",
        });
        for (const spelling of [
          SENTINEL,
          "header-sentinel",
          Buffer.from(SENTINEL).toString("base64").slice(0, 20),
          Buffer.from(SENTINEL).toString("hex").slice(0, 20),
          encodeURIComponent(SENTINEL),
        ])
          expect(said).not.toContain(spelling);
        expect(said).toContain("[key]");
      }
    },
  );

  test("without a key no authorisation is sent, and a name that is not set is told", async () => {
    status = 200;
    await complete({ baseUrl, key: null });
    expect(heard).not.toHaveProperty("authorization");
    await expect(complete({ baseUrl, key: "NOT_SET" })).rejects.toThrow(
      "NOT_SET is not set; set this environment variable, or write it into .env",
    );
  });

  test("are taken out of any text, in six spellings", () => {
    const redact = redactor([SENTINEL, "abc"]);
    const bytes = Buffer.from(SENTINEL);
    const spellings = [
      SENTINEL,
      bytes.toString("base64"),
      bytes.toString("base64url"),
      bytes.toString("hex"),
      encodeURIComponent(SENTINEL),
      JSON.stringify(SENTINEL),
    ];
    for (const spelling of spellings)
      expect(redact(`a ${spelling} b`)).toMatch(/^a "?\[key\]=*"? b$/);
    expect(redact("abc stays: it is too short to be a key")).toContain("abc");
  });
});
