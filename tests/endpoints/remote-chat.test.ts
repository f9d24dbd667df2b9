import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { httpCompleter } from "../../src/endpoints/completer.js";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { type RemoteChatOptions, remoteChat } from "../../src/endpoints/remote-chat.js";
import { scheduler } from "../../src/endpoints/scheduler/scheduler.js";
import { secretsFrom } from "../../src/endpoints/secrets.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import type { MadeCall } from "../../src/ports/call-watch.js";
import { machineClock } from "../../src/ports/clock.js";
import { judgeRecognizer } from "../../src/recognizer/judge/judge-recognizer.js";
import { EMULATED_JUDGE, EMULATED_WRITER, emulatedModels } from "../../src/run/emulated-models.js";
import { modelSchema } from "../../src/run/endpoint-schema.js";
import { remoteModel } from "../../src/run/study-calls.js";

const KEY = "sk-sentinel-5b4a9f8e7d6c";
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ models: emulatedModels(7) });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.misbehave({}));

function chatOf(model: string, more: Partial<RemoteChatOptions> = {}, entry: object = {}) {
  const lookup = secretsFrom({ TEST_KEY: KEY }, []);
  const calls = scheduler({ completer: httpCompleter(lookup), clock: machineClock });
  const limits = { maxRetries: 1 };
  const parsed = modelSchema.parse({ baseUrl: emulator.url, model, limits, ...entry });
  const name = "the judge";
  return remoteChat({ name, role: "recognizer", model: remoteModel("x", parsed), ...more }, calls);
}

const hello = { messages: [{ role: "user" as const, content: "Schwartz, please." }] };
const mft = valueSystem("mft");

describe("a chat over an endpoint", () => {
  test("is a writer: words in, words out, another sample other words", async () => {
    const writer = chatOf(EMULATED_WRITER, { role: "writer" }, { seed: 1 });
    const first = await writer.chat(hello);
    const again = await writer.chat({ ...hello, sample: 0 });
    const other = await writer.chat({ ...hello, sample: 1 });
    if (first.kind !== "answered" || other.kind !== "answered") throw new Error("no answer");
    expect(first.reply.text.length).toBeGreaterThan(20);
    expect(again).toEqual(first);
    expect(other.reply.text).not.toBe(first.reply.text);
  });

  test("is a judge, whose answers pass the strict reading of a verdict", async () => {
    const judge = judgeRecognizer(chatOf(EMULATED_JUDGE));
    const reply = "We must protect the weak: caring for those who suffer comes first.";
    const answer = await judge.judge({ system: mft, item: "What counts?", reply });
    if (answer.kind !== "judged") throw new Error(answer.kind);
    expect(answer.verdict.dimensions.care.adhere).toBeGreaterThan(0.5);
    expect(answer.verdict.dimensions.care.evidence).toHaveLength(1);
  });

  test("counts its requests on the watch it was made with, under one key a question", async () => {
    const made: [string, MadeCall][] = [];
    const watch = (key: string) => ({
      allow: () => true,
      made: (call: MadeCall) => void made.push([key, call]),
    });
    const chat = chatOf(EMULATED_WRITER, { watch });
    await chat.chat(hello);
    await chat.chat({ messages: [{ role: "user", content: "MFT, please." }] });
    expect(made.map(([, { result }]) => result)).toEqual(["answered", "answered"]);
    expect(new Set(made.map(([key]) => key)).size).toBe(2);
    expect(made[0][0]).toMatch(/^[0-9a-f]{64}$/);
    expect(made[0][1].tokensIn).toBeGreaterThan(0);
  });

  test("is stopped by a cap before anything is asked", async () => {
    const { requests } = emulator.served();
    const chat = chatOf(EMULATED_WRITER, { watch: () => ({ allow: () => false, made() {} }) });
    expect(await chat.chat(hello)).toEqual({ kind: "failed", why: "capReached", attempts: 0 });
    expect(emulator.served().requests).toBe(requests);
  });

  test("says who failed, why, and what to do, and never the key", async () => {
    emulator.misbehave({ key: "sk-another" });
    const answer = await chatOf(EMULATED_WRITER, {}, { key: "TEST_KEY" }).chat(hello);
    expect(answer).toMatchObject({ kind: "failed", why: "askFailed", attempts: 1 });
    expect(JSON.stringify(answer)).toContain("recognizer the judge: the endpoint refuses the key");
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  test("tries again what may pass, as often as it may", async () => {
    emulator.misbehave({ faults: { serverError: 1 } });
    const { requests } = emulator.served();
    expect(await chatOf(EMULATED_WRITER).chat(hello)).toMatchObject({ attempts: 2 });
    expect(emulator.served().requests - requests).toBe(2);
  });

  test("ends with the reason of its signal", async () => {
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(chatOf(EMULATED_WRITER).chat({ ...hello, signal: stop.signal })).rejects.toThrow(
      "enough",
    );
  });

  test("asks for the form of an answer as the endpoint can be told it", () => {
    const schema = { name: "s", schema: { type: "object" } };
    const format = (held: string) =>
      chatOf("m", {}, { held }).request({ ...hello, schema }).body.response_format;
    expect(format("schema")).toEqual({
      type: "json_schema",
      json_schema: { ...schema, strict: true },
    });
    expect(format("object")).toEqual({ type: "json_object" });
    expect(format("words")).toBeUndefined();
  });

  test("has what decides its answers in its identity, and neither key nor limits", () => {
    const chat = chatOf("m", {}, { key: "TEST_KEY", temperature: 0.5 });
    const words = JSON.stringify(chat.identity);
    expect(words).toContain('"temperature":0.5');
    expect(words).not.toContain("TEST_KEY");
    expect(words).not.toContain("concurrency");
  });

  test("meets rubbish in the share that the emulator's plan says, the same for the same words", async () => {
    emulator.misbehave({ rubbish: { share: 0.3, models: [EMULATED_JUDGE] } });
    const chat = chatOf(EMULATED_JUDGE);
    const said = async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          chat.chat({ messages: [{ role: "user", content: `Reply ${n}` }] }),
        ),
      );
      return answers.map((answer) => (answer.kind === "answered" ? answer.reply.text : null));
    };
    const first = await said();
    const sound = first.filter((text) => text?.startsWith('{"refusal":"none","dimensions":{"'));
    expect(sound.length).toBeGreaterThan(55);
    expect(sound.length).toBeLessThan(90);
    expect(await said()).toEqual(first);
  });
});
