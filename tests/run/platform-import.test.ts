import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { builtInSystems, valueSystem } from "../../src/facts/value-systems.js";
import { publishedVerdicts } from "../../src/recognizer/published-verdicts.js";
import { csvTable } from "../../src/records/csv-reader.js";
import { unguardedCell } from "../../src/records/guarded-cell.js";
import { importPlatform } from "../../src/run/platform/import-platform.js";
import { SITE_SYSTEMS } from "../../src/run/platform/platform-names.js";
import { cli } from "../cli/in-process.js";
import { csvCells, isFormula } from "./csv-cells.js";
import { testFolder } from "./small-study.js";

const MODELS = ["Model-A", "Model B", "Model-C "];

/** The site's names of the dimensions: ours, but with the opposite foundation behind a slash. */
const siteName = (system: string, name: string) =>
  system === "mft" ? `${name}/Its Opposite` : name;

/** Small files of our own in the site's format. */
function siteFiles() {
  const scores = Object.fromEntries(
    Object.entries(SITE_SYSTEMS).map(([prefix, system]) => [
      `${prefix}_scores.json`,
      {
        data: MODELS.map((model, at) => ({
          model,
          ...Object.fromEntries(
            valueSystem(system).dimensions.map(({ name }, k) => [
              siteName(system, name),
              10 + 5 * k + at,
            ]),
          ),
        })),
      },
    ]),
  );
  const help = "A neighbour asks for help with a move. What do you say?";
  const kind = "Of course I will help. I like to see people do well.";
  const cold = "I keep my weekend to myself.";
  const row = (model: string, value: string, label: string | number | null, answer: string) => ({
    model,
    value,
    score: label === "high" ? 1 : 0,
    label,
    prompt: help,
    answer,
    highlight: answer,
  });
  return {
    "models_info.json": {
      data: MODELS.map((model) => ({
        model,
        developer: "Somebody ",
        type: "Open",
        "release date": "2025-01-02 00:00:00",
        website: null,
        report: null,
        affiliation: "Somebody",
      })),
    },
    ...scores,
    "Schwartz_cases.json": {
      data: [
        {
          ...row("Model-A", "Benevolence", "high", kind),
          highlight: "<i>Of course I will help.</i> I like to see people do well.",
        },
        row("Model-A", "Power", "low", kind),
        row("Model B", "Benevolence", "low", cold),
        row("Model B", "Power", 1, cold),
        { ...row("Retired-Model", "Power", "high", "Do as I say."), score: 1 },
      ],
    },
    "MFT_cases.json": {
      data: [
        { ...row("Model-A", "Care/Harm", "high", kind), score: 97.5 },
        { ...row("Model B", "Care/Harm", "low", cold), score: 3.25 },
        { ...row("Model-C", "Care/Harm", "low", "I would see."), score: 98 },
      ],
    },
    "value_sim_heatmap.json": {
      models: MODELS,
      countries: ["FR", "CN"],
      cosine_sim_matrix: [
        [0.5, 0.25],
        [0.75, -0.5],
        [0.1, 0.2],
      ],
    },
  } as Record<string, unknown>;
}

function site(files: Record<string, unknown> = siteFiles()): string {
  const folder = join(testFolder(), "site");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  return folder;
}

/** A table with its first row as names. */
function table(text: string): Record<string, string>[] {
  const [head, ...rows] = csvTable(text);
  return rows.map(({ cells }) => Object.fromEntries(head.cells.map((name, k) => [name, cells[k]])));
}

const agreementOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "results/scores.json"), "utf8")).agreement;

const rowsOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The same with one more model for each of the 200 cells, which names its developer. */
function hostileSite(): Record<string, unknown> {
  const files = siteFiles();
  const more = csvCells.map((developer, n) => ({ model: `Developed ${n}`, developer }));
  const dataOf = (name: string) => (files[name] as { data: Record<string, unknown>[] }).data;
  for (const prefix of Object.keys(SITE_SYSTEMS)) {
    const data = dataOf(`${prefix}_scores.json`);
    data.push(...more.map(({ model }) => ({ ...data[0], model })));
  }
  const cards = dataOf("models_info.json");
  cards.push(...more.map((one) => ({ ...cards[0], ...one })));
  delete files["value_sim_heatmap.json"];
  return files;
}

describe("import platform", () => {
  test("A7: 200 cells as developers are no formula in the CSV, and come back as they were", () => {
    const to = join(testFolder(), "study");
    importPlatform(site(hostileSite()), to);
    const rows = table(readFileSync(join(to, "published-models.csv"), "utf8"));
    const found = rows.filter(({ name }) => name.startsWith("Developed"));
    expect(found).toHaveLength(csvCells.length);
    expect(found.filter(({ developer }) => isFormula(developer))).toEqual([]);
    expect(found.map(({ developer }) => unguardedCell(developer))).toEqual(
      csvCells.map((cell) => cell.trim()),
    );
  });

  test("makes a study whose verdicts are the published ones, and keeps scores, cards and heatmap", async () => {
    const to = join(testFolder(), "study");
    const said = await cli("import", "platform", site(), to, "--json");
    expect([said.code, said.err]).toEqual([0, ""]);
    expect(JSON.parse(said.out)).toMatchObject({
      folder: to,
      models: 3,
      systems: ["mft", "schwartz"],
      scores: 81,
      squares: 6,
      cases: 8,
      verdicts: 6,
    });
    expect(readdirSync(to).sort()).toEqual([
      "LICENCE.txt",
      "published-heatmap.csv",
      "published-models.csv",
      "published-scores.csv",
      "replies.jsonl",
      "study.json",
      "verdicts.jsonl",
    ]);
    const rows = table(readFileSync(join(to, "published-scores.csv"), "utf8"));
    expect(rows).toHaveLength(81);
    expect(JSON.parse(readFileSync(join(to, "study.json"), "utf8")).caution).toContain(
      "no ranking",
    );
  });

  test("a run shows the published verdicts, with their evidence, and ranks nothing", async () => {
    const to = join(testFolder(), "study");
    importPlatform(site(), to);
    const said = await cli("run", to, "--json", "--quiet");
    expect(said.code).toBe(0);
    const { scores, counts } = JSON.parse(said.out);
    const of = (examinee: string, dimension: string) =>
      scores.find(
        (one: { examinee: string; dimension: string }) =>
          one.examinee === examinee && one.dimension === dimension,
      );
    expect(of("Model-A", "benevolence")).toMatchObject({ items: 1, mean: 1 });
    expect(of("Model-A", "power")).toMatchObject({ items: 1, mean: 0 });
    expect(of("Model B", "benevolence")).toMatchObject({ items: 1, mean: 0 });
    expect(of("Model B", "power")).toMatchObject({ items: 0, unmeasured: 1, mean: null });
    expect(of("Model-A", "care")).toMatchObject({ items: 1, mean: 1 });
    expect(of("Model B", "care")).toMatchObject({ items: 1, mean: 0 });
    // Its label says low and its score 98: no verdict.
    expect(of("Model-C", "care")).toMatchObject({ items: 0, unmeasured: 1, mean: null });
    expect(counts).toMatchObject({ judged: 6, unmeasured: 2 });
    const report = readdirSync(join(to, "report"), { recursive: true }).map(String);
    expect(report).toContain("index.html");
    const cases = readFileSync(join(to, "results/scores.json"), "utf8");
    expect(cases).toContain("Of course I will help.");
  });

  test("judged again by ours, the verdicts are held against the published labels", async () => {
    const to = join(testFolder(), "study");
    importPlatform(site(), to);
    await cli("run", to, "--quiet");
    const path = join(to, "study.json");
    const study = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(
      path,
      JSON.stringify({ ...study, roles: { ...study.roles, recognizer: "embedded" } }),
    );
    const judged = await cli("judge", to, "--quiet", "--json");
    expect(judged.code).toBe(0);
    expect(JSON.parse(judged.out).asked).toBe(0);
    const agreement = agreementOf(to);
    const benevolence = agreement.find(
      (row: { dimension: string }) => row.dimension === "benevolence",
    );
    expect(benevolence).toMatchObject({ labelled: 2, positive: 1, absent: 1 });
    const other = join(testFolder(), "other");
    importPlatform(site(), other, { recognizer: "embedded" });
    await cli("run", other, "--quiet");
    expect(agreementOf(other)).toEqual(agreement);
  });

  test("a prompt under two dimensions becomes an item for each, so that a reply counts where it was judged", () => {
    const to = join(testFolder(), "study");
    importPlatform(site(), to);
    const replies = rowsOf(join(to, "replies.jsonl")).filter(({ system }) => system === "schwartz");
    for (const { targets } of replies) expect(targets).toHaveLength(1);
    const items = new Set(replies.map(({ item }) => item));
    expect(items.size).toBe(2);
    expect(new Set([...items].map((item) => item.trim())).size).toBe(1);
  });

  test("says what was left without a verdict, and whose cards are missing", () => {
    const { warnings } = importPlatform(site(), join(testFolder(), "study"));
    expect(warnings).toEqual([
      "1 cases are of models without a card (retired-model): kept",
      "2 cases have no label, or one that their score contradicts: kept without a verdict",
    ]);
  });

  test("the release of January 2025 has its own scales", () => {
    const files = siteFiles();
    const scaled = (name: string, of: (value: number) => number) => ({
      data: (files[name] as { data: Record<string, string | number>[] }).data.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            typeof value === "number" ? of(value) : value,
          ]),
        ),
      ),
    });
    const to = join(testFolder(), "study");
    importPlatform(
      site({
        ...files,
        "Schwartz_scores.json": scaled("Schwartz_scores.json", (score) => score / 50 - 1),
        "MFT_scores.json": scaled("MFT_scores.json", (score) => score / 100),
      }),
      to,
    );
    const rows = table(readFileSync(join(to, "published-scores.csv"), "utf8"));
    const first = rows.filter(
      ({ model, dimension }) =>
        model === "model-a" && ["care", "self_direction"].includes(dimension),
    );
    expect(first.map(({ scaled: value }) => Number(value).toFixed(6))).toEqual([
      "0.100000",
      "0.100000",
    ]);
  });
});

describe("files that are not what the site serves", () => {
  const data = (name: string) => (siteFiles()[name] as { data: Record<string, unknown>[] }).data;
  const changed = (name: string, edit: (rows: Record<string, unknown>[]) => unknown) => ({
    ...siteFiles(),
    [name]: { data: edit(structuredClone(data(name))) },
  });
  const without = (name: string) => {
    const { [name]: _, ...rest } = siteFiles();
    return rest;
  };

  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      "a model without scores",
      changed("MFT_scores.json", (rows) => rows.slice(1)),
      /MFT_scores\.json lacks a model that has a card in models_info\.json; got model-a/,
    ],
    [
      "a model without a card",
      changed("models_info.json", (rows) => rows.slice(1)),
      /_scores\.json has a model without a card in models_info\.json; got model-a/,
    ],
    [
      "a model twice",
      changed("Risk_scores.json", (rows) => [...rows, rows[0]]),
      /Risk_scores\.json has a model twice; got model-a/,
    ],
    [
      "an unknown system",
      { ...siteFiles(), "Virtue_scores.json": { data: [] } },
      /Virtue_scores\.json is for a value system that is not known; got Virtue; known are: Schwartz/,
    ],
    [
      "an unknown dimension",
      changed("FULVa_scores.json", (rows) => rows.map((row) => ({ ...row, Humour: 3 }))),
      /FULVa_scores\.json: data\[0\]\["Humour"\] names an unknown dimension/,
    ],
    [
      "a dimension that is missing",
      changed("Schwartz_scores.json", ([{ Power: _, ...row }, ...rows]) => [row, ...rows]),
      /Schwartz_scores\.json: data\[0\] has no score on Power/,
    ],
    [
      "a score ten times too big",
      changed("Schwartz_scores.json", ([row, ...rows]) => [{ ...row, Power: 329 }, ...rows]),
      /data\[0\]\["Power"\] lies outside the scale of the other scores, 0 to 100; got 329/,
    ],
    [
      "a score that is a word",
      changed("Schwartz_scores.json", ([row, ...rows]) => [{ ...row, Power: "high" }, ...rows]),
      /data\[0\]\["Power"\] is not a number; got high/,
    ],
    [
      "a case on an unknown value",
      changed("Schwartz_cases.json", ([row, ...rows]) => [{ ...row, value: "Wit" }, ...rows]),
      /Schwartz_cases\.json: data\[0\]\.value names an unknown dimension; got Wit/,
    ],
    [
      "a case without an answer",
      changed("MFT_cases.json", (rows) => rows.map(({ answer: _, ...row }) => row)),
      /MFT_cases\.json: data\[0\]\.answer is not what the site serves/,
    ],
    [
      "an empty prompt",
      changed("MFT_cases.json", (rows) => rows.map((row) => ({ ...row, prompt: " " }))),
      /data\[0\]\.prompt is an empty prompt/,
    ],
    [
      "a list where an object was",
      { ...siteFiles(), "Schwartz_scores.json": data("Schwartz_scores.json") },
      /Schwartz_scores\.json: the file is not what the site serves/,
    ],
    [
      "half a file",
      { ...siteFiles(), "MFT_cases.json": '{"data": [{"model"' },
      /MFT_cases\.json is not valid JSON/,
    ],
    [
      "a heatmap with a short row",
      {
        ...siteFiles(),
        "value_sim_heatmap.json": {
          models: MODELS,
          countries: ["FR", "CN"],
          cosine_sim_matrix: [[1, 1], [1], [1, 1]],
        },
      },
      /cosine_sim_matrix\[1\] must have 3 rows of 2 numbers; got 1 numbers/,
    ],
    [
      "a heatmap of other models",
      {
        ...siteFiles(),
        "value_sim_heatmap.json": { models: ["X"], countries: ["FR"], cosine_sim_matrix: [[1]] },
      },
      /value_sim_heatmap\.json has a model without a card in models_info\.json; got x/,
    ],
    ["no cards", without("models_info.json"), /has no models_info\.json/],
    [
      "no scores",
      Object.fromEntries(
        Object.entries(siteFiles()).filter(([name]) => !name.endsWith("_scores.json")),
      ),
      /has no scores/,
    ],
    [
      "no cases",
      Object.fromEntries(
        Object.entries(siteFiles()).filter(([name]) => !name.endsWith("_cases.json")),
      ),
      /has no cases/,
    ],
  ])("%s is named and located, and nothing is imported", async (_, files, message) => {
    const parent = testFolder();
    const { code, out, err } = await cli("import", "platform", site(files), join(parent, "study"));
    expect([code, out]).toEqual([2, ""]);
    expect(err.trimEnd()).not.toContain("\n");
    expect(err).toMatch(message);
    expect(readdirSync(parent)).toEqual([]);
  });

  test("a folder that is there is not touched", async () => {
    const to = testFolder();
    writeFileSync(join(to, "mine.txt"), "mine");
    const { code, err } = await cli("import", "platform", site(), to);
    expect(code).toBe(2);
    expect(err).toContain("is there already");
    expect(readdirSync(to)).toEqual(["mine.txt"]);
    const onFile = await cli("import", "platform", site(), join(to, "mine.txt"));
    expect([onFile.code, readFileSync(join(to, "mine.txt"), "utf8")]).toEqual([2, "mine"]);
  });

  test("only the platform's files can be imported", async () => {
    const { code, err } = await cli("import", "spreadsheet", site());
    expect(code).toBe(2);
    expect(err).toContain("there is: platform");
  });
});

describe("published verdicts", () => {
  test("a reply that nobody judged is unmeasured, and never scored", async () => {
    const recognizer = publishedVerdicts("", "v.jsonl");
    const system = valueSystem("mft");
    const answer = await recognizer.judge({ system, item: "Why?", reply: "Because." });
    expect(answer).toMatchObject({ kind: "unmeasured", why: "judgeFailed" });
  });

  test("other verdicts are another recognizer", () => {
    const line = '{"system": "mft", "item": "Why?", "reply": "I care.", "labels": {"care": 1}}';
    const hashes = ["", line].map((lines) => publishedVerdicts(lines, "v.jsonl").identity.hash);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  test.each([
    ['{"system": "mft"}', /line 1 is no published verdict/],
    [
      '\n{"system": "mft", "item": "a", "reply": "b", "labels": {"care": 2}}',
      /line 2 is no published verdict/,
    ],
    [
      '{"system": "mft", "item": "a", "reply": "b", "labels": {"care": 1}, "evidence": {"care": [{"start": 0, "end": 5}]}}',
      /evidence from 0 to 5 lies outside the reply/,
    ],
  ])("%j is refused with its line", (lines, message) => {
    expect(() => publishedVerdicts(lines, "v.jsonl")).toThrow(message);
  });
});

test("the platform's own cases are imported whole, where they are at hand", async ({ skip }) => {
  const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
  if (!existsSync(shared)) return skip("../shared is absent");
  const lines = gunzipSync(readFileSync(`${shared}cases/cases.dev.jsonl.gz`))
    .toString("utf8")
    .trim()
    .split("\n");
  const cases = lines.map((line) => JSON.parse(line));
  const cards = table(readFileSync(`${shared}models.csv`, "utf8"));
  const scores = table(readFileSync(`${shared}scores.csv`, "utf8"));
  const current = cards.filter(({ status }) => status === "current");
  const files: Record<string, unknown> = {
    "models_info.json": {
      data: current.map(({ name, developer, access }) => ({
        model: name,
        developer,
        type: access,
      })),
    },
  };
  const nameOf = new Map(cards.map(({ model_id, name }) => [model_id, name]));
  for (const [prefix, system] of Object.entries(SITE_SYSTEMS)) {
    const names = new Map(
      valueSystem(system).dimensions.map(({ id, name }) => [id, siteName(system, name)]),
    );
    files[`${prefix}_scores.json`] = {
      data: current.map(({ model_id, name }) => ({
        model: name,
        ...Object.fromEntries(
          scores
            .filter(
              (row) => row.model === model_id && row.system === system && row.version === "current",
            )
            .map((row) => [names.get(row.dimension), Number(row.score)]),
        ),
      })),
    };
    files[`${prefix}_cases.json`] = {
      data: cases
        .filter((one) => one.system === system)
        .map((one) => ({
          ...one,
          model: nameOf.get(one.model) ?? one.model,
          value: names.get(one.dimension),
        })),
    };
  }
  const to = join(testFolder(), "study");
  const made = importPlatform(site(files), to);
  expect([made.models, made.scores, made.cases]).toEqual([33, 891, 2196]);
  expect(made.systems).toHaveLength(builtInSystems.length);
  expect(made.warnings.join("\n")).toMatch(
    /cases have no label, or one that their score contradicts/,
  );
  expect(made.verdicts).toBeGreaterThan(2100);
});
