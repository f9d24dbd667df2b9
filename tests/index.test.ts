import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The modules that loading a file loads: relative ones by path from the root, packages by name. */
function graphOf(entry: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const file = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), 99, true);
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      if (isTypeOnly(statement) || !statement.moduleSpecifier) continue;
      const name = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (!name.startsWith(".")) seen.add(name);
      else visit(posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    }
  };
  visit(entry);
  return seen;
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

const packagesOf = (entry: string) =>
  [...graphOf(entry)].filter((name) => !name.startsWith("src/"));

describe("the browser's entry", () => {
  test("loads no module of Node, and only the packages of the pure rooms", () => {
    expect(packagesOf("src/browser.ts").sort()).toEqual([
      "jstat",
      "ml-matrix",
      "simple-statistics",
    ]);
  });
});

describe("the public entry", () => {
  test("loads nothing that only notebooks or training need", () => {
    const loaded = packagesOf("src/index.ts");
    for (const heavy of ["danfojs", "plotly.js-dist", "tslab", "zeromq", "typescript", "vitest"])
      expect(loaded).not.toContain(heavy);
    expect([...graphOf("src/index.ts")].filter((path) => path.includes("/training/"))).toEqual([]);
  });

  test("has everything that the browser's entry has", async () => {
    const index = await import("../src/index.js");
    const browser = await import("../src/browser.js");
    expect(Object.keys(index)).toEqual(expect.arrayContaining(Object.keys(browser)));
  });

  test("waits for nothing while it loads, so that a notebook can require it", () => {
    const loaded = [...graphOf("src/index.ts")].filter((path) => path.startsWith("src/"));
    expect(loaded.filter(isWaiting)).toEqual([]);
  });
});

describe("the entry of comms", () => {
  test("loads no package and none of the instrument, and waits for nothing", () => {
    expect(packagesOf("src/kernel/comms.ts").filter((name) => !name.startsWith("node:"))).toEqual(
      [],
    );
    const rooms = [...graphOf("src/kernel/comms.ts")].filter((path) => path.startsWith("src/"));
    expect(new Set(rooms.map((path) => path.split("/")[1]))).toEqual(new Set(["kernel"]));
    expect(rooms.filter(isWaiting)).toEqual([]);
  });
});

describe("what an entry exports mentions only types that it exports too", () => {
  const entries = ["src/index.ts", "src/browser.ts", "src/kernel/comms.ts"];
  const paths = entries.map((entry) => join(root, entry));
  const program = ts.createProgram(paths, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  });

  test.each(entries)("%s", (entry) => {
    expect(missingTypes(program, join(root, entry))).toEqual([]);
  });
});

/** Whether a source file awaits while it loads. */
function isWaiting(path: string): boolean {
  const text = readFileSync(join(root, path), "utf8");
  return ts.createSourceFile(path, text, 99, true).statements.some(waits);
}

/** Whether a statement awaits outside every function. */
function waits(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  return ts.forEachChild(node, (child) => waits(child) || undefined) ?? false;
}

/** Names that the exported declarations mention and the module does not export. */
function missingTypes(program: ts.Program, path: string): readonly string[] {
  const checker = program.getTypeChecker();
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const file = program.getSourceFile(path) as ts.SourceFile;
  const module = checker.getSymbolAtLocation(file) as ts.Symbol;
  const exported = new Set(checker.getExportsOfModule(module).map(real));
  const missing = new Set<string>();
  for (const symbol of exported)
    for (const declaration of symbol.declarations ?? [])
      for (const name of mentioned(declaration)) {
        const found = checker.getSymbolAtLocation(name);
        const target = found && real(found);
        const home = target?.declarations?.[0];
        if (!target || !home || !isOurs(home.getSourceFile().fileName)) continue;
        if (ts.isTypeParameterDeclaration(home) || exported.has(target)) continue;
        missing.add(`${symbol.name} mentions ${target.name}`);
      }
  return [...missing].sort();
}

function isOurs(path: string): boolean {
  return path.includes("/src/") && !path.includes("/node_modules/");
}

/** The type names that a declaration shows to the outside: not those inside a function's body. */
function mentioned(declaration: ts.Declaration): readonly ts.Identifier[] {
  const names: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) return;
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) {
      if (node.type) visit(node.type);
      return;
    }
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.push(node.typeName);
    if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression))
      if (ts.isHeritageClause(node.parent)) names.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return names;
}
