import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { heatmapFigure } from "../../src/figures/heatmap-figure.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { radarFigure } from "../../src/figures/radar-figure.js";
import { roundsFigure } from "../../src/figures/rounds-figure.js";
import type { StudyResults } from "../../src/records/results.js";
import { sampleResults, sampleSystems } from "../dashboard/sample-results.js";
import { deepFreeze } from "./deep-freeze.js";

const [basic, foundations] = sampleSystems();

function allFigures(results: StudyResults): readonly Figure[] {
  return [basic, foundations].flatMap((system) => [
    radarFigure(results, system),
    leaderboardFigure(results, system),
    heatmapFigure(results, system),
    roundsFigure(results, system),
  ]);
}

describe("every figure", () => {
  it("leaves the results as they were, and draws the same from the same", () => {
    const frozen = deepFreeze(sampleResults());
    expect(allFigures(frozen)).toEqual(allFigures(sampleResults()));
  });

  it("asks a question, says how many observations it rests on and that they are simulated", () => {
    for (const figure of allFigures(sampleResults())) {
      expect(figure.title).toMatch(/\?$/);
      expect(figure.caption).toMatch(/n = \d+/);
      expect(figure.caption).toMatch(/Source: simulated/);
    }
  });

  it("is plain JSON for plotly and speaks of no missing score as a number", () => {
    for (const { plotly } of allFigures(sampleResults()))
      expect(JSON.parse(JSON.stringify(plotly))).toEqual(plotly);
  });

  it("is a well-formed picture with a title, a description and rounded numbers", () => {
    for (const { svg, id } of allFigures(sampleResults())) {
      expect(unclosed(svg)).toEqual([]);
      expect(svg).toContain(`<title id="${id}-title">`);
      expect(svg).toContain(`<desc id="${id}-description">`);
      expect(svg).toContain('role="img"');
      expect(svg).not.toMatch(/="[^"]*\d\.\d{4,}/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|"-0"/);
    }
  });

  it("shows hostile names only as text", () => {
    const results = sampleResults();
    const name = '"><script>alert(1)</script>\u202e\ud800';
    const hostile = sampleResults({
      examinees: results.examinees.map((card, index) => (index === 0 ? { ...card, name } : card)),
    });
    for (const { svg, plotly } of allFigures(hostile)) {
      expect(svg).not.toMatch(/<script|\u202e|[\ud800-\udfff]/);
      expect(unclosed(svg)).toEqual([]);
      expect(JSON.stringify(plotly)).not.toContain("<script>");
    }
  });
});

describe("radarFigure", () => {
  it("draws for plotly the same intervals as in the picture and the table", () => {
    const figure = radarFigure(sampleResults(), basic);
    const bars = figure.plotly.data.filter(({ mode }) => mode === "lines");
    const drawn = bars.flatMap(({ r }) => (r as (number | null)[]).filter((end) => end !== null));
    const told = figure.table.rows.flatMap(([, , , , low, high]) =>
      low === null || high === null ? [] : [low, high],
    );
    const within = (end: unknown) => Math.min(100, Math.max(0, Number(end)));
    expect(drawn).toEqual(told.map(within));
    expect(drawn.length).toBeGreaterThan(10);
  });

  it("puts dimensions in circular order and leaves a gap where a score is missing", () => {
    const [powerFirst] = [{ ...basic, circularOrder: [...(basic.circularOrder ?? [])].reverse() }];
    const figure = radarFigure(sampleResults(), powerFirst, { examinees: ["sim:willow"] });
    const [trace] = figure.plotly.data;
    expect((trace.theta as string[])[0]).toBe("Universalism");
    const row = figure.table.rows.find((cells) => cells[1] === "Tradition");
    expect(row?.[3]).toBeNull();
    expect(trace.r).toContain(null);
    expect(trace.r).not.toContain(0);
    expect(figure.caption).toContain("1 not measured");
  });

  it("marks dimensions that are not backed by labels, and explains the marks", () => {
    const figure = radarFigure(sampleResults(), foundations);
    expect(figure.svg).toContain("Care§");
    expect(figure.caption).toContain("§ unvalidated: no human labels exist");
  });

  it("refuses nine examinees, an unknown one and a system of two dimensions", () => {
    const results = sampleResults();
    const ids = Array.from({ length: 9 }, (_, index) => `sim:${index}`);
    expect(() => radarFigure(results, basic, { examinees: ids })).toThrow(/up to 8 .*: 9/);
    expect(() => radarFigure(results, basic, { examinees: ["x"] })).toThrow(/no such .*: x/);
    const small = { ...basic, dimensions: basic.dimensions.slice(0, 2) };
    expect(() => radarFigure(results, small)).toThrow(/three dimensions or more: 2/);
  });
});

describe("leaderboardFigure", () => {
  it("orders by mean, leaves what was not measured to the end and without a rank", () => {
    const { rows } = leaderboardFigure(sampleResults(), basic).table;
    const means = rows.map((row) => row[2]);
    expect(means.slice(0, 4)).toEqual(means.slice(0, 4).sort((a, b) => Number(b) - Number(a)));
    expect(rows[4].slice(0, 4)).toEqual([null, "Willow (simulated)", null, null]);
    expect(rows.map((row) => row[0])).toEqual([1, 2, 3, 4, null]);
  });

  it("gives no ranks and the order of names where the results carry a caution", () => {
    const results = sampleResults();
    const study = { ...results.study, caution: "picked cases, not a sample: no ranking" };
    const figure = leaderboardFigure({ ...results, study }, basic);
    const names = figure.table.rows.map((row) => String(row[0]));
    expect(figure.table.columns).not.toContain("rank");
    expect(names).toEqual([...names].sort());
    expect(figure.caption).toContain("No ranking (picked cases");
  });
});

describe("roundsFigure", () => {
  it("keeps fresh and search apart and has no search value for the static round", () => {
    const { rows } = roundsFigure(sampleResults(), basic).table;
    expect(rows[0][3]).toBeNull();
    expect(rows[1].slice(3, 5)).toEqual([0.031 * 1.45, 0.031]);
  });

  it("draws an empty frame, not an error, where a system has no rounds", () => {
    expect(roundsFigure(sampleResults({ rounds: [] }), basic).table.rows).toEqual([]);
  });
});

/** Elements that were opened and not closed, or closed and not opened. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name, selfClosed] of svg.matchAll(/<(\/?)(\w+)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
    if (selfClosed) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}
