import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parseConceptModel } from "../../src/recognizer/concepts/concept-model.js";
import { hiddenText } from "../../src/recognizer/prompting/visible-text.js";
import type { StudyResults } from "../../src/records/results.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const workshop = new URL("../recognizer/concepts/workshop", import.meta.url).pathname;

/** What an extractor would say of the workshop's sentences: the first general statement that fits. */
const STATEMENTS: readonly (readonly [RegExp, string, "for" | "against"])[] = [
  [/mess|lying|leave|clutter|pile/i, "keeping the workshop tidy", "against"],
  [/place|clean|wipe|sort|hang|sweep|order/i, "keeping the workshop tidy", "for"],
  [/throw|buy|new one/i, "mending instead of buying", "against"],
  [/mend|repair|save|scrap/i, "mending instead of buying", "for"],
  [/time|slow|hurry|rush/i, "finishing work fast", "against"],
  [/quick|fast|waits|today/i, "finishing work fast", "for"],
];

/** An extractor behind an OpenAI-compatible endpoint; `spoilt` of its first answers are no JSON. */
async function extractor(spoilt: number): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    asked += 1;
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    const prompt = messages.map(({ content }) => content).join("\n");
    const content = asked <= spoilt ? "Gladly! Here they are." : conceptsOf(prompt);
    const message = { role: "assistant", content };
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        model: "extractor",
        choices: [{ index: 0, finish_reason: "stop", message }],
        usage: { prompt_tokens: 10, completion_tokens: 10 },
      }),
    );
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, asked: () => asked };
}

function conceptsOf(prompt: string): string {
  const fenced = /<<<TEXT [0-9a-f]{32}>>>\n([\s\S]*?)\n<<<END OF TEXT/.exec(prompt);
  const text = hiddenText(fenced?.[1] ?? "");
  const found = STATEMENTS.find(([wording]) => wording.test(text));
  const concepts = found ? [{ phrase: found[1], stance: found[2], quote: text }] : [];
  return JSON.stringify({ concepts });
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function learn(folder: string, ...more: readonly string[]) {
  const files = ["--system", join(folder, "workshop/system.json"), "--data"];
  const model = join(folder, "model.json");
  return cli(
    "recognizer",
    "calibrate",
    ...files,
    join(folder, "workshop"),
    "--model",
    model,
    ...more,
  );
}

describe("a concept extractor behind an endpoint", () => {
  test("teaches a model by --extractor, is asked again when it babbles, and reads a study's replies", async () => {
    const folder = testFolder();
    cpSync(workshop, join(folder, "workshop"), { recursive: true });
    const { url, asked } = await extractor(1);
    const model = { baseUrl: url, model: "extractor" };
    writeFileSync(join(folder, "extractor.json"), JSON.stringify(model));
    const { code, out, err } = await learn(folder, "--extractor", join(folder, "extractor.json"));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Workshop values: learned from 180 labelled texts");
    expect(asked()).toBeGreaterThanOrEqual(180);
    const { source, skill } = parseConceptModel(
      readFileSync(join(folder, "model.json"), "utf8"),
      "model.json",
    );
    expect(source).toBe("extractor");
    for (const { presence } of Object.values(skill)) expect(presence).toBeGreaterThan(0.7);

    const replies = ["Wipe the plane clean and hang it up.", "Throw the saw away, buy another."];
    writeFileSync(
      join(folder, "replies.jsonl"),
      replies.map((reply, n) => JSON.stringify({ examinee: "a", item: `${n}?`, reply })).join("\n"),
    );
    const study = {
      format: 1,
      name: "c",
      systems: [{ file: "workshop/system.json" }],
      examinees: [{ kind: "recorded", file: "replies.jsonl" }],
      roles: { recognizer: { concepts: { extractor: model }, model: "model.json" } },
      budget: { rounds: 0 },
    };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    const ran = await cli("run", folder, "--quiet");
    expect([ran.code, ran.err]).toEqual([0, ""]);
    const results = JSON.parse(
      readFileSync(join(folder, "results/scores.json"), "utf8"),
    ) as StudyResults;
    expect(results.counts).toEqual({ judged: 2, declined: 0, unmeasured: 0 });
    expect(results.recognizer).toContain("concepts:");
  });

  test("that cannot be read or described is said in one line", async () => {
    const folder = testFolder();
    cpSync(workshop, join(folder, "workshop"), { recursive: true });
    writeFileSync(join(folder, "broken.json"), "{");
    writeFileSync(join(folder, "empty.json"), "{}");
    for (const [file, told] of [
      ["none.json", "names a file that cannot be read"],
      ["broken.json", "is not valid JSON"],
      ["empty.json", "describes no model"],
    ] as const) {
      const { code, err } = await learn(folder, "--extractor", join(folder, file));
      expect([code, err]).toEqual([2, expect.stringContaining(told)]);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
});
