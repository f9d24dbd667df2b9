import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { boardCsv } from "../../src/dashboard/site/board-table.js";
import { siteOf } from "../../src/dashboard/site/site.js";
import { siteData } from "../../src/dashboard/site/site-data.js";
import { parseState } from "../../src/dashboard/site/site-state.js";
import { csvTable } from "../../src/records/csv-reader.js";
import { unguardedCell } from "../../src/records/guarded-cell.js";
import { csvLine } from "../../src/run/csv.js";
import { readResults } from "../../src/run/read-results.js";
import { writeResults } from "../../src/run/write-results.js";
import { cli } from "../cli/in-process.js";
import { sampleResults, sampleSystems } from "../dashboard/sample-results.js";
import { csvCells, isFormula } from "./csv-cells.js";
import { smallStudy, testFolder } from "./small-study.js";

const sample = sampleResults();
/** 200 examinees that are called as the cells are. */
const results = {
  ...sample,
  systems: ["schwartz"],
  examinees: csvCells.map((name) => ({
    ...sample.examinees[0],
    id: name,
    name,
    origin: "recorded" as const,
  })),
  scores: csvCells.flatMap((examinee, n) =>
    sample.scores.slice(0, 10).map((score) => ({ ...score, examinee, mean: n / 250 - 0.5 })),
  ),
  welfare: [],
  rounds: [],
  recovery: [],
  agreement: [],
  cases: [],
};

function writtenFolder(): string {
  const folder = testFolder();
  mkdirSync(join(folder, "results"), { recursive: true });
  writeFileSync(
    join(folder, "study.json"),
    JSON.stringify({ ...smallStudy, systems: results.systems }),
  );
  writeResults(folder, results);
  return folder;
}

const writers: Readonly<Record<string, () => Promise<string>>> = {
  "a line": async () =>
    ["examinee,mean", ...csvCells.map((cell, n) => csvLine([cell, n / 250 - 0.5]))].join("\n"),
  "results/scores.csv": async () =>
    readFileSync(join(writtenFolder(), "results/scores.csv"), "utf8"),
  "the board of the site": async () =>
    boardCsv(siteOf(siteData(results, sampleSystems(), null), new Map()), parseState("#/board")),
};

describe("A7: 200 cells through every writer of CSV", () => {
  test.each(Object.entries(writers))(
    "%s: no cell is a formula, numbers stay numbers, and our reader gives every text back",
    async (_, write) => {
      expect(new Set(csvCells).size).toBe(200);
      const [head, ...rows] = csvTable(await write());
      expect(rows.filter(({ problem }) => problem !== null)).toEqual([]);
      const at = head.cells.indexOf("examinee");
      for (const { cells } of rows)
        for (const cell of cells) expect(isFormula(cell) && Number.isNaN(Number(cell))).toBe(false);
      expect(new Set(rows.map(({ cells }) => unguardedCell(cells[at])))).toEqual(new Set(csvCells));
      const number = head.cells.findIndex((name) => name === "mean" || name.startsWith("util"));
      expect(rows.every(({ cells }) => Number.isFinite(Number(cells[number])))).toBe(true);
    },
  );

  test("`export` writes what it read: names guarded once, scores as numbers", async () => {
    const { out, code } = await cli("export", writtenFolder());
    expect(code).toBe(0);
    const [head, ...rows] = csvTable(out);
    const at = head.cells.indexOf("name");
    const back = new Set(rows.map(({ cells }) => unguardedCell(cells[at])));
    // What a terminal would obey is shown as JSON writes it.
    for (const cell of csvCells.filter((one) => !/[\r]/.test(one))) expect(back).toContain(cell);
    for (const { cells } of rows) expect(isFormula(cells[at])).toBe(false);
    const score = head.cells.indexOf("score");
    expect(rows.every(({ cells }) => Number.isFinite(Number(cells[score])))).toBe(true);
  });

  test("JSON loses nothing", () => {
    const { examinees } = readResults(writtenFolder());
    expect(examinees.map(({ name }) => name)).toEqual(csvCells);
  });
});
