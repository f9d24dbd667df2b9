import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completionBody } from "../../src/endpoints/emulator/completion-body.js";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { bytesOf, testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

interface Request {
  readonly custom_id: string;
  readonly url: string;
  readonly body: {
    readonly model: string;
    readonly seed: number;
    readonly messages: { content: string; role: string }[];
  };
}

test("a study asked by batch file gives the same bytes as one asked call by call", async () => {
  const models = emulatedModels(7);
  const emulator = await startEmulator({ models });
  const entry = {
    kind: "endpoint",
    id: "guardian",
    baseUrl: emulator.url,
    model: "sim:guardian",
    seed: 5,
  };
  const study = {
    format: 1,
    name: "batch",
    systems: ["mft"],
    examinees: [entry],
    budget: { rounds: 0, samples: 2 },
  };
  const [direct, folder] = [testFolder(), testFolder()];
  for (const each of [direct, folder])
    writeFileSync(join(each, "study.json"), JSON.stringify(study));
  expect((await cli("run", direct, "--quiet")).code).toBe(0);
  const { requests } = emulator.served();

  const written = await cli("batch", folder, "--json");
  const [{ file }] = JSON.parse(written.out).written;
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): Request => JSON.parse(line));
  expect(lines).toHaveLength(requests);
  expect(lines[0].url).toBe("/v1/chat/completions");
  // What a provider makes of it: results in any order, one of them failed, one strange, one cut.
  const results = await Promise.all(
    lines.map(async ({ custom_id, body }) => {
      const text = await models[body.model]({ messages: body.messages, sample: body.seed });
      const spoken = { model: body.model, prompt: "", text };
      return JSON.stringify({
        custom_id,
        response: { status_code: 200, body: completionBody(spoken) },
        error: null,
      });
    }),
  );
  const failed = JSON.stringify({
    custom_id: lines[0].custom_id,
    response: { status_code: 500, body: null },
    error: {},
  });
  const strange = results[1].replace(lines[1].custom_id, "f".repeat(64));
  const path = join(folder, "results.jsonl");
  writeFileSync(
    path,
    [failed, strange, ...results.slice(1).reverse(), results[0].slice(0, 80)].join("\n"),
  );
  const first = JSON.parse((await cli("batch", folder, "--read", path, "--json")).out);
  expect(first).toMatchObject({ replies: requests - 1, known: 0, failed: 1 });
  expect(first.bad.map(({ line }: { line: number }) => line)).toEqual([2, requests + 2]);
  // The rest in a second batch, which writes only what is missing.
  expect((await cli("batch", folder)).out).toContain(": 1 requests");
  writeFileSync(path, results[0]);
  expect((await cli("batch", folder, "--read", path)).out).toContain(
    "1 replies taken into the journal",
  );
  const done = await cli("run", folder, "--quiet");
  expect(done.out).toContain("0 replies asked");
  expect(emulator.served().requests).toBe(requests);
  expect(bytesOf(folder)).toEqual(bytesOf(direct));
  await emulator.close();
});
