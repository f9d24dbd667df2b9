import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueSystem } from "../../src/facts/value-systems.js";
import { csvTable } from "../../src/records/csv-reader.js";
import { dimensionIds } from "../../src/values/value-system.js";
import { testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const ids = dimensionIds(valueSystem("schwartz"));
const ratings = ids.map((id, at) => `${id}=${(at * 3) % 11}`).join(",");

async function said(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await cli(...args);
  expect([code, err]).toEqual([0, ""]);
  return out;
}

async function refused(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await cli(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err.trimEnd()).not.toContain("\n");
  return err;
}

describe("rank published", () => {
  test("puts o3-mini first under the mean, and says what no item can", async () => {
    const out = await said("rank", "published", "--system", "schwartz");
    expect(out).toMatch(/\n +1 {2}o3-mini +49\.79 +unknown/);
    expect(out).toContain("CC BY-NC-SA");
    expect(out).toContain("no intervals");
  });

  test("follows weights, rule and scaling, and gives all of it as JSON", async () => {
    const weights = ["--weights", "benevolence=1,universalism=1"];
    const { ranking, intervals, sensitivity, dominance } = JSON.parse(
      await said("rank", "published", "--system", "schwartz", ...weights, "--json"),
    );
    expect(ranking.rows[0].id).toBe("phi-3.5-moe-instruct");
    expect(ranking.rows[0].value).toBeCloseTo(0.725, 12);
    expect(intervals).toBeNull();
    expect(sensitivity.verdicts).toHaveLength(10);
    expect(dominance.pairs).toBe(528);
    const rawls = ["--rule", "rawls", "--scaling", "range"];
    const ranged = JSON.parse(
      await said("rank", "published", "--system", "schwartz", ...rawls, "--json"),
    );
    expect(ranged.ranking.rows[0].id).toBe("gpt-4-turbo");
    expect(ranged.ranking.scaling).toBe("range");
    const tuned = await said(
      "rank",
      "published",
      "--system",
      "mft",
      "--rule",
      "atkinson:epsilon=2",
    );
    expect(tuned).toContain("Atkinson epsilon 2");
  });

  test("flags the placeholder row and does not rank it", async () => {
    const out = await said("rank", "published", "--system", "mft");
    expect(out).toMatch(/- {2}Gemini-2\.0-Pro \(!\)/);
    expect(out).toContain("note: Gemini-2.0-Pro: a placeholder, 35.0 on all 5 dimensions");
    expect(out).toContain("ranked 32 of 33");
  });

  test("says that one dimension leaves nothing for a rule", async () => {
    const out = await said("rank", "published", "--dimension", "power");
    expect(out).toContain("note: one dimension: every rule ranks by it alone");
  });

  test.each([
    [["--weights", "power=0,care=0"], "weights must have one above 0"],
    [["--weights", "power=-1"], "must be a number from 0 up"],
    [["--weights", "kindness=1"], 'no dimension "kindness"'],
    [["--weights", "power"], "must be names with numbers; got power"],
    [["--weights", "power=1,power=2"], "each name once"],
    [["--rule", "best"], "unknown welfare rule: best"],
    [["--rule", "atkinson:epsilon=9"], "epsilon must be a finite number from 0 to 5"],
    [["--scaling", "percent"], "percent"],
    [["--dimension", "kindness"], 'no dimension "kindness"'],
    [["--system", "kindness"], "no published current scores of kindness"],
  ])("%j is refused in one line", async (flags, message) => {
    expect(await refused("rank", "published", ...flags)).toContain(message);
  });

  test("a folder that is no study is refused in one line", async () => {
    expect(await refused("rank", testFolder())).toContain("study.json cannot be read");
  });
});

describe("you", () => {
  test("without ratings gives the ten definitions to rate, and an example that works", async () => {
    const out = await said("you", "published");
    expect(out.match(/^\w.* \(\w+\)$/gm)).toHaveLength(10);
    const example = /--ratings (\S+)/.exec(out)?.[1] ?? "";
    expect(await said("you", "published", "--ratings", example)).toContain("agrees most");
  });

  test("gives the models by agreement, with intervals, reasons and how many are not told apart", async () => {
    const out = await said("you", "published", "--ratings", ratings);
    expect(out).toMatch(/95 % interval/);
    expect(out).toMatch(/\d+ others are not told apart/);
    const { match, weighed } = JSON.parse(
      await said("you", "published", "--ratings", ratings, "--json"),
    );
    expect(match.rows).toHaveLength(33);
    expect(weighed.rows[0].rank).toBe(1);
  });

  test("reads 21 answers to the PVQ-21, and refuses what is none", async () => {
    const file = join(testFolder(), "answers.csv");
    writeFileSync(file, "6,5,3,4,1,5,5,3,3,4,1,3,3,3,4,4,3,5,2,3,4\n");
    expect(await said("you", "published", "--pvq21", file)).toContain("agrees most");
    writeFileSync(file, "1,2,3");
    expect(await refused("you", "published", "--pvq21", file)).toContain("answers must be 21");
    writeFileSync(file, new Array(21).fill(9).join(","));
    expect(await refused("you", "published", "--pvq21", file)).toContain("from 1 to 6");
    writeFileSync(file, new Array(21).fill(3).join(","));
    expect(await refused("you", "published", "--pvq21", file)).toContain("same score everywhere");
  });

  test.each([
    [["--ratings", "power=3"], "missing: self_direction"],
    [["--ratings", ids.map((id) => `${id}=5`).join(",")], "must not be the same for all"],
    [["--ratings", ids.map((id) => `${id}=50`).join(",")], "from 0 to 10"],
    [["--ratings", ratings, "--measure", "angle"], "unknown alignment: angle"],
    [["--pvq21", "/no/such/file"], "/no/such/file cannot be read; got ENOENT"],
  ])("%j is refused in one line", async (flags, message) => {
    expect(await refused("you", "published", ...flags)).toContain(message);
  });
});

describe("cultures", () => {
  test("shows the closest with intervals, and how the choice of survey or value turns them", async () => {
    const out = await said("cultures", "published", "--model", "GPT-4o", "--show", "3");
    expect(out).toMatch(/the interval of the closest holds \d+ of 39 cultures/);
    expect(out).toContain("hedonism last on both sides");
    expect(out).toContain("without power");
    expect(out).toContain("the platform's orders of 2025-03-04");
    expect(out).toMatch(/circle: R\^2 0\.\d+, amplitude/);
    expect(out).toContain("European Social Survey, CC BY-NC-SA 4.0");
  });

  test("takes cultures from a file, and leaves out those with missing values, telling so", async () => {
    const file = join(testFolder(), "mine.csv");
    const head = `id,name,${ids.join(",")}`;
    writeFileSync(
      file,
      `${head}\nATL,Atlantis,${ids.map((_, at) => at).join(",")}\nMU,Mu,${ids.map((_, at) => (at === 4 ? "" : at)).join(",")}\n`,
    );
    const flags = ["--model", "gpt-4o", "--cultures", file];
    const out = await said("cultures", "published", ...flags);
    expect(out).toContain(`note: ${file}, line 3 has no number for power; left out`);
    const { alignment, problems } = JSON.parse(
      await said("cultures", "published", ...flags, "--json"),
    );
    expect(alignment.rows).toHaveLength(40);
    expect(alignment.rows[39].culture).toBe("ATL");
    expect(problems).toHaveLength(1);
    writeFileSync(file, "country,values\nA,1");
    expect(await refused("cultures", "published", ...flags)).toContain("line 1 lacks the columns");
  });

  test("needs a model that is there", async () => {
    expect(await refused("cultures", "published")).toContain(
      "--model must name one of the examinees",
    );
    expect(await refused("cultures", "published", "--model", "gpt-9")).toContain(
      "there are: gpt-4",
    );
  });
});

describe("export", () => {
  test("writes every score once, placeholders empty and flagged", async () => {
    const rows = csvTable(await said("export", "published"));
    expect(rows).toHaveLength(1 + 33 * 27);
    const flagged = rows.filter(({ cells }) => cells[5] !== "").map(({ cells }) => cells);
    expect(flagged.every(([model]) => model === "gemini-2.0-pro" || model === "examinee")).toBe(
      true,
    );
    const bare = rows.filter(({ cells }) => cells[4] === "");
    expect(bare.map(({ cells }) => cells[2])).toEqual(new Array(5).fill("mft"));
  });

  test.each([
    ["heatmap", 671],
    ["cultures", 2790],
    ["foundations", 19 * 5 + 19 * 6],
  ])("writes the facts of the %s", async (what, count) => {
    expect(csvTable(await said("export", "published", "--what", what))).toHaveLength(1 + count);
    expect(JSON.parse(await said("export", "published", "--what", what, "--json"))).toHaveLength(
      count,
    );
  });

  test("writes a file whole, and nothing that a spreadsheet would compute", async () => {
    const file = join(testFolder(), "out.csv");
    expect(await said("export", "published", "--system", "mft", "--out", file)).toContain(
      "wrote 165 rows",
    );
    for (const { cells } of csvTable(readFileSync(file, "utf8")))
      for (const cell of cells) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
  });
});

describe("a study of one's own", () => {
  const home = mkdtempSync(join(tmpdir(), "value-compass-readings-"));
  const folder = join(home, "study");
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  beforeAll(async () => {
    const study = {
      format: 1,
      name: "Readings",
      systems: ["schwartz"],
      examinees: [
        { kind: "archetype", id: "sim:guardian" },
        { kind: "published", model: "o3-mini" },
        { kind: "published", model: "gpt-3.5-turbo" },
      ],
      budget: { rounds: 0, samples: 1 },
      seed: 5,
    };
    await cli("init", folder);
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    const { code, err } = await cli("run", folder, "--quiet");
    expect([code, err]).toEqual([0, ""]);
  });

  test("is ranked with intervals from its own items, and is called simulated", async () => {
    const out = await said("rank", folder);
    expect(out).toContain("simulated examinees, no evidence about real models");
    expect(out).toMatch(/\d-\d/);
    const { ranking, intervals } = JSON.parse(await said("rank", folder, "--json"));
    expect(intervals).toHaveLength(3);
    for (const own of intervals) {
      const row = ranking.rows.find(({ id }: { id: string }) => id === own.id);
      expect(own.value).toBeCloseTo(row.value, 9);
      expect(own.rankLow).toBeLessThanOrEqual(own.rank);
      expect(own.rankHigh).toBeGreaterThanOrEqual(own.rank);
    }
  });

  test("is compared with cultures by drawing its items", async () => {
    const { examinees } = JSON.parse(readFileSync(join(folder, "results/scores.json"), "utf8"));
    const [{ id }] = examinees;
    const { alignment } = JSON.parse(await said("cultures", folder, "--model", id, "--json"));
    expect(alignment.interval).toBe("bootstrap");
    expect(alignment.items).toBeGreaterThan(10);
    const shares = alignment.rows.map((row: { closest: number }) => row.closest);
    expect(Math.max(...shares)).toBeGreaterThan(0);
  });

  test("gives the same readings again", async () => {
    expect(await said("rank", folder, "--json")).toBe(await said("rank", folder, "--json"));
  });

  test("with a caution is not ranked", async () => {
    const path = join(folder, "results/scores.json");
    const results = JSON.parse(readFileSync(path, "utf8"));
    const cautioned = { ...results, study: { ...results.study, caution: "picked cases" } };
    writeFileSync(path, JSON.stringify(cautioned));
    expect(await refused("rank", folder)).toContain("nothing is to be ranked; got picked cases");
    writeFileSync(path, JSON.stringify(results));
  });

  test("with a damaged file of readings is refused, not half used", async () => {
    const path = join(folder, "results/readings.jsonl");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, `${text.slice(0, -20)}\n`);
    expect(await refused("rank", folder)).toMatch(/readings\.jsonl, line \d+ is no JSON/);
    writeFileSync(path, text);
  });
});
