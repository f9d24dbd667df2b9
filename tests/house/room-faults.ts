import { posix } from "node:path";
import ts from "typescript";
import type { SourceFile } from "./source-files.js";

/** The rooms of the house, top to bottom: a room imports only from itself and from rooms above it. */
export const ROOMS = [
  "values",
  "records",
  "random",
  "statistics",
  "information",
  "scoring",
  "aggregation",
  "culture",
  "facts",
  "catalogue",
  "figures",
  "ports",
  "oracles",
  "endpoints",
  "examinees",
  "recognizer",
  "generator",
  "run",
  "experiments",
  "dashboard",
  "kernel",
  "notebook",
  "cli",
];

/** Rooms of numbers in and numbers out, which also run in a browser: all down to figures. */
export const PURE_ROOMS = ROOMS.slice(0, ROOMS.indexOf("figures") + 1);

const ENTRIES = ["src/index.ts", "src/browser.ts"];
const PURE_PACKAGES = ["simple-statistics", "ml-matrix", "jstat"];
const IMPURE_GLOBALS = new Set([
  "process",
  "Date",
  "fetch",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "Buffer",
  "globalThis",
  "require",
]);

/** What a file does against the rules of the house, one sentence each. */
export function roomFaults({ path, text }: SourceFile): readonly string[] {
  const faults: string[] = [];
  const room = path.split("/")[1];
  const isEntry = ENTRIES.includes(path);
  if (!isEntry && !ROOMS.includes(room)) faults.push(`${path} stands in no room of the design`);
  const isPure = PURE_ROOMS.includes(room) || path === "src/browser.ts";
  for (const { fileName } of ts.preProcessFile(text).importedFiles)
    faults.push(...importFaults(path, fileName, isPure));
  const lines = text.split("\n").length;
  // The entries are lists to look things up in, not texts to read.
  if (lines > 400 && !isEntry) faults.push(`${path} has ${lines} lines; 400 is the ceiling`);
  if (/^(utils?|helpers?|common|misc)\.ts$/.test(posix.basename(path)))
    faults.push(`${path} is named after no idea`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(posix.basename(path)))
    faults.push(`${path} is not in kebab-case`);
  if (/\b(TODO|FIXME)\b/.test(text)) faults.push(`${path} leaves work undone`);
  faults.push(...syntaxFaults(path, text, isPure));
  return faults;
}

function importFaults(path: string, imported: string, isPure: boolean): readonly string[] {
  if (!imported.startsWith(".")) {
    if (!isPure || PURE_PACKAGES.includes(imported)) return [];
    return [`${path} is pure and imports ${imported}`];
  }
  const target = posix.join(posix.dirname(path), imported);
  const room = path.split("/")[1];
  const targetRoom = target.split("/")[1];
  if (!target.startsWith("src/")) return [`${path} imports ${target}, outside src`];
  if (ENTRIES.includes(path)) {
    const heavy = path === "src/browser.ts" && !PURE_ROOMS.includes(targetRoom);
    return heavy ? [`${path} is pure and imports ${target}`] : [];
  }
  if (ROOMS.indexOf(targetRoom) > ROOMS.indexOf(room) || !ROOMS.includes(targetRoom))
    return [`${path} imports ${target}, which is not above it`];
  return [];
}

function syntaxFaults(path: string, text: string, isPure: boolean): readonly string[] {
  const faults: string[] = [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    const place = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${place} says any`);
    // A .d.ts file describes another package, whose exports are as they are.
    if (isDefaultExport(node) && !path.endsWith(".d.ts"))
      faults.push(`${place} has a default export`);
    if (ts.isExportDeclaration(node) && !node.exportClause && !isWholeBrowser(path, node))
      faults.push(`${place} exports everything; name what is public`);
    if (isPure && isImpure(node)) faults.push(`${place} is pure and uses ${node.getText(file)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** The package has all that its browser's entry has; naming it twice would be two lists to keep. */
function isWholeBrowser(path: string, { moduleSpecifier }: ts.ExportDeclaration): boolean {
  return path === "src/index.ts" && moduleSpecifier?.getText() === '"./browser.js"';
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  const isDefault = node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent);
  return ts.isExportAssignment(node) || isDefault;
}

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.expression.getText() === "Math" && node.name.text === "random";
  if (!ts.isIdentifier(node) || !IMPURE_GLOBALS.has(node.text)) return false;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey =
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node;
  return !isMember && !isKey;
}
