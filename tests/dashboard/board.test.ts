import { describe, expect, test } from "vitest";
import { pickColumns } from "../../src/aggregation/board.js";
import { rankIntervals } from "../../src/aggregation/rank-intervals.js";
import { scalings } from "../../src/aggregation/scaled-scores.js";
import { studyBoard } from "../../src/aggregation/study-board.js";
import { welfareRule, welfareRules } from "../../src/catalogue/welfare-rules.js";
import { boardLines, boardSettings, type Column } from "../../src/dashboard/site/board.js";
import { PAGE_RESAMPLES } from "../../src/dashboard/site/board-intervals.js";
import { boardCsv, boardJson, seenBoard } from "../../src/dashboard/site/board-table.js";
import { siteOf } from "../../src/dashboard/site/site.js";
import { siteData, siteParts } from "../../src/dashboard/site/site-data.js";
import { siteViews, viewHtml } from "../../src/dashboard/site/site-views.js";
import { csvRows } from "../../src/examinees/csv-rows.js";
import { stream } from "../../src/random/stream.js";
import { unguardedCell } from "../../src/records/guarded-cell.js";
import type { StudyResults } from "../../src/records/results.js";
import type { ValueSystem } from "../../src/values/value-system.js";
import { csvCells, isFormula } from "../run/csv-cells.js";
import { largeBoard } from "./large-board.js";
import { sampleResults, sampleSystems } from "./sample-results.js";

function siteFor(results: StudyResults, systems: readonly ValueSystem[] = sampleSystems()) {
  const parts = new Map<string, unknown>(siteParts(results, systems, null));
  return siteOf(siteData(results, systems, null), parts);
}

const stateFor = (choices: Readonly<Record<string, string>>) => ({ view: "board", choices });

describe("the leaderboard", () => {
  test("gives each examinee the number of the rule itself", () => {
    const { results, systems } = largeBoard({ examinees: 9, items: 4, reply: 0 });
    const site = siteFor(results, systems);
    for (const { id } of welfareRules) {
      const settings = boardSettings(
        site,
        stateFor({ rule: id, w: "schwartz.power:3,schwartz.tradition:0" }),
      );
      const rule = welfareRule(id);
      for (const line of boardLines(site, settings)) {
        const scores = settings.columns.map(
          ({ dimension }) =>
            results.scores.find(
              (one) => one.examinee === line.card.id && one.dimension === dimension.id,
            )?.mean ?? null,
        );
        const weights = settings.columns.map(({ weight }) => weight);
        expect(line.result?.value).toBe(rule.of(scores, weights).value);
      }
    }
  });

  test("keeps ranks among all when it is searched and filtered, and sorts what is missing last", () => {
    const { results, systems } = largeBoard({ examinees: 12, items: 2, reply: 0 });
    const site = siteFor(results, systems);
    const all = seenBoard(site, stateFor({}));
    const some = seenBoard(site, stateFor({ dev: "Developer 1", access: "closed", q: "model" }));
    expect(some.lines.length).toBeGreaterThan(0);
    expect(some.lines.length).toBeLessThan(all.lines.length);
    for (const line of some.lines)
      expect(line.rank).toBe(all.lines.find(({ card }) => card === line.card)?.rank);
    const down = seenBoard(site, stateFor({ sort: "-schwartz.power" })).lines.map(
      ({ scaled }) => scaled[4],
    );
    expect(down).toEqual([...down].sort((a, b) => (b ?? -1) - (a ?? -1)));
  });

  test("flags a row that shows one constant everywhere, as a placeholder", () => {
    const results = sampleResults();
    const scores = results.scores.map((score) =>
      score.examinee === results.examinees[1].id && score.system === "mft"
        ? { ...score, mean: 0.35 }
        : score,
    );
    const page = String(viewHtml(siteFor({ ...results, scores }), stateFor({ s: "mft" })));
    expect(page.match(/looks like a placeholder/g)).toHaveLength(1);
  });
});

describe("intervals in the page", () => {
  const { results, systems, detail } = largeBoard({ examinees: 7, items: 5, reply: 0 });
  const parts = new Map<string, unknown>(siteParts(results, systems, detail));
  const site = siteOf(siteData(results, systems, detail), parts);

  test.each(scalings.map(({ id }) => id))("are the library's under %s scores", (scale) => {
    const choices = { scale, rule: "hurwicz", w: "schwartz.power:3,schwartz.tradition:0" };
    const board = seenBoard(site, stateFor(choices));
    expect(board.intervals).toBe("page");
    const { settings } = board;
    const counted = settings.columns.filter(({ weight }) => weight > 0);
    const own = pickColumns(
      studyBoard(results, settings.systems),
      counted.map(({ key }) => key),
    );
    const found = rankIntervals(own, itemsOf(counted), {
      rule: settings.rule,
      weights: counted.map(({ weight }) => weight),
      scaling: scale,
      random: stream(results.study.seed, "site-board"),
      resamples: PAGE_RESAMPLES,
    });
    for (const { id, low, high, rankLow, rankHigh } of found) {
      const line = board.lines.find(({ card }) => card.id === id);
      expect([line?.low, line?.high]).toEqual([low, high]);
      expect(line?.open).toEqual({
        best: Math.floor(rankLow ?? Number.NaN),
        worst: Math.ceil(rankHigh ?? Number.NaN),
      });
    }
  });

  const itemsOf = (columns: readonly Column[]) => {
    const of = (column: Column) => {
      const own = detail.systems.find(({ system }) => system === column.system.id);
      const rows = own?.items ?? [];
      const places = rows.flatMap(({ targets }, at) =>
        targets.includes(column.dimension.id) ? [at] : [],
      );
      return { own, places };
    };
    const cell = (column: Column, id: string, place: number) => {
      const { own } = of(column);
      const at = own?.items[place].targets.indexOf(column.dimension.id) ?? 0;
      const reading = own?.readings[id][place]?.[at];
      return typeof reading === "number" ? [reading] : null;
    };
    return {
      items: columns.map((column) => of(column).places.map((place) => `0/${place}`)),
      readings: results.examinees.map(({ id }) =>
        columns.map((column) => of(column).places.map((place) => cell(column, id, place))),
      ),
    };
  };

  test("a round alone is the mean of its items, and all rounds are the study's own scores", () => {
    const [first] = detail.systems;
    const rounds = [0, 1].map((round) => ({ ...ROUND, system: first.system, round }));
    const items = first.items.map((item, at) => ({ ...item, round: at % 2 }));
    const changed = { ...detail, systems: [{ ...first, items }, ...detail.systems.slice(1)] };
    const own = { ...results, rounds };
    const loaded = new Map<string, unknown>(siteParts(own, systems, changed));
    const halves = siteOf(siteData(own, systems, changed), loaded);
    const of = (choices: Readonly<Record<string, string>>) =>
      boardLines(halves, boardSettings(halves, stateFor(choices)));
    const [card] = results.examinees;
    const scoresOf = (choices: Readonly<Record<string, string>>) =>
      of(choices).find((line) => line.card === card)?.scores ?? [];
    const all = scoresOf({});
    for (const [k, { id }] of systems[0].dimensions.entries())
      for (const round of [0, 1]) {
        const cells = items.flatMap(({ targets, round: asked }, at) =>
          asked === round && targets[0] === id ? (first.readings[card.id][at]?.[0] ?? []) : [],
        );
        const mean = cells.reduce((sum, one) => sum + one, 0) / cells.length;
        expect(scoresOf({ round: String(round) })[k]).toBeCloseTo(mean, 4);
        expect(all[k]).toBe(
          results.scores.find((one) => one.examinee === card.id && one.dimension === id)?.mean,
        );
      }
  });
});

const ROUND = {
  items: 5,
  candidates: 0,
  searchInformativeness: null,
  freshInformativeness: { mean: 0, low: null, high: null },
  freshElicitation: { mean: 0, low: null, high: null },
  shrinkage: null,
  separating: 0,
  counts: { judged: 0, declined: 0, unmeasured: 0 },
};

describe("A7: 200 cells of a saved table", () => {
  test("no cell is a formula, numbers stay numbers, and a reader gets every text back", async () => {
    expect(csvCells).toHaveLength(200);
    const sample = sampleResults();
    const examinees = csvCells.map((name, n) => ({
      ...sample.examinees[0],
      id: `e${n}`,
      name,
      origin: "recorded" as const,
    }));
    const scores = examinees.flatMap(({ id }, n) =>
      sample.scores.slice(0, 10).map((score) => ({ ...score, examinee: id, mean: n / 250 })),
    );
    const site = siteFor({ ...sample, examinees, scores, welfare: [], cases: [] });
    const rows: (readonly string[])[] = [];
    for await (const row of csvRows([boardCsv(site, stateFor({}))])) rows.push(row.cells);
    const [head, ...lines] = rows;
    expect(lines).toHaveLength(200);
    for (const line of lines)
      for (const [at, cell] of line.entries())
        if (head[at] !== "rank" && Number.isNaN(Number(cell))) expect(isFormula(cell)).toBe(false);
    const name = head.indexOf("examinee");
    const back = new Set(lines.map((line) => unguardedCell(line[name])));
    for (const cell of csvCells) expect(back).toContain(cell);
    const value = head.indexOf("utilitarian (raw)");
    expect(lines.map((line) => Number(line[value])).every(Number.isFinite)).toBe(true);
    const json = JSON.parse(boardJson(site, stateFor({})));
    expect(new Set(json.rows.map((row: readonly unknown[]) => row[1]))).toEqual(new Set(csvCells));
  });
});

describe("every view says what it can and cannot show of", () => {
  const sample = sampleResults();
  const [first] = sample.examinees;
  const only = <T extends { readonly examinee: string }>(rows: readonly T[]) =>
    rows.filter(({ examinee }) => examinee === first.id);
  const small: ValueSystem = {
    ...sampleSystems()[0],
    dimensions: sampleSystems()[0].dimensions.slice(0, 1),
    circularOrder: null,
  };
  const boards: Readonly<
    Record<
      string,
      readonly [StudyResults, readonly ValueSystem[], Readonly<Record<string, string>>, RegExp]
    >
  > = {
    "one examinee": [
      {
        ...sample,
        examinees: [first],
        scores: only(sample.scores),
        welfare: only(sample.welfare),
        cases: [],
      },
      sampleSystems(),
      {},
      /one examinee only/,
    ],
    "one dimension": [{ ...sample, systems: ["schwartz"] }, [small], {}, /one dimension only/],
    "scores all missing": [
      {
        ...sample,
        scores: sample.scores.map((score) => ({ ...score, mean: null, low: null, high: null })),
        welfare: sample.welfare.map((row) => ({
          ...row,
          weightedMean: null,
          low: null,
          high: null,
          rawls: null,
          nash: null,
        })),
      },
      sampleSystems(),
      {},
      /Nothing was measured/,
    ],
    "weights all zero": [
      sample,
      sampleSystems(),
      {
        w: sampleSystems()[0]
          .dimensions.map(({ id }) => `schwartz.${id}:0`)
          .join(","),
      },
      /Every weight is 0/,
    ],
    "nothing at all": [
      {
        ...sample,
        systems: [],
        examinees: [],
        scores: [],
        welfare: [],
        rounds: [],
        cases: [],
        recovery: [],
        agreement: [],
      },
      [],
      {},
      /hold no examinee/,
    ],
    "results that must not be ranked": [
      { ...sample, study: { ...sample.study, caution: "picked cases" } },
      sampleSystems(),
      { more: "1" },
      /No ranking \(picked cases\)/,
    ],
  };

  test.each(Object.entries(boards))("%s", (_, [results, systems, choices, said]) => {
    const site = siteFor(results, systems);
    for (const { id } of siteViews) {
      const state = {
        view: id,
        choices: {
          ...choices,
          m: sample.examinees.map((card) => encodeURIComponent(card.id)).join(","),
          cases: "1",
        },
      };
      const page = String(viewHtml(site, state));
      expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/);
      if (id === "board") expect(page).toMatch(said);
    }
  });
});
