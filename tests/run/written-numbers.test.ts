import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRows } from "../../src/examinees/csv-rows.js";
import { csvLine } from "../../src/run/csv.js";
import { nanAsText } from "../../src/run/write-results.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 5000 : 300;

async function readBack(line: string): Promise<readonly string[]> {
  const rows = [];
  for await (const row of csvRows([line])) rows.push(row);
  expect(rows).toHaveLength(1);
  expect(rows[0].problem).toBeNull();
  return rows[0].cells;
}

describe("A7: a line of CSV", () => {
  test(`${RUNS} random texts and numbers are read back as they were`, async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('a "b" c', "a,b", "a\nb", "a\r\nb", 'ends in a quote"', " blank "),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 5 }), async (cells) => {
        const back = await readBack(csvLine(cells));
        expect(back).toHaveLength(cells.length);
        for (const [n, text] of back.entries())
          expect([String(cells[n]), `'${cells[n]}`]).toContain(text);
      }),
      { numRuns: RUNS },
    );
  });

  test("what a spreadsheet would compute begins with an apostrophe; numbers stay numbers", () => {
    const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"];
    const hidden = ["\u200b=1", "\ufeff=1", " =1", "\u00a0-2", "\uff1d1", "\uff0b1", "\uff20A"];
    for (const text of [...formulas, ...hidden]) {
      const line = csvLine([text]);
      expect(line.replace(/^"/, "").startsWith("'"), JSON.stringify(text)).toBe(true);
    }
    expect(csvLine([-0.5, 1e-7, -3, null, Number.NaN])).toBe("-0.5,1e-7,-3,,NaN");
    expect(csvLine(["sim:o3-mini", "a-b", "1=1", "'x"])).toBe("sim:o3-mini,a-b,1=1,'x");
  });
});

describe("numbers in JSON", () => {
  test("undefined ones are the text NaN, missing ones null, all others themselves", () => {
    const written = JSON.stringify(
      { a: Number.NaN, b: null, c: 0, d: -0.25, e: [Infinity, -Infinity] },
      nanAsText,
    );
    expect(written).toBe('{"a":"NaN","b":null,"c":0,"d":-0.25,"e":["Infinity","-Infinity"]}');
  });
});
