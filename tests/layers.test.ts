import { describe, expect, test } from "vitest";
import { roomFaults } from "./house/room-faults.js";
import { sourceFiles } from "./house/source-files.js";

test("every source file keeps the rules of the house", () => {
  const files = sourceFiles(["src"], /\.ts$/);
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(roomFaults)).toEqual([]);
});

test("scripts leave no work undone and stay under 400 lines", () => {
  const faults = sourceFiles(["scripts"], /\.m?js$/).filter(
    ({ text }) => /\b(TODO|FIXME)\b/.test(text) || text.split("\n").length > 400,
  );
  expect(faults.map(({ path }) => path)).toEqual([]);
});

describe("the rules notice", () => {
  const faultsOf = (text: string, path = "src/scoring/score.ts") => roomFaults({ path, text });

  test.each([
    ["an import from a room below", `import { run } from "../run/run.js";`, "not above it"],
    ["a type from a room below", `import type { Run } from "../run/run.js";`, "not above it"],
    ["a type named in place", `let x: import("../run/run.js").Run;`, "not above it"],
    ["an export from a room below", `export { run } from "../run/run.js";`, "not above it"],
    ["a late import from below", `const run = await import("../run/run.js");`, "not above it"],
    ["an import of the public entry", `import { run } from "../index.js";`, "not above it"],
    ["an import from the tests", `import { x } from "../../tests/x.js";`, "outside src"],
    ["files in a pure room", `import { readFileSync } from "node:fs";`, "imports node:fs"],
    ["files without a prefix in a pure room", `import fs from "fs";`, "imports fs"],
    ["a package in a pure room", `import { z } from "zod";`, "imports zod"],
    ["randomness of its own", "export const draw = () => Math.random();", "uses Math.random"],
    ["a clock", "export const now = () => Date.now();", "uses Date"],
    ["another clock", "export const now = () => new Date();", "uses Date"],
    ["the network", `export const page = () => fetch("http://x");`, "uses fetch"],
    ["the process", "export const key = () => process.env.KEY;", "uses process"],
    ["any", "export const x = (y: any) => y;", "says any"],
    ["any in disguise", "export const x = y as unknown as any;", "says any"],
    ["a default export", "export default 3;", "default export"],
    ["a default function", "export default function x() {}", "default export"],
    ["a default export by name", "const x = 3; export { x as default };", "default export"],
    ["an export of everything", `export * from "./other.js";`, "exports everything"],
    ["a file too long", "\n".repeat(400), "401 lines"],
    ["work undone", "// TODO: later", "leaves work undone"],
  ])("%s", (_, text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  test.each(["src/run/utils.ts", "src/run/helpers.ts", "src/run/common.ts", "src/run/misc.ts"])(
    "the file name %s",
    (path) => expect(faultsOf("", path)).toEqual([`${path} is named after no idea`]),
  );

  test("a file outside the rooms", () => {
    expect(faultsOf("", "src/attic/x.ts")).toEqual([
      "src/attic/x.ts stands in no room of the design",
    ]);
    expect(faultsOf("", "src/main.ts")).toHaveLength(1);
  });

  test("a heavy room in the browser's entry", () => {
    const text = `export { run } from "./run/run.js";`;
    expect(faultsOf(text, "src/browser.ts")).toHaveLength(1);
    expect(faultsOf(text, "src/index.ts")).toEqual([]);
  });
});

test("what is allowed passes", () => {
  const text = `
    import { mean } from "simple-statistics";
    import type { Item } from "../records/item.js";
    export interface Row { readonly process: string }
    export const row = { process: "x" };
    switch (row.process) { default: break; }
  `;
  expect(roomFaults({ path: "src/scoring/row.ts", text })).toEqual([]);
  const store = `import { readFileSync } from "node:fs"; export const now = () => Date.now();`;
  expect(roomFaults({ path: "src/run/store.ts", text: store })).toEqual([]);
});
