import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockStudy } from "../../src/run/journal/study-lock.js";
import { cli, type Said } from "../cli/in-process.js";
import { bytesOf, smallStudy, testFolder } from "../run/small-study.js";
import { startCli, startLimited } from "./cli-process.js";

/** A study that was run, of which every test takes a copy. */
const finished = mkdtempSync(join(tmpdir(), "value-compass-finished-"));
const study = {
  ...smallStudy,
  budget: { rounds: 1, items: 4, samples: 2, candidates: 8, generations: 1, searchSamples: 2 },
};

beforeAll(async () => {
  writeFileSync(join(finished, "study.json"), JSON.stringify(study));
  expect((await cli("run", finished, "--quiet")).code).toBe(0);
});
afterAll(() => rmSync(finished, { recursive: true }));

function copyOfFinished(): string {
  const folder = testFolder();
  cpSync(finished, folder, { recursive: true });
  return folder;
}

/** Exit code 2, nothing on stdout, and one line on stderr that holds these words. */
function expectOneLine({ code, out, err }: Said, ...words: readonly (string | RegExp)[]): void {
  expect(err).toMatch(/^[^\n]{30,}\n$/);
  for (const word of words) expect(err).toMatch(word);
  expect(err).toMatch(
    /\b(name|make|mend|remove|update|check|wait|use|write|add|fix|give|close|quote|run|edit|leave|begin|there (is|are)|has|shows|separate)\b/i,
  );
  expect(err).not.toMatch(/undefined|\[object|\bat .*\.[jt]s:\d/);
  expect(code).toBe(2);
  expect(out).toBe("");
}

/** A study.json with something changed. */
const changed = (over: object) => JSON.stringify({ ...study, ...over });
const objective = (over: object) => changed({ objective: over });

describe.each<[string, string, readonly (string | RegExp)[]]>([
  ["is not JSON", "{ format: 1 }", ["study.json is not valid JSON", "got", "mend the file"]],
  ["is empty", "", ["study.json is not valid JSON"]],
  ["is a list", "[]", ["study.json"]],
  ["is null", "null", ["study.json"]],
  ["says no format", changed({ format: undefined }), ["study.json: format"]],
  ["is of a newer version", changed({ format: 2 }), ["newer version", "got 2", "update"]],
  ["has an unknown key", changed({ sede: 3 }), ['does not know the key "sede"', "--schema"]],
  ["has an unknown option", objective({ alhpa: 1 }), ["objective", '"alhpa"']],
  ["has alpha 1.2", objective({ alpha: 1.2 }), ["study.json: objective.alpha", "got 1.2"]],
  ["has alpha as text", objective({ alpha: "1" }), ["objective.alpha", 'got "1"']],
  [
    "names an unknown divergence",
    objective({ divergence: "kl" }),
    ["objective.divergence", 'got "kl"', "there are: jensen-shannon", "kullback-leibler"],
  ],
  [
    "gives a divergence a number out of range",
    objective({ divergence: { id: "renyi", order: -1 } }),
    ["objective.divergence", "renyi: order must be a finite number from 0.01 to 20: -1"],
  ],
  [
    "gives a divergence a parameter it does not have",
    objective({ divergence: { id: "renyi", ordre: 2 } }),
    ["objective.divergence", "only the parameters order, smoothing: ordre"],
  ],
  [
    "gives a divergence text for a number",
    objective({ divergence: { id: "renyi", order: "2" } }),
    ["objective.divergence", "renyi: order must be a number: 2"],
  ],
  [
    "gives a divergence parameters and no name",
    objective({ divergence: { order: 2 } }),
    ["objective.divergence"],
  ],
  [
    "has a number for a divergence",
    objective({ divergence: 2 }),
    ["objective.divergence", "got 2"],
  ],
  [
    "tunes an elicitation that cannot be tuned",
    objective({ elicitation: { id: "plug-in", order: 2 } }),
    ["objective.elicitation", "plug-in must be given no parameters: order"],
  ],
  ["names an unknown system", changed({ systems: ["schwarz"] }), ["systems.0", "schwarz", "mft"]],
  ["names one system twice", changed({ systems: ["mft", "mft"] }), ["systems", "got mft"]],
  [
    "names a system file that is missing",
    changed({ systems: [{ file: "own.json" }] }),
    ["systems.0", "own.json", "ENOENT"],
  ],
  [
    "names an unknown archetype",
    changed({ examinees: [{ kind: "archetype", id: "sim:pirate" }] }),
    ["examinees.0", "sim:pirate", "sim:guardian"],
  ],
  [
    "names an unknown model",
    changed({ examinees: [{ kind: "published", model: "gpt-9" }] }),
    ["examinees.0", "gpt-9"],
  ],
  [
    "names one examinee twice",
    changed({ examinees: [...study.examinees, study.examinees[0]] }),
    ["examinees", "names one twice", "sim:guardian"],
  ],
  ["has no examinee", changed({ examinees: [] }), ["study.json: examinees"]],
  [
    "has an examinee of unknown kind",
    changed({ examinees: [{ kind: "oracle" }] }),
    ["examinees.0"],
  ],
  [
    "holds out somebody who is not there",
    changed({ roles: { heldOut: ["sim:achever"] } }),
    ["roles.heldOut", "sim:achever", "the study has"],
  ],
  [
    "leaves nobody for the search",
    changed({ roles: { search: [] } }),
    ["roles.search", "nobody", "schwartz"],
  ],
  [
    "holds everybody out",
    changed({ roles: { heldOut: study.examinees.map((one) => "id" in one && one.id) } }),
    ["roles.search", "nobody"],
  ],
  [
    "lets only recordings evolve items",
    changed({ examinees: [{ kind: "recorded", file: "replies.jsonl" }] }),
    ["roles.search", "nobody", "budget.rounds"],
  ],
  ["asks for one search sample", changed({ budget: { searchSamples: 1 } }), ["searchSamples"]],
  ["has a negative seed", changed({ seed: -1 }), ["study.json: seed", "got -1"]],
])("a study.json that %s", (_, text, words) => {
  test("is refused in one line by run, plan, evolve and score, and nothing is touched", async () => {
    const folder = copyOfFinished();
    writeFileSync(join(folder, "study.json"), text);
    const reply = { examinee: "a", item: "Why?", reply: "Because.", system: "schwartz" };
    writeFileSync(join(folder, "replies.jsonl"), JSON.stringify(reply));
    const before = bytesOf(folder, ["."]);
    for (const verb of ["run", "plan", "evolve", "score"])
      expectOneLine(await cli(verb, folder), ...words);
    expect(bytesOf(folder, ["."])).toEqual(before);
  });
});

describe("a study that cannot be read", () => {
  test("says so when the folder, the file or a folder in its place is wrong", async () => {
    const folder = testFolder();
    expectOneLine(await cli("run", folder), join(folder, "study.json"), "ENOENT", "init");
    expectOneLine(await cli("run", join(folder, "none")), "none/study.json", "ENOENT");
    expect(existsSync(join(folder, "none"))).toBe(false);
    mkdirSync(join(folder, "study.json"));
    expectOneLine(await cli("run", folder), "study.json", "EISDIR");
    writeFileSync(join(folder, "file"), "");
    expectOneLine(await cli("run", join(folder, "file")), "file/study.json", "ENOTDIR");
  });
});

describe("files of recorded replies", () => {
  const good = (n: number) =>
    JSON.stringify({
      examinee: `m${n}`,
      item: "What would you do?",
      reply: "I would help my neighbour carry the shopping home.",
      system: "schwartz",
      targets: ["benevolence"],
    });

  test("a broken line is fatal and names its line; with --skip-bad-rows it is counted", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    writeFileSync(file, [good(1), '{"examinee": "m2",', good(3), "{}", ""].join("\n"));
    const into = join(folder, "study");
    const refused = await cli("run", into, "--replies", file, "--system", "schwartz");
    expectOneLine(refused, `${file}, line 2: not JSON`, "Write one {...} a line");
    expect(existsSync(into)).toBe(false);
    const skipped = await cli(
      ...["run", into, "--replies", file, "--system", "schwartz"],
      ...["--skip-bad-rows", "--json", "--quiet"],
    );
    expect(skipped.code).toBe(0);
    const { warnings, scores } = JSON.parse(skipped.out);
    expect(warnings[0]).toContain("replies.jsonl: 2 rows were skipped; the first is line 2");
    expect(new Set(scores.map((row: { examinee: string }) => row.examinee))).toEqual(
      new Set(["m1", "m3"]),
    );
  });

  test.each([
    ["none.jsonl", null, ["--replies", "none.jsonl", "check the path"]],
    ["replies.txt", "x", ["replies.txt", "Name it .jsonl or .csv"]],
    ["cut.jsonl.gz", "not gzip", ["cut.jsonl.gz", "not gzip"]],
    ["other.jsonl", "[1]\n", ["line 1", "not an object"]],
    ["no-reply.jsonl", '{"examinee":"a","item":"b"}\n', ["line 1", "no reply"]],
    ["one.csv", "reply\nyes\n", ["line 1", "only one column"]],
    ["short.csv", "examinee,item,reply\na,b\n", ["line 2", "2 cells"]],
    ["open.csv", 'examinee,item,reply\na,b,"c\n', ["line 2", "never ends"]],
  ])("%s is refused in one line", async (name, text, words) => {
    const folder = testFolder();
    const file = join(folder, name);
    if (text !== null) writeFileSync(file, text);
    expectOneLine(await cli("run", join(folder, "study"), "--replies", file), ...words);
    expect(existsSync(join(folder, "study"))).toBe(false);
  });

  test("--replies does not replace a study that somebody wrote", async () => {
    const folder = copyOfFinished();
    const file = join(testFolder(), "replies.jsonl");
    writeFileSync(file, good(1));
    const before = bytesOf(folder, ["."]);
    expectOneLine(await cli("run", folder, "--replies", file), "study.json", "another folder");
    expectOneLine(await cli("demo", folder), "study.json", "is not the demo", "another folder");
    expectOneLine(await cli("demo", folder, "--again"), "study.json", "is not the demo");
    expectOneLine(await cli("init", folder), "study.json is already there", "edit it");
    expect(bytesOf(folder, ["."])).toEqual(before);
  });
});

describe("wrong use", () => {
  test.each<[readonly string[], readonly (string | RegExp)[]]>([
    [
      ["demo", "--alpha", "1.2"],
      ["--alpha", "1.2", "from 0 to 1"],
    ],
    [
      ["demo", "--alpha", "much"],
      ["--alpha", "much"],
    ],
    [
      ["demo", "--divergence", "kl"],
      ["--divergence", "kl", "jensen-shannon"],
    ],
    [
      ["demo", "--divergence", "renyi:order=99"],
      ["--divergence", "from 0.01 to 20: 99"],
    ],
    [
      ["demo", "--divergence", "renyi:2"],
      ["--divergence", "such as order=2"],
    ],
    [
      ["demo", "--seed", "1.5"],
      ["--seed", "1.5", "whole number"],
    ],
    [
      ["run", "x", "--concurrency", "0"],
      ["--concurrency", "0", "from 1"],
    ],
    [
      ["run", "x", "--concurency", "1"],
      ["--concurency", "did you mean --concurrency"],
    ],
    [["run"], ["folder"]],
    [
      ["rum", "x"],
      ["rum", "did you mean run"],
    ],
    [["run", "x", "y"], ["too many arguments"]],
  ])("%j is refused in one line", async (args, words) => {
    expectOneLine(await cli(...args), ...words.map((word) => new RegExp(String(word), "i")));
  });

  test("verbs that need an earlier step say which", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    expectOneLine(await cli("resume", folder), folder, "no journal", "value-compass run");
    expectOneLine(await cli("report", folder), "scores.json", "ENOENT", "value-compass run");
    mkdirSync(join(folder, "results"));
    writeFileSync(join(folder, "results/scores.json"), '{"kind":"value-compass results"}');
    expectOneLine(await cli("report", folder), "scores.json", "value-compass score");
  });

  test("evolve refuses an examinee that is unknown or there already, and changes nothing", async () => {
    const folder = copyOfFinished();
    const before = bytesOf(folder, ["."]);
    expectOneLine(await cli("evolve", folder, "--add", "gpt-9"), "gpt-9");
    expectOneLine(await cli("evolve", folder, "--add", "sim:guardian"), "already has", "guardian");
    expectOneLine(await cli("evolve", folder, "--add", "gpt-4o", "GPT-4o"), "names one twice");
    expect(bytesOf(folder, ["."])).toEqual(before);
  });

  test("resume refuses a study that has changed", async () => {
    const folder = copyOfFinished();
    writeFileSync(join(folder, "study.json"), changed({ seed: 4 }));
    const before = bytesOf(folder, ["."]);
    expectOneLine(await cli("resume", folder), "study.json has changed", "value-compass run");
    expect(bytesOf(folder, ["."])).toEqual(before);
  });
});

describe("a journal that cannot be used", () => {
  const verbs = [["run"], ["resume"], ["score"], ["judge"], ["evolve", "--add", "gpt-4o"]];

  async function expectRefused(folder: string, ...words: readonly string[]): Promise<void> {
    const before = bytesOf(folder, ["."]);
    for (const [verb, ...flags] of verbs) {
      const said = await cli(verb, folder, ...flags, "--quiet");
      expectOneLine(said, join(folder, "journal.db"), ...words);
      expect(bytesOf(folder, ["."])).toEqual(before);
    }
  }

  test("because a newer version wrote it", async () => {
    const folder = copyOfFinished();
    const database = new Libsql(join(folder, "journal.db"));
    database.exec("UPDATE meta SET value = '2' WHERE name = 'format'");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
    await expectRefused(folder, "newer Value Compass", "format 2", "Update value-compass");
    expectOneLine(await cli("plan", folder), "newer Value Compass");
  });

  test("because it is another database, or none at all", async () => {
    const folder = copyOfFinished();
    rmSync(join(folder, "journal.db"));
    const database = new Libsql(join(folder, "journal.db"));
    database.exec("CREATE TABLE recipe (name TEXT)");
    database.close();
    expectOneLine(await cli("run", folder, "--quiet"), "not a journal", "Name another file");
    writeFileSync(join(folder, "journal.db"), "This is a letter, and no database.\n".repeat(100));
    await expectRefused(folder, "is not a journal");
    rmSync(join(folder, "journal.db"));
    mkdirSync(join(folder, "journal.db"));
    writeFileSync(join(folder, "journal.db/kept"), "");
    await expectRefused(folder, "it is a folder");
  });

  test("because another process runs the study", async () => {
    const folder = copyOfFinished();
    const lock = lockStudy(folder);
    await expectLocked(folder);
    expectOneLine(await cli("run", folder, "--quiet"), "study.lock", "process", "wait for");
    lock.release();
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
  });

  async function expectLocked(folder: string): Promise<void> {
    const before = bytesOf(folder, ["."]);
    for (const [verb, ...flags] of verbs) {
      const said = await cli(verb, folder, ...flags, "--quiet");
      expectOneLine(said, "study.lock", String(process.pid), "already being run");
      expect(bytesOf(folder, ["."])).toEqual(before);
    }
  }

  test("because another process runs it right now: the second ends, the first does not", async () => {
    const folder = testFolder();
    const larger = { ...smallStudy, budget: { ...smallStudy.budget, candidates: 200 } };
    writeFileSync(join(folder, "study.json"), JSON.stringify(larger));
    const first = startCli("run", folder);
    await first.spoke;
    // Stopped, so that it cannot have ended before the second has looked.
    first.process.kill("SIGSTOP");
    const second = await startCli("run", folder).ended;
    first.process.kill("SIGCONT");
    expectOneLine(second as Said, `process ${first.process.pid}`, "wait for it to end");
    expect((await first.ended).code).toBe(0);
  });
});

describe("places that cannot be written", () => {
  test.each(["rounds", "results", "report"])("%s is a file", async (name) => {
    const folder = copyOfFinished();
    rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name), "mine");
    const before = bytesOf(folder, ["."]);
    expectOneLine(await cli("run", folder, "--quiet"), join(folder, name), "cannot be written");
    expect(readFileSync(join(folder, name), "utf8")).toBe("mine");
    expect(bytesOf(folder, ["."])).toEqual(before);
  });

  test("the new study's folder would stand in a file", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "file"), "");
    const file = join(folder, "replies.jsonl");
    writeFileSync(file, '{"examinee":"a","item":"Why?","reply":"Because.","system":"mft"}');
    const into = join(folder, "file/study");
    expectOneLine(await cli("run", into, "--replies", file), into, "cannot be written", "ENOTDIR");
    expectOneLine(await cli("demo", into, "--quiet"), into, "cannot be written");
    expectOneLine(await cli("init", into), into, "cannot be written");
  });

  test("C6: the disk is full when results are written: those that stand stay whole", async () => {
    if (!existsSync("/dev/full")) return;
    const folder = copyOfFinished();
    for (const part of ["rounds/0/items.jsonl", "results/scores.json", "results/scores.csv"]) {
      const before = bytesOf(folder, ["."]);
      symlinkSync("/dev/full", join(folder, `${part}.part`));
      expectOneLine(await cli("run", folder, "--quiet"), part, "disk is full", "ENOSPC", "free");
      expect(bytesOf(folder, ["."])).toEqual(before);
    }
    expect((await cli("run", folder, "--quiet")).code).toBe(0);
  });

  test("C6: files may not grow: what was journaled is kept, and the next run goes on", async () => {
    if (process.platform === "win32") return;
    const folder = testFolder();
    writeFileSync(join(folder, "study.json"), JSON.stringify(smallStudy));
    let kept = 0;
    for (const kilobytes of [1, 100, 250, 400]) {
      const limit = `ulimit -f ${kilobytes}`;
      const said = (await startLimited(limit, "run", folder, "--quiet").ended) as Said;
      expectOneLine(said, "journal.db", /disk/, "is kept");
      const { replies } = await journaled(folder);
      expect(replies).toBeGreaterThanOrEqual(kept);
      kept = replies;
    }
    expect(kept).toBeGreaterThan(0);
    const { code, out } = await cli("run", folder, "--quiet", "--json");
    expect(code).toBe(0);
    const whole = testFolder();
    writeFileSync(join(whole, "study.json"), JSON.stringify(smallStudy));
    const all: number = JSON.parse((await cli("run", whole, "--quiet", "--json")).out).asked;
    expect(JSON.parse(out)).toMatchObject({ asked: all - kept, reused: kept });
  });

  async function journaled(folder: string): Promise<{ replies: number }> {
    const { code, out, err } = await cli("plan", folder, "--json");
    expect(code, err).toBe(0);
    return { replies: JSON.parse(out).journaled };
  }
});
