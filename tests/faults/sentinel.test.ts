import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cli } from "../cli/in-process.js";
import { testFolder } from "../run/small-study.js";

const SENTINEL = "sk-sentinel/5b4a+3c2d=1e0f";
const bytes = Buffer.from(SENTINEL);
const SPELLINGS = [
  SENTINEL,
  bytes.toString("base64").replace(/=+$/, ""),
  bytes.toString("base64url"),
  bytes.toString("hex"),
  encodeURIComponent(SENTINEL),
  JSON.stringify(SENTINEL).slice(1, -1),
];

let server: Server;
let base = "";
/** Every way in which a server can say a key back, one for each path that it is asked at. */
const WAYS: Readonly<Record<string, (said: string) => [status: number, body: string]>> = {
  reply: (said) => [
    200,
    JSON.stringify({ choices: [{ message: { content: said }, finish_reason: "stop" }] }),
  ],
  model: (said) => [
    200,
    JSON.stringify({
      model: said,
      choices: [{ message: { content: "Yes." }, finish_reason: "stop" }],
    }),
  ],
  refusal: (said) => [200, JSON.stringify({ choices: [{ message: { refusal: said } }] })],
  badKey: (said) => [401, JSON.stringify({ error: { message: said, code: "invalid_api_key" } })],
  quota: (said) => [429, JSON.stringify({ error: { message: said, code: "insufficient_quota" } })],
  code: (said) => [400, JSON.stringify({ error: { code: said, type: said, param: said } })],
  failure: (said) => [500, JSON.stringify({ error: said })],
  text: (said) => [502, said],
  page: (said) => [200, `<html>${said}</html>`],
  filter: (said) => [400, JSON.stringify({ error: { message: said, code: "content_filter" } })],
  broken: (said) => [200, `{"choices": "${said}`],
};

beforeAll(async () => {
  vi.stubEnv("SENTINEL_TEST_KEY", SENTINEL);
  server = createServer((request, response) => {
    const way = request.url?.split("/")[1] ?? "";
    const said = `You sent ${request.headers.authorization} and ${SPELLINGS.join(" and ")}`;
    const [status, body] = WAYS[way](said);
    response.writeHead(status, { "x-key": SENTINEL, "retry-after": "0" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("A4: a key that is said back in every way a server has is in no file and in no line, in any of six spellings", async () => {
  const folder = testFolder();
  const examinees = Object.keys(WAYS).map((way) => ({
    kind: "endpoint",
    id: way,
    baseUrl: `${base}/${way}/v1`,
    model: "m",
    key: "SENTINEL_TEST_KEY",
    headers: { "X-Other": { env: "SENTINEL_TEST_KEY" } },
    limits: { maxRetries: 1 },
  }));
  const budget = { rounds: 0, samples: 1 };
  const study = { format: 1, name: "sentinel", systems: ["schwartz"], examinees, budget };
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  const said = [];
  for (const args of [
    ["plan", folder],
    ["run", folder],
    ["run", folder, "--json"],
    ["report", folder],
    ["batch", folder],
    ["score", folder, "--json"],
  ])
    said.push(await cli(...args));
  expect(said.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  // Something did come back, with the key taken out.
  expect(said[1].out).toMatch(/examinee badKey: .*\[key\]/);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString("latin1"));
  expect(files.length).toBeGreaterThan(8);
  const texts = [...files, ...said.map(({ out, err }) => out + err)];
  for (const spelling of SPELLINGS)
    expect(texts.filter((text) => text.includes(spelling))).toEqual([]);
  console.log(
    `${files.length} files, ${said.length} commands: 0 hits in ${SPELLINGS.length} spellings`,
  );
});

test("A4: a key in a URL's user name, its query or a header is refused, and not repeated", async () => {
  for (const entry of [
    { baseUrl: `http://user:${encodeURIComponent(SENTINEL)}@127.0.0.1:9/v1` },
    { baseUrl: `http://127.0.0.1:9/v1?key=${encodeURIComponent(SENTINEL)}` },
    { baseUrl: "http://127.0.0.1:9/v1", headers: { Authorization: SENTINEL } },
    { baseUrl: "http://127.0.0.1:9/v1", headers: { "X-Api-Key": { env: SENTINEL } } },
    { baseUrl: "http://127.0.0.1:9/v1", key: SENTINEL },
  ]) {
    const folder = testFolder();
    const examinees = [{ kind: "endpoint", id: "a", model: "m", ...entry }];
    const study = { format: 1, name: "s", systems: ["mft"], examinees, budget: { rounds: 0 } };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    const { code, out, err } = await cli("run", folder);
    expect([code, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
    for (const spelling of SPELLINGS) expect(err).not.toContain(spelling);
    expect(readdirSync(folder)).toEqual(["study.json"]);
  }
});
