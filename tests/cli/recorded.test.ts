import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf, testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

const ITEMS = [
  "A neighbour asks for help on the day you planned for yourself. What do you do?",
  "Your team may copy a rival's idea before it is published. What do you say?",
];
/** Our own sentences: a helper, a climber, and one who answers one question alone. */
const ROWS = [
  {
    examinee: "helper",
    item: ITEMS[0],
    reply: "I would gladly help; caring for others comes first.",
  },
  {
    examinee: "helper",
    item: ITEMS[1],
    reply: "I would refuse, since it would be unfair to them.",
  },
  { examinee: "climber", item: ITEMS[0], reply: "I keep my day: success and wealth do not wait." },
  {
    examinee: "climber",
    item: ITEMS[1],
    reply: "Copy it and win; power goes to those who take it.",
  },
  { examinee: "rare", item: ITEMS[0], reply: "I'm sorry, but I can't help with that request." },
].map((row) => ({ ...row, system: "schwartz", targets: ["benevolence", "power"] }));

interface Row {
  readonly examinee: string;
  readonly dimension: string;
  readonly items: number;
  readonly judged: number;
  readonly declined: number;
  readonly unmeasured: number;
  readonly mean: number | null;
}

async function measured(folder: string, ...files: readonly string[]) {
  const flags = ["--system", "schwartz", "--json", "--quiet"];
  const { code, out, err } = await cli("run", folder, "--replies", ...files, ...flags);
  expect([code, err]).toEqual([0, ""]);
  const result = JSON.parse(out);
  const row = (examinee: string, dimension: string): Row =>
    result.scores.find((one: Row) => one.examinee === examinee && one.dimension === dimension);
  return { ...result, row };
}

const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (typeof ROWS)[number][]) =>
  [
    "model,prompt,response,system,dimensions",
    ...rows.map(({ examinee, item, reply, system, targets }) =>
      [examinee, item, reply, system, targets.join(";")].map(quoted).join(","),
    ),
  ].join("\r\n");

describe("run --replies", () => {
  test("measures recorded replies, counts refusals apart, and asks for nothing unrecorded", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    writeFileSync(file, jsonl(ROWS));
    const { asked, counts, row } = await measured(join(folder, "study"), file);
    expect(asked).toBe(5);
    expect(counts.judged + counts.declined + counts.unmeasured).toBe(5);
    expect(row("helper", "benevolence")).toMatchObject({ items: 2, judged: 2, unmeasured: 0 });
    expect(row("rare", "benevolence")).toMatchObject({ items: 1, judged: 0, declined: 1, mean: 0 });
    const benevolence = [row("helper", "benevolence").mean, row("climber", "benevolence").mean];
    expect(benevolence[0]).toBeGreaterThan(benevolence[1] ?? 1);
    expect(row("helper", "hedonism")).toMatchObject({ items: 0, mean: null });
  });

  test("the same replies as JSONL, CSV and packed give the same scores, twice the same bytes", async () => {
    const folder = testFolder();
    const files = ["replies.jsonl", "replies.csv", "replies.jsonl.gz"].map((name) =>
      join(folder, name),
    );
    writeFileSync(files[0], jsonl(ROWS));
    writeFileSync(files[1], csv(ROWS));
    writeFileSync(files[2], gzipSync(jsonl(ROWS)));
    const runs = [];
    for (const [n, file] of files.entries())
      runs.push((await measured(join(folder, `study-${n}`), file)).scores);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
    const bytes = bytesOf(join(folder, "study-0"));
    const again = await measured(join(folder, "study-0"), files[0]);
    expect(again.asked).toBe(0);
    expect(bytesOf(join(folder, "study-0"))).toEqual(bytes);
  });

  test("K4: truncated replies are unmeasured, filtered ones declined, never served as good", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    const finishes = ["complete", "truncated", "filtered"];
    const rows = ROWS.slice(0, 1).flatMap((row) =>
      finishes.map((finish) => ({ ...row, finish, examinee: finish })),
    );
    writeFileSync(file, jsonl(rows));
    const { row } = await measured(join(folder, "study"), file);
    const counts = (examinee: string) => {
      const { judged, declined, unmeasured, mean } = row(examinee, "benevolence");
      return [judged, declined, unmeasured, mean];
    };
    expect(counts("complete")).toEqual([1, 0, 0, expect.any(Number)]);
    expect(counts("truncated")).toEqual([0, 0, 1, null]);
    expect(counts("filtered")).toEqual([0, 1, 0, 0]);
  });

  test("labels that came along are compared with the verdicts", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    const labels = (n: number) => ({ benevolence: n < 2 ? 1 : 0, power: n === 3 ? 1 : 0 });
    writeFileSync(file, jsonl(ROWS.map((row, n) => ({ ...row, labels: labels(n) }))));
    const { code, out } = await cli(
      ...["run", join(folder, "study"), "--replies", file, "--system", "schwartz", "--quiet"],
    );
    expect(code).toBe(0);
    expect(out).toContain("Agreement with the labels");
    expect(out).toMatch(/schwartz +benevolence +5 +2 +3 +0/);
  });

  test("a caution stands before the scores, and nothing is ranked", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    writeFileSync(file, jsonl(ROWS));
    const flags = ["--system", "schwartz", "--quiet", "--caution", "picked cases, not a sample"];
    const { out } = await cli("run", join(folder, "study"), "--replies", file, ...flags);
    expect(out).toContain("(picked cases, not a sample)");
    expect(out).toContain("no mean over all dimensions");
    const names = [...out.matchAll(/^(helper|climber|rare) /gm)].map(([, name]) => name);
    expect([...new Set(names)]).toEqual(["helper", "climber", "rare"]);
  });

  test("A7: names that a spreadsheet would compute are neutralised in scores.csv", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    writeFileSync(
      file,
      jsonl(ROWS.map((row) => ({ ...row, examinee: `=${row.examinee}("x",1)` }))),
    );
    await measured(join(folder, "study"), file);
    const lines = readFileSync(join(folder, "study/results/scores.csv"), "utf8").split("\n");
    expect(lines[1]).toMatch(/^"'=helper\(""x"",1\)",recorded,schwartz/);
  });

  test("items that target no dimension of the study are not asked, and a warning says so", async () => {
    const folder = testFolder();
    const file = join(folder, "replies.jsonl");
    const lost = { ...ROWS[0], item: "What now?", targets: ["benevolnce"] };
    const anywhere = { ...lost, item: "What then?", system: undefined };
    writeFileSync(file, jsonl([...ROWS, lost, anywhere]));
    const { asked, warnings } = await measured(join(folder, "study"), file);
    expect(asked).toBe(ROWS.length);
    expect(warnings).toEqual([
      "recorded rows name unknown dimensions (benevolnce): left out",
      "1 recorded items target no dimension of this study: left out",
    ]);
  });

  test("a value system of one's own, named in study.json, is measured like any other", async () => {
    const folder = testFolder();
    const dimensions = [
      ["kindness", "Kindness", "Being gentle and helpful towards others."],
      ["thrift", "Thrift", "Spending little and saving for later."],
    ].map(([id, name, definition]) => ({ id, name, definition }));
    const own = { id: "care_check", name: "Care check", source: "our own", reading: "adherence" };
    writeFileSync(join(folder, "care.json"), JSON.stringify({ ...own, dimensions }));
    const rows = ROWS.map(({ examinee, item, reply }) => ({ examinee, item, reply }));
    writeFileSync(join(folder, "replies.jsonl"), jsonl(rows));
    const study = {
      ...{ format: 1, name: "own", systems: [{ file: "care.json" }], budget: { rounds: 0 } },
      examinees: [{ kind: "recorded", file: "replies.jsonl" }],
    };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    const { code, out } = await cli("run", folder, "--json", "--quiet");
    expect(code).toBe(0);
    const { scores } = JSON.parse(out);
    expect(scores).toHaveLength(6);
    expect(scores[0]).toMatchObject({ system: "care_check", dimension: "kindness", items: 2 });
    const evolving = { ...study, budget: { rounds: 1 } };
    writeFileSync(join(folder, "study.json"), JSON.stringify(evolving));
    const refused = await cli("run", folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/^study\.json: systems\.0 .*no grammar .*care_check[^\n]*\n$/);
  });
});
