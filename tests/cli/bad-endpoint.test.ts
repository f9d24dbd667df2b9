import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

let emulator: Emulator;
let host = "";
beforeAll(async () => {
  emulator = await startEmulator({ models: { good: () => "I would help.", other: () => "No." } });
  host = new URL(emulator.url).host;
});
afterAll(() => emulator.close());
beforeEach(() => emulator.misbehave({}));

/** A study of one examinee that can be asked and one that cannot. */
function studyFolder(bad: object): string {
  const folder = testFolder();
  const entry = { kind: "endpoint", baseUrl: emulator.url };
  const examinees = [
    { ...entry, id: "good", model: "good" },
    { ...entry, id: "bad", model: "other", limits: { maxRetries: 1 }, ...bad },
  ];
  const budget = { rounds: 0, samples: 1 };
  const study = { format: 1, name: "bad", systems: ["schwartz"], examinees, budget };
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  return folder;
}

const KEY = { key: "BAD_ENDPOINT_TEST_KEY" };

describe("an examinee that cannot be asked: one line, and the other goes on", () => {
  beforeEach(() => {
    vi.stubEnv(KEY.key, "sk-not-the-right-one");
  });

  test.each<[string, object, object, string]>([
    [
      "a wrong key",
      { key: "sk-right" },
      { ...KEY },
      "the endpoint refuses the key in BAD_ENDPOINT_TEST_KEY (401: emulated: invalid_api_key; at URL); " +
        "check it, or name another variable in `key`",
    ],
    [
      "no key",
      { key: "sk-right" },
      {},
      "the endpoint wants a key (401: emulated: invalid_api_key; at URL); " +
        "write the name of the variable that holds it as `key`",
    ],
    [
      "an unknown model",
      {},
      { model: "nobody" },
      'the endpoint knows no model "nobody" (404: emulated: model_not_found; at URL); check `model`',
    ],
    [
      "a base URL without /v1",
      {},
      { baseUrl: "http://HOST" },
      'the endpoint knows no model "other", or has no chat API there (404: emulated: not_found; at http://HOST); ' +
        "check `model`, and `baseUrl`, which usually ends in /v1",
    ],
    [
      "a server that is down",
      {},
      { baseUrl: "http://127.0.0.1:9/v1" },
      "the endpoint cannot be reached (ECONNREFUSED; at http://127.0.0.1:9/v1); " +
        "check `baseUrl` and the network, then run again",
    ],
    [
      "a host that is not there",
      {},
      { baseUrl: "https://no-such-host.invalid/v1" },
      "there is no host no-such-host.invalid, or the network is down (ENOTFOUND; at https://no-such-host.invalid/v1); " +
        "check `baseUrl` and the network, then run again",
    ],
    [
      "https to a server that speaks http",
      {},
      { baseUrl: "https://HOST/v1" },
      "HOST does not speak https (ERR_SSL_WRONG_VERSION_NUMBER; at https://HOST/v1); " +
        "write http:// in `baseUrl` if it is a server of your own, or check the port",
    ],
    [
      "a parameter that the provider does not know",
      { refusedParameters: ["top_k"] },
      { extraBody: { top_k: 5 } },
      "the endpoint refuses a parameter (400: emulated: unknown_parameter: top_k; at URL); " +
        "mend or remove it in study.json (`extraBody` holds those of your own)",
    ],
    [
      "a provider that cannot be chosen with this key",
      {},
      { provider: "huggingface", baseUrl: null, ...KEY },
      "the request cannot be made (400: Cannot select auto-router when using non-Hugging Face API key.; " +
        "at https://router.huggingface.co/v1); mend study.json as it says",
    ],
  ])("%s", async (_, plan, bad, told) => {
    // The good one has no key to show.
    const right = "key" in plan ? { ...plan, key: null } : plan;
    emulator.misbehave(right);
    const other = await startEmulator({ models: { other: () => "No." }, plan });
    const own = (text: string) =>
      text.replaceAll("HOST", "key" in plan ? new URL(other.url).host : host);
    const url = "key" in plan ? { baseUrl: other.url } : {};
    const entry = JSON.parse(own(JSON.stringify({ ...url, ...bad })));
    const folder = studyFolder(entry);
    const said = await cli("run", folder);
    await other.close();
    const line = `examinee bad: ${own(told).replace("URL", entry.baseUrl ?? emulator.url)}`;
    expect(said.code).toBe(0);
    expect(said.err.split("\n").filter((each) => each.startsWith("examinee bad"))).toEqual([line]);
    expect(said.out).toContain(`warning: 20 cells are unmeasured: ${line}\n`);
    expect(said.out).toMatch(/\d+ judged, \d+ declined, 20 unmeasured\n$/);
    expect(said.out).toMatch(/^good +\d/m);
    expect(said.out).not.toMatch(/^bad +\d/m);
    expect(said.out + said.err).not.toContain("sk-");
  });
});

describe("what can be told before anything is asked ends the program with 2 and one line", () => {
  test.each<[string, object, string]>([
    [
      "a link-local address",
      { baseUrl: "http://169.254.169.254/v1" },
      "study.json: examinees.1.baseUrl is a link-local address, which is never asked; got http://169.254.169.254; " +
        "write the server's own address",
    ],
    [
      "a variable that is not set",
      { key: "BAD_ENDPOINT_UNSET" },
      "examinee bad: BAD_ENDPOINT_UNSET is not set; " +
        "set this environment variable, or write it into .env in the study folder",
    ],
    [
      "a key in the place of its name",
      { key: "sk-123456789" },
      "FOLDER/study.json: examinees.1.key (examinee bad) is not right (name the environment variable that holds it, " +
        "never the key itself); mend it; `value-compass init --schema` prints every option with its range",
    ],
    [
      "a misspelt option",
      { temprature: 1 },
      'FOLDER/study.json: examinees.1 (examinee bad) does not know the key "temprature"; ' +
        "remove it or mend its spelling; `value-compass init --schema` prints every option",
    ],
    [
      "a key in the URL",
      { baseUrl: "https://user:sk-123456@example.com/v1" },
      "study.json: examinees.1.baseUrl holds a user name or password; got https://example.com; " +
        "name the key's variable in `key` instead",
    ],
  ])("%s", async (_, bad, told) => {
    const folder = studyFolder(bad);
    const before = emulator.served().requests;
    const said = await cli("run", folder);
    expect([said.code, said.err, said.out]).toEqual([2, `${told.replace("FOLDER", folder)}\n`, ""]);
    expect(emulator.served().requests).toBe(before);
  });
});
