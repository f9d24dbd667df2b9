import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board } from "../../src/aggregation/board.js";
import { columnOf, pickColumns } from "../../src/aggregation/board.js";
import { boardNotes } from "../../src/aggregation/board-notes.js";
import { dominanceGraph } from "../../src/aggregation/dominance-graph.js";
import { rankBoard } from "../../src/aggregation/rank-board.js";
import { rankIntervals } from "../../src/aggregation/rank-intervals.js";
import { rankSensitivity } from "../../src/aggregation/rank-sensitivity.js";
import { scaledScores, scalings } from "../../src/aggregation/scaled-scores.js";
import type { MaybeScore } from "../../src/aggregation/welfare-result.js";
import { comparedRules } from "../../src/catalogue/compared-rules.js";
import { welfareRule, welfareRules } from "../../src/catalogue/welfare-rules.js";
import { publishedBoard } from "../../src/facts/published-board.js";
import { stream } from "../../src/random/stream.js";
import { spearman } from "../../src/statistics/spearman.js";

const mean = welfareRule("utilitarian");

function boardOf(scores: readonly (readonly MaybeScore[])[]): Board {
  const width = scores[0]?.length ?? 0;
  return {
    dimensions: Array.from({ length: width }, (_, k) => ({
      system: "s",
      dimension: `d${k}`,
      name: `D${k}`,
    })),
    rows: scores.map((own, at) => ({ id: `m${at}`, name: `M${at}`, scores: own, flag: null })),
  };
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe("the published Schwartz board", () => {
  const board = publishedBoard({ systems: ["schwartz"] });

  test("is led by o3-mini under the mean and by GPT-4-Turbo under Nash and Rawls", () => {
    const first = (id: string) => rankBoard(board, { rule: welfareRule(id) }).rows[0].name;
    expect(first("utilitarian")).toBe("o3-mini");
    expect(first("nash")).toBe("GPT-4-Turbo");
    expect(first("rawls")).toBe("GPT-4-Turbo");
  });

  test("orders under Nash and under Rawls agree with the mean as platform 5 reports", () => {
    const ranks = (id: string) => {
      const { rows } = rankBoard(board, { rule: welfareRule(id) });
      return board.rows.map((row) => rows.find((one) => one.id === row.id)?.rank ?? 0);
    };
    expect(spearman(ranks("utilitarian"), ranks("nash"))).toBeCloseTo(0.975, 2);
    expect(spearman(ranks("utilitarian"), ranks("rawls"))).toBeCloseTo(0.328, 2);
  });

  test("says that raw Rawls reads only hedonism and power, and that a scaling changes it", () => {
    const raw = rankBoard(board, { rule: welfareRule("rawls") });
    expect(raw.notes).toContain(
      "the lowest score, which decides, is Hedonism (19 of 33), Power (14 of 33)",
    );
    const ranged = rankBoard(board, { rule: welfareRule("rawls"), scaling: "range" }).rows;
    expect(ranged.slice(0, 3).map(({ name, value }) => [name, value?.toFixed(2)])).toEqual([
      ["GPT-4-Turbo", "0.70"],
      ["Claude-3.5-Sonnet", "0.59"],
      ["Phi-4", "0.55"],
    ]);
  });

  test("is ordered by dominance in part, and no rule contradicts that", () => {
    const graph = dominanceGraph(board);
    expect(graph.pairs).toBe(528);
    const at = new Map(board.rows.map((row) => [row.id, row.scores]));
    for (const rule of comparedRules()) {
      const ranks = new Map(rankBoard(board, { rule }).rows.map(({ id, rank }) => [id, rank ?? 0]));
      for (const { from, to } of graph.edges) {
        expect(at.get(from)?.every((score, k) => (score ?? 0) >= (at.get(to)?.[k] ?? 0))).toBe(
          true,
        );
        expect(ranks.get(from)).toBeLessThanOrEqual(ranks.get(to) ?? 0);
      }
    }
  });

  test("tells how many rules put whom first", () => {
    const found = rankSensitivity(board, {
      rules: comparedRules(),
      random: stream(1, "weights"),
      draws: 50,
    });
    expect(found.verdicts).toHaveLength(10);
    const shares = found.rows.map(({ firstUnderRules }) => firstUnderRules ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(found.rows[0].firstUnderRules).toBeGreaterThan(0.4);
    const sure = rankSensitivity(board, {
      rules: [mean],
      random: stream(1, "weights"),
      draws: 20,
      doubt: 0,
    });
    expect(sure.rows[0]).toMatchObject({ name: "o3-mini", firstUnderWeights: 1, highRank: 1 });
  });
});

describe("ranking", () => {
  test("under equal weights is what the rule makes of each row, first to last", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...welfareRules.map(({ id }) => id)), (table, id) => {
        const rule = welfareRule(id);
        const { rows } = rankBoard(boardOf(table), { rule });
        const values = rows.map(({ value }) => value ?? -1);
        for (let at = 1; at < values.length; at++)
          expect(values[at]).toBeLessThanOrEqual(values[at - 1] + 1e-12);
        for (const { id: row, value } of rows)
          expect(value).toBe(
            rule.of(
              table[Number(row.slice(1))],
              table[0].map(() => 1 / table[0].length),
            ).value,
          );
      }),
    );
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...scalings.map(({ id }) => id)), (table, scaling) => {
        const board = boardOf(table);
        const turned = { ...board, rows: [...board.rows].reverse() };
        const ranks = (one: Board) =>
          new Map(rankBoard(one, { rule: mean, scaling }).rows.map(({ id, rank }) => [id, rank]));
        const [a, b] = [ranks(board), ranks(turned)];
        for (const [id, rank] of a) expect(b.get(id)).toBe(rank);
      }),
    );
  });

  test("parts by leximin what Rawls leaves tied", () => {
    const board = boardOf([
      [0.2, 0.5],
      [0.2, 0.9],
    ]);
    const ranks = (id: string) =>
      rankBoard(board, { rule: welfareRule(id) }).rows.map((row) => [row.id, row.rank]);
    expect(ranks("rawls").map(([, rank]) => rank)).toEqual([1, 1]);
    expect(ranks("leximin")).toEqual([
      ["m1", 1],
      ["m0", 2],
    ]);
  });

  test("never takes a missing score for 0: no value, or a value of the rest, as asked", () => {
    const board = boardOf([
      [0.9, null],
      [0.5, 0.5],
    ]);
    const refused = rankBoard(board, { rule: mean });
    expect(refused.rows.map(({ id, rank }) => [id, rank])).toEqual([
      ["m1", 1],
      ["m0", null],
    ]);
    expect(refused.notes).toContain("M0 is not ranked: no score for D1");
    expect(rankBoard(board, { rule: mean, missing: "drop" }).rows[0].id).toBe("m0");
  });

  test("says where a rule is not defined for a scaling", () => {
    const board = boardOf([
      [0.1, 0.9],
      [0.5, 0.5],
    ]);
    const { rows } = rankBoard(board, { rule: welfareRule("nash"), scaling: "centred" });
    expect(rows.every(({ value }) => value === null)).toBe(true);
    expect(rows[0].why).toMatch(/not defined for a score below 0/);
  });

  test.each([
    ["all weights 0", [0, 0], /weights must have one above 0/],
    ["a negative weight", [1, -1], /weights\[1\] must be a number from 0 up/],
    ["too few weights", [1], /weights must be as many as there are entries, 2/],
  ])("refuses %s", (_, weights, message) => {
    expect(() => rankBoard(boardOf([[0.1, 0.2]]), { rule: mean, weights })).toThrow(message);
  });
});

describe("a board says what it cannot show", () => {
  test.each([
    ["nobody", boardOf([]), "no examinee: nothing to rank"],
    ["one examinee", boardOf([[0.1, 0.2]]), "one examinee: nobody to rank it against"],
    ["one dimension", boardOf([[0.1], [0.2]]), "one dimension: every rule ranks by it alone"],
    ["no score at all", boardOf([[null, null]]), "no score at all: nothing to rank"],
    [
      "a bare dimension",
      boardOf([
        [0.1, null],
        [0.2, null],
      ]),
      "no score on D1",
    ],
    [
      "a placeholder",
      boardOf([
        [0.35, 0.35, 0.35],
        [0.1, 0.2, 0.3],
      ]),
      "M0: 35.0 on all 3 dimensions, which looks like a placeholder",
    ],
  ])("with %s", (_, board, note) => {
    expect(boardNotes(board)).toContain(note);
    if (board.dimensions.length > 0) expect(rankBoard(board, { rule: mean }).notes).toContain(note);
    expect(dominanceGraph(board).kind).toBe("dominance-graph");
  });

  test("and a column is found by its short or its full name, never by guessing", () => {
    const board = publishedBoard();
    expect(columnOf(board, "Power")).toBe(columnOf(board, "schwartz.power"));
    expect(() => columnOf(board, "kindness")).toThrow(
      /no dimension "kindness"; there are: schwartz/,
    );
    const twice = {
      dimensions: ["a", "b"].map((system) => ({ system, dimension: "care", name: "Care" })),
    };
    expect(() => columnOf(twice, "care")).toThrow(/several systems; say which: a.care, b.care/);
    expect(pickColumns(board, ["power", "care"]).rows[0].scores).toHaveLength(2);
  });
});

describe("scalings", () => {
  test("keep the order within every dimension", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...scalings.map(({ id }) => id)), (table, scaling) => {
        const scaled = scaledScores(table, scaling);
        for (let k = 0; k < table[0].length; k++)
          for (const [i, row] of table.entries())
            for (const [j, other] of table.entries())
              if (row[k] > other[k])
                expect(scaled[i][k]).toBeGreaterThanOrEqual(scaled[j][k] ?? Number.NaN);
      }),
    );
  });

  test("centred and standardized columns have mean 0", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom("centred", "standardized"), (table, scaling) => {
        const scaled = scaledScores(table, scaling as "centred");
        const sum = scaled.reduce((total, row) => total + (row[0] ?? 0), 0);
        expect(Math.abs(sum)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("rank intervals", () => {
  const random = () => stream(3, "ranks");
  const readingsOf = (level: number) => [
    Array.from({ length: 30 }, (_, item) => [level + 0.3 * Math.sin(item)]),
  ];

  test("part examinees that differ on every item, and leave equal ones open", () => {
    const board = boardOf([[null], [null], [null]]);
    const readings = [readingsOf(0.8), readingsOf(0.5), readingsOf(0.5)];
    const items = [Array.from({ length: 30 }, (_, item) => `i${item}`)];
    const found = rankIntervals(board, { readings, items }, { rule: mean, random: random() });
    expect(found.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
    ]);
  });

  test("are drawn for scalings that look at the whole board, and are the same for the same seed", () => {
    const board = boardOf([[null], [null]]);
    const readings = [readingsOf(0.6), readingsOf(0.5)];
    const items = [Array.from({ length: 30 }, (_, item) => `i${item}`)];
    const draw = () =>
      rankIntervals(
        board,
        { readings, items },
        { rule: mean, scaling: "standardized", random: random(), resamples: 40 },
      );
    expect(draw()).toEqual(draw());
    expect(draw()[0].rank).toBe(1);
    expect(draw()[0].resamples).toBe(40);
  });
});
