import { expect, test } from "vitest";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { askKey } from "../../src/run/journal/content-key.js";
import { checkStudy } from "../../src/run/read-study.js";

const base = {
  kind: "endpoint",
  id: "m",
  baseUrl: "http://127.0.0.1:1/v1",
  model: "m",
  temperature: 1,
} as const;

async function keyOf(over: object, text = "Why?", sample = 0): Promise<string> {
  const input = { format: 1, name: "k", systems: ["mft"], examinees: [{ ...base, ...over }] };
  const study = await assembleStudy(checkStudy({ ...input, budget: { rounds: 0 } }, "s"), ".");
  return askKey(study.members[0].examinee.identity, "mft", text, sample);
}

test("K1, K3: what decides an answer changes the key; what does not leaves it", async () => {
  const own = await keyOf({});
  const misses = await Promise.all([
    keyOf({ provider: "huggingface" }),
    keyOf({ baseUrl: "http://127.0.0.1:2/v1" }),
    keyOf({ route: "together" }),
    keyOf({ model: "n" }),
    keyOf({ headers: { "X-Beta": "1" } }),
    keyOf({ prompt: "Be brief." }),
    keyOf({ temperature: 0.5 }),
    keyOf({ topP: 0.9 }),
    keyOf({ seed: 1 }),
    keyOf({ maxTokens: 10 }),
    keyOf({ stop: ["."] }),
    keyOf({ reasoning: true }),
    keyOf({ effort: "low" }),
    keyOf({ extraBody: { top_k: 5 } }),
    keyOf({}, "Why not?"),
    keyOf({}, "Why?", 1),
  ]);
  expect(new Set([own, ...misses]).size).toBe(17);
  const hits = await Promise.all([
    keyOf({ key: "SOME_KEY" }),
    keyOf({ timeoutSeconds: 3 }),
    keyOf({ limits: { concurrency: 3, requestsPerMinute: 9, maxRetries: 1 } }),
    keyOf({ card: { developer: "somebody" } }),
    keyOf({ since: 2 }),
    keyOf({ id: "another-name" }),
  ]);
  expect(new Set([own, ...hits]).size).toBe(1);
});
