import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { bytesOf, smallStudy, testFolder } from "../run/small-study.js";
import { cli, cliUntil } from "./in-process.js";

const VERBS = [
  "rank",
  "you",
  "cultures",
  "export",
  "demo",
  "init",
  "plan",
  "run",
  "resume",
  "evolve",
  "judge",
  "score",
  "report",
  "reproduce",
  "userstudy",
];
/** Verbs whose examples need an endpoint, labelled replies, a kernel, evolved rounds or files of the repository; they have tests of their own. */
const OTHERS = [
  "quality",
  "sweep",
  "validate",
  "items",
  "contamination",
  "release",
  "batch",
  "emulate",
  "experiment",
  "fork",
  "import",
  "kernel",
  "notebooks",
  "oracles",
  "recognizer",
  "worker",
];

function studyFolder(over: object = {}): string {
  const folder = testFolder();
  writeFileSync(join(folder, "study.json"), JSON.stringify({ ...smallStudy, ...over }));
  return folder;
}

async function json(...args: readonly string[]) {
  const { code, out, err } = await cli(...args, "--json");
  expect(err).toBe("");
  expect(out).toMatch(/^\{[^\n]*\}\n$/);
  return { ...JSON.parse(out), code };
}

let finished: string | null = null;
afterAll(() => {
  if (finished !== null) rmSync(finished, { recursive: true, force: true });
});

/** A study that was run: once for all examples. */
async function finishedStudy(): Promise<string> {
  if (finished === null) {
    finished = mkdtempSync(join(tmpdir(), "value-compass-"));
    const study = { ...smallStudy, budget: { rounds: 0, samples: 1 } };
    writeFileSync(join(finished, "study.json"), JSON.stringify(study));
    await cli("run", finished, "--quiet");
  }
  return finished;
}

/** Examples name folders from where the reader stands. */
function standIn(folder: string): void {
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
}

describe("--help", () => {
  test("lists every verb, and each verb's help ends in an example", async () => {
    const { code, out } = await cli("--help");
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb);
    expect(listed).toEqual(expect.arrayContaining([...VERBS, ...OTHERS]));
    expect(listed.filter((verb) => verb !== "help")).toHaveLength(VERBS.length + OTHERS.length);
    for (const verb of [...VERBS, ...OTHERS]) {
      const help = await cli(verb, "--help");
      expect(help.code).toBe(0);
      expect(help.out.trim().split("\n").at(-1)).toMatch(`$ value-compass ${verb}`);
    }
  });

  test.each(VERBS)("the example of %s runs where there is such a study", async (verb) => {
    const folder = testFolder();
    standIn(folder);
    const unread = ["rank", "you", "cultures", "export", "reproduce", "userstudy"].includes(verb);
    if (verb !== "init" && !unread)
      cpSync(await finishedStudy(), join(folder, "my-study"), { recursive: true });
    mkdirSync("studies");
    const row = { examinee: "a", item: "Why help?", reply: "Because I care.", system: "schwartz" };
    writeFileSync("replies.jsonl", JSON.stringify(row));
    const { out } = await cli(verb, "--help");
    const [, example] = /\$ value-compass (.*)\n*$/.exec(out) ?? [];
    // The demo itself is too long for here: it is stopped as soon as it wants to ask.
    const stop = verb === "demo" ? AbortSignal.abort() : new AbortController().signal;
    const said = await cliUntil(stop, ...example.split(" "));
    expect(said.err).not.toMatch(/error|cannot/);
    expect(said.code).toBe(verb === "demo" ? 130 : 0);
  });

  test("the version is the package's", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await cli("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("plan", () => {
  test("calls nothing, and what it counts is what a fresh run asks", async () => {
    const members = ["o3-mini", "gemini-2.0-pro", "deepseek-r1"];
    const examinees = [
      ...members.map((model) => ({ kind: "published", model })),
      ...smallStudy.examinees.slice(0, 2),
    ];
    for (const over of [
      {},
      { systems: ["mft", "safety"], examinees },
      { roles: { heldOut: ["sim:achiever"] }, budget: { ...smallStudy.budget, generations: 3 } },
      { budget: { rounds: 0, samples: 3 } },
      { examinees: examinees.slice(0, 2) },
      { examinees: [...examinees.slice(0, 3), { ...examinees[3], since: 2 }] },
    ]) {
      const folder = studyFolder(over);
      const before = bytesOf(folder, ["."]);
      const plan = await json("plan", folder);
      expect(bytesOf(folder, ["."])).toEqual(before);
      const { calls, systems } = plan;
      expect(calls.recognizer).toBe(calls.examinee);
      let replies = 0;
      for (const one of systems) replies += one.searchReplies + one.freshReplies;
      expect(replies).toBe(calls.examinee);
      expect((await json("run", folder, "--quiet")).asked).toBe(calls.examinee);
      expect(await json("plan", folder)).toMatchObject({ seconds: 0, journaled: replies });
    }
  });

  test("is never less than what is asked when candidates run short", async () => {
    for (const budget of [
      { ...smallStudy.budget, candidates: 5 },
      { ...smallStudy.budget, candidates: 7, items: 4, rounds: 3 },
    ]) {
      const folder = studyFolder({ budget });
      const { calls } = await json("plan", folder);
      expect((await json("run", folder, "--quiet")).asked).toBeLessThanOrEqual(calls.examinee);
    }
  });

  test("without --json says the same in words", async () => {
    const { out } = await cli("plan", studyFolder());
    expect(out).toContain("writer 0, examinees 688, recognizer 688; 0 replies are already");
    expect(out).toContain("nothing was called");
  });
});

describe("a cap on calls", () => {
  test("ends with 3 and keeps everything; raised, the study ends as if never capped", async () => {
    const whole = studyFolder();
    await json("run", whole, "--quiet");
    for (const cap of [0, 100, 300, 600]) {
      const folder = studyFolder({ caps: { calls: cap } });
      const capped = await json("run", folder, "--quiet");
      expect(capped.code).toBe(3);
      expect(capped.asked).toBe(cap);
      expect(capped.warnings.join()).toContain(`stopped at the cap of ${cap} calls`);
      expect(existsSync(join(folder, "results/scores.csv"))).toBe(true);
      const again = await json("run", folder, "--quiet");
      expect([again.code, again.asked]).toEqual([3, 0]);
      const raised = { ...smallStudy, caps: { calls: 688 } };
      writeFileSync(join(folder, "study.json"), JSON.stringify(raised));
      const done = await json("run", folder, "--quiet");
      expect([done.code, done.asked]).toEqual([0, 688 - cap]);
      expect(bytesOf(folder)).toEqual(bytesOf(whole));
    }
  });

  test("is never exceeded by calls under way at once", async () => {
    const folder = studyFolder({ caps: { calls: 90 } });
    const { asked } = await json("run", folder, "--quiet", "--concurrency", "64");
    expect(asked).toBe(90);
  });

  test("score on a study that was stopped asks nobody and leaves out what is not finished", async () => {
    const folder = studyFolder({ caps: { calls: 200 } });
    await json("run", folder, "--quiet");
    const rounds = bytesOf(folder, ["rounds"]);
    const scored = await json("score", folder, "--quiet");
    expect([scored.code, scored.asked]).toEqual([0, 0]);
    expect(scored.warnings.join()).toMatch(
      /lacks replies that choose the items of schwartz, round/,
    );
    expect(bytesOf(folder, ["rounds"])).toEqual(rounds);
    writeFileSync(join(folder, "study.json"), JSON.stringify(smallStudy));
    expect((await json("run", folder, "--quiet")).code).toBe(0);
    const whole = studyFolder();
    await json("run", whole, "--quiet");
    expect(bytesOf(folder)).toEqual(bytesOf(whole));
  });
});

describe("Ctrl-C", () => {
  test("ends with 130 and one line that says how to go on", async () => {
    const folder = studyFolder();
    const said = await cliUntil(AbortSignal.abort(), "run", folder, "--quiet");
    expect(said).toMatchObject({ code: 130, out: "" });
    expect(said.err.trim()).toBe(
      `interrupted; everything is kept; go on with: value-compass resume ${folder}`,
    );
    expect(existsSync(join(folder, "study.lock"))).toBe(false);
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
  });
});

describe("evolve", () => {
  test("--add keeps every earlier round byte for byte and adds one that the newcomer steers", async () => {
    const folder = studyFolder();
    const before = await json("run", folder, "--quiet");
    const rounds = bytesOf(folder, ["rounds"]);
    const added = await json("evolve", folder, "--add", "gpt-4o", "--quiet");
    expect(added.code).toBe(0);
    const now = bytesOf(folder, ["rounds"]);
    expect(now).toMatchObject(rounds);
    expect(Object.keys(now)).toHaveLength(Object.keys(rounds).length + 2);
    expect(added.rounds.slice(0, 3)).toEqual(before.rounds);
    expect(added.rounds).toHaveLength(4);
    const mine = added.scores.filter((row: { examinee: string }) => row.examinee === "sim:gpt-4o");
    expect(mine.some(({ items }: { items: number }) => items > 0)).toBe(true);
    const manifest = (round: number) =>
      JSON.parse(readFileSync(join(folder, `rounds/${round}/manifest.json`), "utf8"));
    const ids = (round: number) => manifest(round).examinees.map(({ id }: { id: string }) => id);
    expect(ids(2)).not.toContain("sim:gpt-4o");
    expect(ids(3)).toContain("sim:gpt-4o");
    const again = await json("run", folder, "--quiet");
    expect(again.asked).toBe(0);
    expect(bytesOf(folder, ["rounds"])).toEqual(now);
  });

  test("without --add goes on as a study of more rounds would have", async () => {
    const folder = studyFolder();
    await json("run", folder, "--quiet");
    await json("evolve", folder, "--rounds", "1", "--quiet");
    const whole = studyFolder({ budget: { ...smallStudy.budget, rounds: 3 } });
    await json("run", whole, "--quiet");
    expect(bytesOf(folder)).toEqual(bytesOf(whole));
    expect((await json("resume", folder, "--quiet")).asked).toBe(0);
  });
});

describe("judge, score and report", () => {
  test("ask nobody, find no verdict changed, and give the same bytes", async () => {
    const folder = studyFolder({ systems: ["schwartz", "mft"] });
    const { asked } = await json("run", folder, "--quiet");
    const bytes = bytesOf(folder, ["rounds", "results", "report"]);
    const judged = await json("judge", folder, "--again", "--quiet");
    expect(judged).toMatchObject({ code: 0, asked: 0, rejudged: { compared: asked, changed: 0 } });
    expect(bytesOf(folder, ["rounds", "results", "report"])).toEqual(bytes);
    expect(await json("judge", folder, "--quiet")).toMatchObject({ asked: 0, rejudged: null });
    expect(await json("score", folder, "--quiet")).toMatchObject({ asked: 0, reused: asked });
    expect((await json("report", folder)).report).toBe(join(folder, "report/index.html"));
    expect(bytesOf(folder, ["rounds", "results", "report"])).toEqual(bytes);
  });
});

describe("init", () => {
  test("makes a study that can be planned, and prints a schema", async () => {
    const folder = join(testFolder(), "new");
    const made = await json("init", folder, "--name", "Mine", "--system", "mft", "safety");
    expect(made.study).toMatchObject({ name: "Mine", systems: ["mft", "safety"] });
    expect((await json("plan", folder)).calls.examinee).toBeGreaterThan(0);
    const { out } = await cli("init", "--schema");
    expect(JSON.parse(out)).toMatchObject({ type: "object", additionalProperties: false });
  });
});

describe("demo", () => {
  test("with a terminal draws one line; its flags reach study.json; it can be run again", async () => {
    const folder = join(testFolder(), "demo");
    const stopped = await cliUntil(AbortSignal.abort(), "demo", folder, "--alpha", "0");
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain("simulated");
    const study = JSON.parse(readFileSync(join(folder, "study.json"), "utf8"));
    expect(study.objective.alpha).toBe(0);
    const other = await cliUntil(AbortSignal.abort(), "demo", folder, "--seed", "9");
    expect(other.code).toBe(130);
    expect(JSON.parse(readFileSync(join(folder, "study.json"), "utf8")).seed).toBe(9);
  });
});
