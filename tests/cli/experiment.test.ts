import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { smallStudy, testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const NAMES = ["knowing", "static", "cases", "prime", "steer"];

async function json(...args: readonly string[]) {
  const { code, out, err } = await cli("experiment", ...args, "--json", "--quiet");
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

function studyIn(study: object): string {
  const folder = testFolder();
  writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  return folder;
}

describe("experiments on the simulated panel", () => {
  it.each([
    ["knowing", "--repeats", "2"],
    ["cases", "--items", "8", "--repeats", "4"],
    ["priming", "--items", "10", "--repeats", "2", "--dimension", "power", "universalism"],
    ["steer", "--items", "20", "--repeats", "2"],
    ["static", "--items", "10", "--repeats", "2", "--labels"],
  ])(
    "%s says that it is simulated, in its table, its figure and its JSON",
    async (name, ...flags) => {
      const out = testFolder();
      const said = await cli("experiment", name, ...flags, "--out", out);
      expect(said.err).toBe("");
      expect(said.code).toBe(0);
      expect(said.out).toMatch(/Simulated examinees: .* confirms nothing about real models/);
      const [file] = readdirSync(out);
      expect(readFileSync(join(out, file), "utf8")).toMatch(/[Ss]imulated/);
      const told = await json(name, ...flags, "--out", out);
      expect(told.simulated).toBe(true);
      expect(NAMES).toContain(told.experiment);
    },
  );

  it("gives the same numbers again, and others under another seed", async () => {
    const out = testFolder();
    const flags = ["steer", "--items", "10", "--repeats", "2", "--out", out];
    const [first, again] = [await json(...flags), await json(...flags)];
    expect(again).toEqual(first);
    expect((await json(...flags, "--seed", "8")).rows).not.toEqual(first.rows);
  });

  it.each([
    [["knowing", "--system", "safety"], /no situations in three formats.*mft/],
    [["knowing", "--pressure", "2"], /from 0 to 1/],
    [["knowing", "--questionnaire", "nowhere.csv"], /nowhere\.csv \(ENOENT\)/],
    [["prime", "--system", "mft"], /circular order/],
    [["prime", "--dimension", "care"], /no "care"/],
    [["steer", "--towards", "power=1"], /has no order/],
    [["steer", "--towards", "power=11,security=1,tradition=0"], /outside its range/],
    [["static", "--repeats", "1"], /must be a whole number from 2/],
    [["cases", "--system", "morals"], /morals/],
    [["knowing", "nowhere"], /nowhere/],
  ])("wrong use is one line and exit code 2: %j", async (args, message) => {
    const { code, out, err } = await cli("experiment", ...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("a questionnaire of one's own", () => {
  const file = (text: string) => {
    const path = join(testFolder(), "own.csv");
    writeFileSync(path, text);
    return path;
  };

  it("stands in the place of ours, with reversed sentences turned round and the gap unpaired", async () => {
    const path = file(
      'text,dimension,keyed,from,to\n"I help, always.",care,1,0,5\nI cheat at times.,fairness,-1,0,5\n',
    );
    const found = await json(
      "knowing",
      "--questionnaire",
      path,
      "--pressure",
      "1",
      "--out",
      testFolder(),
    );
    expect(found.questionnaire).toBe("given");
    for (const row of found.scores.filter(
      (one: { format: string }) => one.format === "questionnaire",
    )) {
      expect(row.mean).toBe(1);
      expect(row.items).toBe(2);
    }
    const gap = found.gaps.find((one: { format: string }) => one.format === "questionnaire");
    expect(gap.paired).toBe(false);
  });

  it.each([
    ["text,keyed\nI help.,1\n", /line 1 must name the columns/],
    ["text,dimension\n", /holds no sentence/],
    ["text,dimension\nI help.,power\n", /line 2 names no dimension of mft/],
    ["text,dimension,keyed\nI help.,care,2\n", /line 2 has a key/],
    ["text,dimension,from,to\nI help.,care,6,1\n", /line 2 has no scale/],
    ["text,dimension\n,care\n", /line 2 has no sentence/],
  ])("a bad row is named with its line: %j", async (text, message) => {
    const { code, err } = await cli("experiment", "knowing", "--questionnaire", file(text));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe("experiments on a study", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ models: emulatedModels(7) });
  });
  afterAll(() => emulator.close());

  const overEndpoints = () =>
    studyIn({
      format: 1,
      name: "endpoints",
      systems: ["schwartz"],
      budget: { rounds: 0, samples: 2 },
      seed: 3,
      examinees: ["sim:guardian", "sim:explorer"].map((model, n) => ({
        kind: "endpoint",
        id: `model-${n + 1}`,
        baseUrl: emulator.url,
        model,
        // Else the luck of the replies hangs on the port.
        seed: 1,
      })),
    });

  it("asks endpoints the closed questions too, and nothing twice", async () => {
    const folder = overEndpoints();
    const first = await json("knowing", folder, "--repeats", "2");
    const choice = first.scores.filter((one: { format: string }) => one.format === "judgement");
    expect(choice.map((one: { unmeasured: number }) => one.unmeasured)).toEqual([0, 0]);
    expect(choice[0].mean).toBeGreaterThan(0.8);
    expect(first.consensusPressure).toBeNull();
    const before = emulator.served().requests;
    expect(await json("knowing", folder, "--repeats", "2")).toEqual(first);
    expect(emulator.served().requests).toBe(before);
    expect(existsSync(join(folder, "experiments/knowing.html"))).toBe(true);
    expect(existsSync(join(folder, "results"))).toBe(false);
  });

  it("primes an endpoint by its system prompt: the model under it moves", async () => {
    const found = await json(
      "prime",
      overEndpoints(),
      ...["--dimension", "power", "universalism", "stimulation", "security"],
      ...["--items", "20", "--repeats", "3"],
    );
    const [target] = found.tests;
    expect(target.part).toBe("target");
    expect(target.after).toBeGreaterThan(target.before);
    expect(found.push).toBeNull();
    expect(found.unmeasured).toBe(0);
  });

  it("steers an endpoint by the order of values in its system prompt", async () => {
    const before = emulator.served().byModel["sim:guardian"] ?? 0;
    const found = await json("steer", overEndpoints(), "--items", "10", "--repeats", "2");
    expect(found.prompt).toMatch(/the most important first: 1\. Security; 2\. Conformity/);
    expect(found.obedience).toBeNull();
    expect(found.unmeasured).toBe(0);
    // Ten items, two replies each, without the prompt and under it.
    expect((emulator.served().byModel["sim:guardian"] ?? 0) - before).toBe(40);
    for (const { before: level, after } of found.rows) expect(after.value).not.toBe(level.value);
  });

  it("compares the static items of a study with its newest round, from its journal", async () => {
    const folder = studyIn(smallStudy);
    const early = await cli("experiment", "static", folder, "--quiet");
    expect(early.code).toBe(2);
    expect(early.err).toMatch(/holds no evolved round.*run it/);
    await cli("run", folder, "--quiet");
    const found = await json("static", folder, "--repeats", "2");
    expect(found.sets.map(({ name }: { name: string }) => name)).toEqual(["static", "evolved"]);
    expect(found.sets[1].items).toBe(6);
    const pairs = (await json("cases", folder, "--repeats", "2")).pairs;
    expect(pairs.length).toBeGreaterThan(0);
    const page = readFileSync(join(folder, "experiments/cases.html"), "utf8");
    expect(page).toContain("<mark>");
    expect(page).not.toMatch(/<script/);
  });

  it("leaves recordings out, and says so where nobody is left", async () => {
    const folder = testFolder();
    mkdirSync(folder, { recursive: true });
    const row = { examinee: "m", item: "What now?", reply: "I help.", system: "schwartz" };
    writeFileSync(join(folder, "replies.jsonl"), `${JSON.stringify(row)}\n`);
    const examinees = [{ kind: "recorded", file: "replies.jsonl" }];
    writeFileSync(
      join(folder, "study.json"),
      JSON.stringify({
        format: 1,
        name: "r",
        systems: ["schwartz"],
        budget: { rounds: 0 },
        examinees,
      }),
    );
    const { code, err } = await cli("experiment", "prime", folder);
    expect(code).toBe(2);
    expect(err).toMatch(/nobody who can be asked.*recorded replies answer nothing new/);
  });
});
