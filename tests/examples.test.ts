import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { type Example, examplesIn, runExample } from "./house/examples.js";
import { exportedFunctions } from "./house/exported-functions.js";
import { PURE_ROOMS } from "./house/room-faults.js";
import { type SourceFile, sourceFiles } from "./house/source-files.js";

const files = sourceFiles(["src"], /(?<!\.d)\.ts$/);
const withExamples = files.filter(({ text }) => examplesIn(text).length > 0);

/** What the package exports, what the modules that a module imports from here export, and what it exports itself. */
async function scopeOf({ path, text }: SourceFile): Promise<Record<string, unknown>> {
  const imported = ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(posix.dirname(path), name.replace(/\.js$/, ".ts")));
  const scope = { ...(await import("../src/index.js")) };
  for (const module of [...imported, path]) {
    Object.assign(scope, await import(fileURLToPath(new URL(`../${module}`, import.meta.url))));
  }
  return scope;
}

test.each(withExamples.map((file) => [file.path, file] as const))(
  "the examples in %s come true",
  async (path, file) => {
    const scope = await scopeOf(file);
    const wrong: string[] = [];
    for (const { line, code } of examplesIn(file.text)) {
      const checked = await runExample(code, scope).catch((error: Error) => error.message);
      if (typeof checked === "string") wrong.push(`${path}:${line}: ${checked}`);
      else if (checked === 0) wrong.push(`${path}:${line}: the example expects nothing`);
    }
    expect(wrong).toEqual([]);
  },
);

describe("documentation is complete", () => {
  const functionsIn = (rooms: readonly string[]) =>
    files.filter(({ path }) => rooms.includes(path.split("/")[1])).flatMap(exportedFunctions);

  test("every exported function of a pure room has a doc comment", () => {
    const bare = functionsIn(PURE_ROOMS).filter(({ doc }) => doc === "");
    expect(bare.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  test("every exported function of the rooms that compute has an example that runs", () => {
    const rooms = ["information", "scoring", "aggregation", "statistics"];
    const bare = functionsIn(rooms).filter(({ doc }) => !doc.includes("@example"));
    expect(bare.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  test("a function without a doc comment is noticed", () => {
    const text = `
      /** Told. */
      export function told(): void {}
      export function untold(): void {}
      /** Not in front of a function. */
      const between = 1;
      export const arrow = () => between;
      function hidden(): void {}
    `;
    const found = exportedFunctions({ path: "x.ts", text });
    expect(found.map(({ name, doc }) => [name, doc])).toEqual([
      ["told", "/** Told. */"],
      ["untold", ""],
      ["arrow", ""],
    ]);
  });
});

describe("an example is read", () => {
  test("from its tag to the next tag or the end of the comment", () => {
    const text = `
/**
 * Doubles.
 * @example
 * double(2); // => 4
 * @example
 * const three = 3;
 *
 * double(three); // => 6
 * @throws never
 */
export function double() {}

/** @example
 * double(1); // => 2 */
`;
    const found: Example[] = examplesIn(text).map(({ line, code }) => ({ line, code }));
    expect(found).toEqual([
      { line: 4, code: "double(2); // => 4" },
      { line: 6, code: "const three = 3;\n\ndouble(three); // => 6" },
      { line: 14, code: "double(1); // => 2" },
    ]);
  });
});

describe("an example that is true passes", () => {
  const scope = {
    third: () => 1 / 3,
    refuse: () => {
      throw new RangeError("alpha must be from 0 to 1: 1.2");
    },
  };

  test.each([
    ["a value", "1 + 1; // => 2"],
    ["a value within a tolerance", "third(); // => 0.3333 (± 1e-4)"],
    [
      "numbers inside objects within a tolerance",
      "({ a: [third()] }); // => { a: [0.333] } (± 1e-3)",
    ],
    ["NaN", "0 / 0; // => NaN"],
    ["no value", "null; // => null"],
    ["a typed list", "Float64Array.of(1, 2); // => [1, 2]"],
    ["an error", "refuse(); // throws /from 0 to 1: 1\\.2/"],
    ["statements before it", "const a: number = 1;\nconst b = {\n  a,\n};\nb.a; // => 1"],
    ["a promise", "Promise.resolve(4); // => 4"],
    ["text with slashes", `"// => 3".length; // => 7`],
  ])("%s", async (name, code) => {
    const run = runExample(code, scope);
    if (name === "text with slashes") await expect(run).resolves.toBe(1);
    else await expect(run).resolves.toBeGreaterThan(0);
  });
});

describe("an example that is false fails", () => {
  const scope = {
    half: () => 0.5,
    refuse: () => {
      throw new RangeError("alpha must be from 0 to 1: 1.2");
    },
  };

  test.each([
    ["a wrong value", "half(); // => 0.6", "half(); gave 0.5, the example says 0.6"],
    ["a value outside its tolerance", "half(); // => 0.502 (± 1e-3)", "gave 0.5"],
    ["a wrong key", "({ a: 1 }); // => { b: 1 }", 'gave {"a":1}, the example says {"b":1}'],
    ["a missing key", "({ a: 1 }); // => { a: 1, b: 2 }", "gave"],
    ["a list for an object", "[]; // => {}", "gave []"],
    ["a number for its text", `"1"; // => 1`, 'gave "1"'],
    ["nothing for null", "undefined; // => null", "gave undefined"],
    ["a wrong error text", "refuse(); // throws /at most 1/", 'threw "alpha must be from 0 to 1'],
    ["an error that does not come", "half(); // throws /half/", "threw nothing"],
    ["an error that is not announced", "refuse();\nhalf(); // => 0.5", "alpha must be from 0"],
    ["a misspelt name", "hafl(); // => 0.5", "hafl is not defined"],
    ["a misspelt name that is to throw", "refsue(); // throws /refsue/", "refsue is not defined"],
    ["a value that is no code", "half(); // => about half", "about is not defined"],
    [
      "an expectation on a line of its own",
      "half();\n// => 0.5",
      "write each behind its statement",
    ],
  ])("%s", async (_, code, message) => {
    await expect(runExample(code, scope)).rejects.toThrow(message);
  });
});
