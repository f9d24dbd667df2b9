import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { valueSystem } from "../../src/facts/value-systems.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { bundleOf } from "../../src/notebook/bundle-of.js";
import { displayable } from "../../src/notebook/displayable.js";
import { progress } from "../../src/notebook/progress.js";
import { runNotebook } from "../../src/notebook/run-notebook.js";
import { scoreFrame } from "../../src/notebook/score-frame.js";
import { show } from "../../src/notebook/show.js";
import { table } from "../../src/notebook/table.js";
import { sampleResults } from "../dashboard/sample-results.js";
import { leaveKernel, printedBy, sentBy } from "./pretended-kernel.js";

afterEach(leaveKernel);

describe("whatever shows itself is shown", () => {
  test("by the agreed symbol, whoever made it", () => {
    const foreign = {
      [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "a cat", "text/html": "<b>cat</b>" }),
    };
    expect(bundleOf(foreign as never)).toEqual({
      "text/plain": "a cat",
      "text/html": "<b>cat</b>",
    });
  });

  test("a table is printed in words, and as the last value of a cell of the stock kernel too", () => {
    const one = table(["who", "n"], [["a", 10]]);
    expect(printedBy(() => show(one))).toBe("who   n\na    10");
    expect(inspect(one)).toBe("who   n\na    10");
  });

  test("a figure and a data frame need no function of their own", async () => {
    const figure = leaderboardFigure(sampleResults(), valueSystem("schwartz"));
    expect(printedBy(() => show(figure))).toContain(figure.title);
    const frame = await scoreFrame(sampleResults());
    const head = frame.head(1).loc({ columns: ["examinee", "items"] });
    expect(bundleOf(head)["text/html"]).toContain("<table>");
    expect(inspect(head).split("\n")[0]).toMatch(/^examinee +items$/);
  });

  test("what is to be shown is made when it is shown", () => {
    let made = 0;
    const late = displayable(() => ({ "text/plain": `made ${++made}` }));
    expect(made).toBe(0);
    expect(printedBy(() => show(late))).toBe("made 1");
  });
});

describe("progress", () => {
  const work = () => {
    const line = progress();
    line.start("Study", 200);
    for (let cell = 0; cell < 200; cell++) line.advance(1);
    line.finish();
  };

  test("is one line that is replaced, and ends as text without a clock", () => {
    const sent = sentBy(work);
    expect(new Set(sent.map(({ transient }) => transient.display_id)).size).toBe(1);
    expect(sent.map(({ update }) => update)).toEqual(sent.map((_, n) => n > 0));
    expect(sent.length).toBeLessThan(60);
    expect(sent.map(({ data }) => data["text/plain"])).toContain("Study ... 50 %");
    expect(sent.at(-1)?.data).toEqual({ "text/plain": "done: Study: 200 cells" });
  });

  test("outside a notebook prints its last line alone", () => {
    expect(printedBy(work)).toBe("done: Study: 200 cells");
  });

  test("two of them are two lines", () => {
    const sent = sentBy(() => {
      progress().start("one", 1);
      progress().start("two", 1);
    });
    expect(sent.map(({ update }) => update)).toEqual([false, false]);
  });
});

test("a notebook file keeps of a replaced output what stood there last", async () => {
  const text = `// %%
const { lastWriteDisplayData } = require("tslab/dist/jupyter.js");
const write = (text: string, update: boolean) =>
  lastWriteDisplayData({ data: { "text/plain": text }, metadata: {}, transient: { display_id: "x" } }, update);
write("first", false);
console.log("between");
write("last", true);
`;
  const path = join(import.meta.dirname, "../../notebooks/replaced.ts");
  const { cells } = await runNotebook(path, text);
  expect(cells[0].outputs).toEqual([
    { kind: "display", data: { "text/plain": "last" }, metadata: {} },
    { kind: "stream", name: "stdout", text: "between\n" },
  ]);
});
