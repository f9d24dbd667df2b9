import { afterEach, describe, expect, test, vi } from "vitest";
import { valueSystem } from "../../src/facts/value-systems.js";
import type { Figure } from "../../src/figures/figure.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { roundsFigure } from "../../src/figures/rounds-figure.js";
import { keepOutputs } from "../../src/notebook/keep-outputs.js";
import { loadPlotly } from "../../src/notebook/load-plotly.js";
import { writeNotebook } from "../../src/notebook/notebook-document.js";
import { scoreFrame } from "../../src/notebook/score-frame.js";
import { scoreRows } from "../../src/notebook/score-rows.js";
import { show } from "../../src/notebook/show.js";
import { showFigure } from "../../src/notebook/show-figure.js";
import { showFrame } from "../../src/notebook/show-frame.js";
import { showPlotly } from "../../src/notebook/show-plotly.js";
import { showTable } from "../../src/notebook/show-table.js";
import { sampleResults } from "../dashboard/sample-results.js";
import { leaveKernel, printedBy, sentBy } from "./pretended-kernel.js";

const HOSTILE = "<script>alert(1)</script>";

function hostileFigure(): Figure {
  return {
    id: "f",
    title: HOSTILE,
    caption: HOSTILE,
    plotly: { data: [{ name: HOSTILE }], layout: { title: { text: "\u2028</script>" } } },
    svg: "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    table: { columns: [HOSTILE, "mean"], rows: [[HOSTILE, 0.1 + 0.2]] },
  };
}

afterEach(leaveKernel);

describe("outside a notebook", () => {
  test("what is shown is printed as plain text", () => {
    const bundle = { "text/plain": "words", "text/html": "<b>words</b>" };
    expect(printedBy(() => show(bundle))).toBe("words");
  });

  test("a figure is printed as its question, its table and its caption", () => {
    const system = valueSystem("schwartz");
    const figure = leaderboardFigure(sampleResults(), system);
    const printed = printedBy(() => showFigure(figure));
    expect(printed.split("\n")[0]).toBe(figure.title);
    expect(printed).toContain(figure.caption);
  });

  test("numbers stand to the right, what was not measured is a dash", () => {
    const printed = printedBy(() =>
      showTable(
        ["who", "score"],
        [
          ["a", 0.12345],
          ["bb", null],
        ],
        { digits: 2 },
      ),
    );
    expect(printed).toBe("who  score\na     0.12\nbb       -");
  });

  test("a table tells how many rows it leaves out", () => {
    const rows = Array.from({ length: 5 }, (_, n) => [n]);
    expect(printedBy(() => showTable(["n"], rows, { rows: 2 }))).toBe("n\n0\n1\nand 3 more rows");
  });

  test("a row that does not fit its columns is refused", () => {
    expect(() => showTable(["a", "b"], [["x"]])).toThrow("row 0 has 1 cells");
  });
});

describe("inside a kernel", () => {
  test("the whole bundle is sent, under its id", () => {
    const bundle = { "text/plain": "words", "text/html": "<b>words</b>" };
    const [message] = sentBy(() => show(bundle, { id: "one" }));
    expect(message).toEqual({
      data: bundle,
      metadata: {},
      transient: { display_id: "one" },
      update: false,
    });
  });

  test("a figure is sent as plotly, as a picture with its exact values, and as text", () => {
    const figure = roundsFigure(sampleResults(), valueSystem("schwartz"));
    const [{ data }] = sentBy(() => showFigure(figure));
    expect(Object.keys(data).sort()).toEqual([
      "application/vnd.plotly.v1+json",
      "text/html",
      "text/plain",
    ]);
    const html = String(data["text/html"]);
    const picture = html.match(/src="data:image\/svg\+xml;base64,([^"]+)"/)?.[1] ?? "";
    expect(Buffer.from(picture, "base64").toString("utf8")).toBe(figure.svg);
    const [first] = figure.table.rows.flat().filter((cell) => typeof cell === "number");
    expect(html).toContain(`>${first}<`);
    expect(html).not.toContain("<script");
  });

  test.each([
    ["showFigure", () => showFigure(hostileFigure())],
    ["showTable", () => showTable([HOSTILE], [[HOSTILE]], { caption: HOSTILE })],
    ["showFrame", () => showFrame({ columns: [HOSTILE], values: [[HOSTILE]] })],
  ])("%s escapes everything that comes from outside", (_, work) => {
    const [{ data }] = sentBy(work);
    expect(String(data["text/html"])).not.toContain("<script");
    expect(String(data["text/html"])).toContain("&lt;script&gt;");
  });

  test("showPlotly adds one script, which no text inside can end", () => {
    const [{ data }] = sentBy(() => showPlotly(hostileFigure()));
    const html = String(data["text/html"]);
    expect(html.match(/<\/?script/g)).toEqual(["<script", "</script"]);
    expect(html).not.toContain("\u2028");
    expect(html).toContain("<img ");
  });

  test("plotly.js is sent for the page alone: a notebook file does not keep it", () => {
    const [{ data, metadata }] = sentBy(() => loadPlotly());
    const html = String(data["text/html"]);
    expect(html.length).toBeGreaterThan(1_000_000);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(keepOutputs([{ kind: "display", data, metadata }])).toEqual([]);
  });
});

describe("a notebook file", () => {
  test("keeps a line in place of an output above 100 kB", () => {
    const [kept] = keepOutputs([{ kind: "stream", name: "stdout", text: "x".repeat(200_000) }]);
    expect(kept).toMatchObject({ kind: "stream", text: expect.stringContaining("is not kept") });
  });

  test("has ids that count its cells, text in lines, and no clock", () => {
    const text = writeNotebook([
      { kind: "markdown", source: "# A\n\nb", outputs: [] },
      { kind: "code", source: "1", outputs: [{ kind: "stream", name: "stdout", text: "1\n" }] },
    ]);
    const { cells, nbformat, nbformat_minor } = JSON.parse(text);
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(cells[0]).toEqual({
      cell_type: "markdown",
      id: "cell-1",
      metadata: {},
      source: ["# A\n", "\n", "b"],
    });
    expect(cells[1].execution_count).toBe(1);
    expect(cells[1].outputs).toEqual([{ name: "stdout", output_type: "stream", text: ["1\n"] }]);
  });
});

describe("a frame of scores", () => {
  const results = sampleResults();

  test("holds the very numbers of the results, also after sorting and choosing", async () => {
    const frame = await scoreFrame(results);
    const rows = scoreRows(results);
    expect(frame.columns).toEqual(Object.keys(rows[0]));
    expect(frame.values).toEqual(rows.map((row) => Object.values(row)));
    const sorted = frame.sortValues("mean", { ascending: false });
    const measured = rows.flatMap(({ mean }) => (mean === null ? [] : [mean]));
    const shown = sorted.column("mean").values.filter((mean) => typeof mean === "number");
    expect([...shown].sort()).toEqual([...measured].sort());
  });

  test("is shown with a dash where nothing was measured", async () => {
    const row = { ...results.scores[0], mean: null, low: null, high: null };
    const frame = await scoreFrame({ scores: [row, results.scores[1]] });
    const printed = printedBy(() => showFrame(frame.loc({ columns: ["examinee", "mean"] })));
    expect(printed.split("\n")[1]).toMatch(/ -$/);
  });

  test("says how to get danfojs where it is missing", async () => {
    vi.doMock("danfojs", () => {
      throw new Error("Cannot find package 'danfojs'");
    });
    await expect(scoreFrame(results)).rejects.toThrow(/npm install danfojs@1\.1\.2.*scoreRows/);
    vi.doUnmock("danfojs");
  });
});
