import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPercent, type SourceCell, writePercent } from "../../src/notebook/percent-notebook.js";

const line = fc.oneof(
  fc.constantFrom("", "# Title", "const a = 1;", "// words", "  indented", "日本"),
  fc.string().map((text) => text.replace(/[\r\n]/g, " ").trimEnd()),
);
/** A line that is a mark in a file, as code or as a comment of words, cannot be held. */
const cell: fc.Arbitrary<SourceCell> = fc.record({
  kind: fc.constantFrom("markdown" as const, "code" as const),
  source: fc
    .array(line, { minLength: 1, maxLength: 6 })
    .map((lines) => lines.map((text) => text.replace(/^(?:\/\/ )?%%/, "")).join("\n")),
});

test("cells come back the same from percent format", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      expect(readPercent(writePercent(cells), "a.ts")).toEqual(cells);
    }),
  );
});

test("the text of the tour comes back the same from its cells", () => {
  const text = readFileSync(new URL("../../notebooks/00-tour.ts", import.meta.url), "utf8");
  expect(writePercent(readPercent(text, "00-tour.ts"))).toBe(text);
});

describe("what is not percent format is refused with its line", () => {
  test.each([
    ["words before the first cell", "1;\n", "a.ts:1: a notebook begins with"],
    ["a cell without an empty line before it", "// %%\n1;\n// %%\n2;\n", "a.ts:3: an empty line"],
    ["another mark", "// %% title\n1;\n", 'a.ts:1: a cell opens with "// %%"'],
    ["words that are no comment", "// %% [markdown]\nwords\n", "a.ts:2: words are comments"],
    ["no last line end", "// %%\n1;", "a.ts:2: the last line needs a line end"],
  ])("%s", (_, text, problem) => {
    expect(() => readPercent(text, "a.ts")).toThrow(problem);
  });

  test("code that would open a cell", () => {
    expect(() => writePercent([{ kind: "code", source: "1;\n// %%\n2;" }])).toThrow("split");
  });

  test("words that would open a cell", () => {
    expect(() => writePercent([{ kind: "markdown", source: "%%" }])).toThrow("reword it");
  });
});

test("line ends of Windows are read", () => {
  expect(readPercent("// %%\r\n1;\r\n", "a.ts")).toEqual([{ kind: "code", source: "1;" }]);
});
