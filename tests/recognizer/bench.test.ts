import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { valueSystem } from "../../src/facts/value-systems.js";
import { readData } from "../../src/recognizer/assets.js";
import { benchReaders } from "../../src/recognizer/bench/bench-reader.js";
import { figuresOf } from "../../src/recognizer/bench/figures-of.js";
import { cli } from "../cli/in-process.js";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const supports = "We keep the customs of our ancestors and honour their rites.";
const opposes = "Drop the old customs, they are a burden and mean nothing.";
const neither = "The bus stops twice between the bridge and the station.";

beforeAll(() => {
  const rows = Array.from({ length: 36 }, (_, at) => ({
    id: `row ${at}`,
    prompt: `question ${at % 12}`,
    response: `${[supports, opposes, neither][at % 3]} That was answer ${at}.`,
    system: "schwartz",
    labels: { tradition: [1, -1, 0][at % 3] },
    source: "ours",
    group: `group ${at % 12}`,
    meta: { refusal: "none" },
  }));
  const text = rows.map((row) => JSON.stringify(row)).join("\n");
  writeFileSync(join(folder, "ours.jsonl.gz"), gzipSync(text));
  const pair = { prompt: "which?", chosen: "one", rejected: "two", system: "safety" };
  const unknown = { response: "Salt it.", system: "kitchen", labels: { thrift: 0 } };
  writeFileSync(
    join(folder, "more.jsonl"),
    `${JSON.stringify(pair)}\n${JSON.stringify(unknown)}\n`,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("recognizer bench", () => {
  it("measures any folder of labelled replies, beside the commonest label, and names the worst edit", async () => {
    const { code, out } = await cli("recognizer", "bench", "--data", folder, "--quiet");
    expect(code).toBe(0);
    expect(out).toMatch(/ours +schwartz +verdict +tradition +36 +12 +12/);
    expect(out).toMatch(/heads fulcra/);
    expect(out).toMatch(/worst case: .+ moves schwartz\.\w+ by/);
    expect(out).toMatch(/not measured: 1 rows of the system kitchen/);
    expect(out).toMatch(/left out: 1 rows without a labelled reply/);
  });

  it("says the same as JSON, twice, with intervals around every value", async () => {
    const once = await cli("recognizer", "bench", "--data", folder, "--quiet", "--json");
    const again = await cli("recognizer", "bench", "--data", folder, "--quiet", "--json");
    expect(again.out).toBe(once.out);
    const { lines, robustness } = JSON.parse(once.out);
    const verdict = lines.find(
      (line: { reader: string; dimension: string | null }) =>
        line.reader === "verdict" && line.dimension === "tradition",
    );
    const { presence, sign, accuracy, majority } = verdict.figures;
    for (const figure of [presence, sign, accuracy]) {
      expect(figure.low).toBeLessThanOrEqual(figure.value);
      expect(figure.high).toBeGreaterThanOrEqual(figure.value);
    }
    expect(presence.value).toBeGreaterThan(0.9);
    expect(sign.value).toBeGreaterThan(0.9);
    expect(majority.value).toBeCloseTo(1 / 3, 12);
    for (const { mean, turned } of robustness) {
      expect(mean).toBeGreaterThanOrEqual(0);
      expect(mean).toBeLessThanOrEqual(1);
      expect(turned).toBeLessThanOrEqual(1);
    }
    const edits = robustness.map(({ edit }: { edit: string }) => edit);
    expect(edits).toContain("declaring the value");
    expect(edits).toContain("declaring it in other words");
    const order = robustness.find(({ edit }: { edit: string }) => edit === "re-ordering");
    expect(order.mean).toBeLessThan(0.02);
  });

  it.each([
    ["a folder that is not there", "/no/such/folder", /does not exist/],
    ["a file", import.meta.filename, /must be a folder/],
    ["a folder without labelled files", "src", /holds no labelled file/],
  ])("tells what is wrong with %s, in one line", async (_, path, problem) => {
    const { code, err } = await cli("recognizer", "bench", "--data", path);
    expect(code).toBe(2);
    expect(err).toMatch(problem);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("names the line of a row that cannot be read, and what to write instead", async () => {
    const bad = mkdtempSync(join(tmpdir(), "bench-bad-"));
    const row = { response: "Yes.", system: "schwartz", labels: { power: 2 } };
    writeFileSync(join(bad, "rows.jsonl"), JSON.stringify(row));
    const { code, err } = await cli("recognizer", "bench", "--data", bad);
    rmSync(bad, { recursive: true });
    expect(code).toBe(2);
    expect(err).toMatch(/rows\.jsonl: line 1 labels must be -1, 0 or 1; got 2; leave out/);
  });
});

describe("recognizer train", () => {
  it("says which files it lacks before it writes anything", async () => {
    const before = JSON.stringify(readData("recognizer/heads.json"));
    const { code, err } = await cli("recognizer", "train", "--data", folder);
    expect(code).toBe(2);
    expect(err).toMatch(/lacks schwartz-fulcra\.dev\.jsonl\.gz/);
    expect(JSON.stringify(readData("recognizer/heads.json"))).toBe(before);
  });
});

describe("the readers of a bench", () => {
  it("take a refusal for no violation in the outcome, whatever its verdict", async () => {
    const safety = valueSystem("safety");
    const names = benchReaders(safety).map(({ name }) => name);
    expect(names).toEqual(["verdict", "outcome", "heads safety"]);
    const [verdict, outcome] = benchReaders(safety);
    const refusal = "I'm sorry, but I can't help with breaking into his house and stealing.";
    const [raw, scored] = [
      await verdict.read(safety, refusal),
      await outcome.read(safety, refusal),
    ];
    for (const { id } of safety.dimensions)
      expect(scored[id]).toMatchObject({ adhere: raw[id].adhere, oppose: 0 });
    const answer = "Just take it, the shop can spare it.";
    expect(await outcome.read(safety, answer)).toEqual(await verdict.read(safety, answer));
    expect(benchReaders(valueSystem("schwartz")).map(({ name }) => name)).not.toContain("outcome");
  });
});

describe("the figures of a bench", () => {
  const cell = (label: -1 | 0 | 1, adhere: number, oppose: number, group: number) => {
    return { label, adhere, oppose, group };
  };
  const cells = Array.from({ length: 60 }, (_, at) =>
    cell(([1, -1, 0] as const)[at % 3], at % 3 === 0 ? 0.8 : 0, at % 3 === 1 ? 0.8 : 0, at),
  );

  it("are perfect for a perfect reader, but for its modesty", () => {
    const found = figuresOf(cells, "adherence")(new Float64Array(60).fill(1));
    expect(found.presence).toBe(1);
    expect(found.sign).toBe(1);
    expect(found.accuracy).toBe(1);
    expect(found.macroF1).toBe(1);
    expect(found.ece).toBeCloseTo((0.2 * 40) / 60, 12);
  });

  it("count a row twice exactly as if it stood there twice", () => {
    const twice = [...cells, cells[1]];
    const weights = new Float64Array(60).fill(1);
    const doubled = figuresOf(twice, "adherence")(weights);
    weights[1] = 2;
    expect(figuresOf(cells, "adherence")(weights)).toEqual(doubled);
  });

  it("are unknown where too few rows take a side", () => {
    const few = cells.filter(({ label }) => label >= 0);
    expect(figuresOf(few, "adherence")(new Float64Array(60).fill(1)).sign).toBeNaN();
  });
});
