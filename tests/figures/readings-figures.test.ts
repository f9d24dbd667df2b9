import { describe, expect, test } from "vitest";
import type { Board } from "../../src/aggregation/board.js";
import { dominanceGraph } from "../../src/aggregation/dominance-graph.js";
import { alignWithCultures } from "../../src/culture/align-with-cultures.js";
import { evenAngles } from "../../src/culture/circle-fit.js";
import { rankSpace } from "../../src/culture/embedded-space.js";
import { valueClouds } from "../../src/culture/value-clouds.js";
import { type MapEntry, valueSpace } from "../../src/culture/value-space.js";
import { alignmentFigure } from "../../src/figures/alignment-figure.js";
import { circleFigure } from "../../src/figures/circle-figure.js";
import { closestCulturesFigure } from "../../src/figures/closest-cultures-figure.js";
import { dominanceFigure } from "../../src/figures/dominance-figure.js";
import type { Figure } from "../../src/figures/figure.js";
import { reliabilityFigure } from "../../src/figures/reliability-figure.js";
import { valueSpaceFigure } from "../../src/figures/value-space-figure.js";
import { varianceFigure } from "../../src/figures/variance-figure.js";
import { stream } from "../../src/random/stream.js";
import { reliabilityDiagram } from "../../src/statistics/calibration/reliability-diagram.js";
import { varianceBudget } from "../../src/statistics/reliability/variance-budget.js";

const source = "made-up numbers";

function figuresNamed(name: string): readonly Figure[] {
  const profile = { care: 0.9, power: 0.2, fun: 0.4, order: 0.5 };
  const cultures = [
    { id: "A", name, profile: { care: 5, power: 1, fun: 2, order: 3 } },
    { id: "B", name: "B", profile: { care: 1, power: 5, fun: 3, order: 2 } },
  ];
  const entries: MapEntry[] = [
    { id: name, kind: "examinee", profile },
    ...cultures.map((one) => ({ id: one.id, kind: "culture" as const, profile: one.profile })),
    { id: "you", kind: "person", profile: { care: 3, power: 2, fun: 9, order: 1 } },
  ];
  const space = valueSpace(entries);
  const clouded = entries.map((entry) => ({
    ...entry,
    standardErrors: { care: 0.1, power: 0.1, fun: 0.1, order: 0.1 },
  }));
  const board: Board = {
    dimensions: ["care", "power"].map((id) => ({ system: "s", dimension: id, name: id })),
    rows: [
      { id: "a", name, scores: [0.9, 0.9], flag: null },
      { id: "b", name: "B", scores: [0.1, 0.2], flag: null },
      { id: "c", name: "C", scores: [null, 0.2], flag: null },
    ],
  };
  const scores = [0, 1, 2].map((i) => [0, 1, 2].map((j) => [i + j / 2, i + j / 3]));
  return [
    alignmentFigure([{ name, alignment: alignWithCultures(profile, cultures) }], { source }),
    closestCulturesFigure(alignWithCultures(profile, cultures), { name, source }),
    circleFigure(profile, { name, angles: evenAngles(Object.keys(profile)), source }),
    valueSpaceFigure(space, { clouds: valueClouds(space, clouded, stream(1), 5), source }),
    valueSpaceFigure(rankSpace(entries), { source }),
    dominanceFigure(dominanceGraph(board), { name, source }),
    reliabilityFigure(reliabilityDiagram([0.1, 0.8, 0.9], [false, true, true]), { name, source }),
    varianceFigure([{ name, budget: varianceBudget(scores) }], { source }),
  ];
}

describe("the figures of readings", () => {
  test("ask a question, say how many observations there are and where they come from", () => {
    for (const { title, caption, id } of figuresNamed("Model A")) {
      expect(title, id).toMatch(/\?$/);
      expect(caption, id).toMatch(/n = \d+/);
      expect(caption, id).toMatch(/Source: made-up numbers\.$/);
    }
  });

  test("are plain JSON, finite pictures and tables of as many cells as columns", () => {
    for (const { plotly, svg, table, id } of figuresNamed("Model A")) {
      expect(JSON.parse(JSON.stringify(plotly)), id).toEqual(plotly);
      expect(svg, id).not.toMatch(/NaN|undefined|Infinity|"-0"/);
      expect(svg, id).toContain('role="img"');
      expect(table.rows.length, id).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  test("show hostile names only as text", () => {
    for (const { plotly, svg, id } of figuresNamed('"><script>alert(1)</script>')) {
      expect(svg, id).not.toMatch(/<script/);
      expect(JSON.stringify(plotly), id).not.toContain("<script");
    }
  });

  test("draw the same from the same", () => {
    expect(figuresNamed("Model A")).toEqual(figuresNamed("Model A"));
  });

  test("stand when there is next to nothing to show", () => {
    const empty: Board = { dimensions: [], rows: [] };
    const flat = { care: 1, power: 1, fun: 1, order: 1 };
    const figures = [
      alignmentFigure([], { source }),
      dominanceFigure(dominanceGraph(empty), { name: "nothing", source }),
      circleFigure(flat, { name: "Flat", angles: evenAngles(Object.keys(flat)), source }),
      varianceFigure([], { source }),
    ];
    for (const { svg } of figures) expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("frame the closest culture of each row and say which rows were left out", () => {
    const [alignment, , , , , dominance] = figuresNamed("Model A");
    expect(alignment.svg.match(/stroke-width="2"/g)).toHaveLength(1);
    expect(dominance.caption).toContain("Left out, a score is missing: C.");
  });
});
