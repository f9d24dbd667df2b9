import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testFolder } from "../run/small-study.js";
import { cli, cliUntil } from "./in-process.js";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

describe("the README's story of an own endpoint", () => {
  test("works against `emulate` as it stands, to the cap and beyond", async () => {
    const stop = new AbortController();
    const port = 20_000 + (process.pid % 20_000);
    const serving = cliUntil(
      stop.signal,
      "emulate",
      "--port",
      String(port),
      "--fault",
      "serverError=0.02",
    );
    const folder = testFolder();
    const [, study] = /<<'END'\n([\s\S]*?)\nEND/.exec(readme) ?? [];
    writeFileSync(join(folder, "study.json"), study.replaceAll("8089", String(port)));
    const planned = await cli("plan", folder);
    expect(planned.code).toBe(0);
    expect(planned.out).toMatch(/examinee +first +sim:guardian +60 +\d+ +61440 +0\.00/);
    expect(planned.out).toContain("in all 120 calls, 0.00 USD; capped at: 500 calls, 2 USD");
    const ran = await cli("run", folder, "--quiet");
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/used over all runs: 1[2-4]\d calls, \d+ tokens in/);
    expect(ran.out).toContain("120 replies asked, 0 already in the journal");
    expect(ran.out).toContain("(sim)");
    stop.abort();
    const served = await serving;
    expect(served.code).toBe(0);
    expect(served.out).toMatch(/served 1[2-4]\d requests: 120 answered, 0 of them again/);
  });

  test("begins with `init --model`, which names the key and never holds it", async () => {
    const folder = join(testFolder(), "mine");
    const models = ["--model", "org/small", "gpt-4o-mini", "--key", "MY_KEY"];
    const made = await cli("init", folder, ...models, "--endpoint", "http://127.0.0.1:8089/v1");
    expect([made.code, made.err]).toEqual([0, ""]);
    const { examinees, budget } = JSON.parse(readFileSync(join(folder, "study.json"), "utf8"));
    expect(examinees).toMatchObject([
      { id: "org-small", model: "org/small", key: "MY_KEY", baseUrl: "http://127.0.0.1:8089/v1" },
      { id: "gpt-4o-mini", model: "gpt-4o-mini", key: "MY_KEY" },
    ]);
    expect(budget).toMatchObject({ rounds: 0, samples: 3 });
    expect((await cli("plan", folder)).out).toMatch(/examinee +org-small +org\/small/);
    const refused = await cli("init", join(folder, "2"), "--endpoint", "http://127.0.0.1:8089/v1");
    expect([refused.code, refused.err]).toEqual([
      2,
      "--endpoint needs to know which models to ask there; name them with --model\n",
    ]);
  });

  test("what `emulate` cannot do is said in one line", async () => {
    for (const [flags, told] of [
      [
        ["--fault", "nonsense=1"],
        "--fault must be a fault and its share from 0 to 1; got nonsense=1",
      ],
      [["--latency", "soon"], "--latency must be milliseconds; got soon"],
      [["--fault", "reset=0.9", "html=0.9"], "together must be at most 1"],
      [["--plan", "none.json"], "--plan none.json cannot be read as JSON; got ENOENT"],
    ] as const) {
      const { code, err } = await cli("emulate", ...flags);
      expect([code, err]).toEqual([2, expect.stringContaining(told)]);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
});
