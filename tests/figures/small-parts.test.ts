import { describe, expect, it } from "vitest";
import { axisTicks } from "../../src/figures/axis-ticks.js";
import { escapeMarkup } from "../../src/figures/escape-markup.js";
import { examineeNames } from "../../src/figures/examinee-names.js";
import { figureId } from "../../src/figures/figure-id.js";
import { fitText, textWidth, twoLines } from "../../src/figures/fit-text.js";
import { rankWelfare } from "../../src/figures/rank-welfare.js";
import { roundNumber } from "../../src/figures/round-number.js";
import type { WelfareRow } from "../../src/records/results.js";
import { sampleResults } from "../dashboard/sample-results.js";

describe("escapeMarkup", () => {
  it("escapes markup, spells out reordering and replaces what cannot be shown", () => {
    expect(escapeMarkup(`<a href='x' title="y">&`)).toBe(
      "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;",
    );
    expect(escapeMarkup("a\u202eb\u2066")).toBe("a[U+202E]b[U+2066]");
    expect(escapeMarkup("\ud800x\udc00\u0000\u001b")).toBe("\ufffdx\ufffd\ufffd\ufffd");
    expect(escapeMarkup("😀 é\n\t")).toBe("😀 é\n\t");
  });
});

describe("examineeNames", () => {
  it("says simulated where a name does not, and tells namesakes apart", () => {
    const [card] = sampleResults().examinees;
    const names = examineeNames([
      { ...card, id: "sim:a", name: "Twin" },
      { ...card, id: "sim:b", name: "Twin" },
      { ...card, id: "c", name: "Real", origin: "endpoint" },
      { ...card, id: "sim:d", name: "Simulated elm" },
    ]);
    expect([...names.values()]).toEqual(["Twin [sim:a]", "Twin [sim:b]", "Real", "Simulated elm"]);
  });
});

describe("figureId", () => {
  it("never lets two different names share an id, and never lets markup in", () => {
    expect(figureId("a b")).not.toBe(figureId("a-b"));
    expect(figureId('"><x')).toMatch(/^[\w-]+$/);
    expect(figureId("")).toMatch(/^[\w-]+$/);
    expect(figureId("radar", "llm_unique")).toBe("radar-llm_unique");
  });
});

describe("text that is laid out without a browser", () => {
  it("fits the room it was given", () => {
    const name = "an-examinee-with-a-long-name-and-a-version-2";
    expect(textWidth(fitText(name, 120, 12), 12)).toBeLessThanOrEqual(127);
    expect(fitText(name, 120, 12)).toMatch(/^an-.*….*-2$/);
    expect(twoLines("Representation & Toxicity")).toEqual(["Representation", "& Toxicity"]);
    expect(twoLines("Universalism")).toEqual(["Universalism"]);
  });

  it("has axes of round numbers that cover the data", () => {
    expect(axisTicks(-0.013, 0.068, 5)).toEqual([-0.02, 0, 0.02, 0.04, 0.06, 0.08]);
    expect(() => roundNumber(Number.NaN)).toThrow(/finite numbers: NaN/);
  });
});

describe("rankWelfare", () => {
  const row = (examinee: string, mean: number | null, half: number | null): WelfareRow => ({
    examinee,
    system: "s",
    weightedMean: mean,
    low: mean === null || half === null ? null : mean - half,
    high: mean === null || half === null ? null : mean + half,
    rawls: null,
    nash: null,
    items: 1,
    counts: { judged: 1, declined: 0, unmeasured: 0 },
  });
  const names = new Map<string, string>();

  it("says which ranks overlapping intervals leave open", () => {
    const rows = [row("a", 0.5, 0.02), row("b", 0.9, 0.02), row("c", 0.52, 0.02)];
    const standings = rankWelfare(rows, { ranked: true, names });
    expect(standings.map(({ row: { examinee }, rank, open }) => [examinee, rank, open])).toEqual([
      ["b", 1, { best: 1, worst: 1 }],
      ["c", 2, { best: 2, worst: 3 }],
      ["a", 3, { best: 2, worst: 3 }],
    ]);
  });

  it("gives equal means one rank, and what was not measured none", () => {
    const rows = [row("c", null, null), row("b", 0.5, null), row("a", 0.5, null)];
    const standings = rankWelfare(rows, { ranked: true, names });
    expect(standings.map((standing) => [standing.row.examinee, standing.rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", null],
    ]);
  });
});
