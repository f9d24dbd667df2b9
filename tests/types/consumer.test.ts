import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as TypeScript from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);
/** The compiler inside the notebook kernel, TypeScript 5.0.4. */
const ts: typeof TypeScript = require("@tslab/typescript-for-tslab");

/** As tslab compiles a cell: modules resolved the old way, CommonJS, not strict, types of Node only. */
const asTheKernel: TypeScript.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: 2 satisfies TypeScript.ModuleResolutionKind.Node10,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

function told(program: TypeScript.Program, isOurs: (path: string) => boolean): string[] {
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || isOurs(file.fileName))
    .map(({ file, start, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
      return `${file?.fileName.slice(root.length)}:${line + 1} ${text}`;
    });
}

test("the compiler under test is the kernel's", () => {
  expect(ts.version).toBe("5.0.4");
});

test.each([true, false])("a consumer compiles as in a cell, strict or not (%s)", (strict) => {
  const path = join(root, "tests/types/consumer.ts");
  const program = ts.createProgram([path], { ...asTheKernel, strict });
  const probes = told(program, (name) => name === path.replaceAll("\\", "/"));
  expect(probes).toEqual([]);
});

test("the declarations that ship are understood by TypeScript 5.0", () => {
  const declarations = ["index", "browser", "kernel/comms"].map((entry) =>
    join(root, `dist/${entry}.d.ts`),
  );
  const program = ts.createProgram(declarations, {
    ...asTheKernel,
    strict: true,
    skipLibCheck: false,
  });
  expect(
    told(program, (name) => name.includes("/dist/") && !name.includes("node_modules")),
  ).toEqual([]);
});
