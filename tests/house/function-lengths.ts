import ts from "typescript";
import type { SourceFile } from "./source-files.js";

/** A function with the lines that are its own: functions that it names inside count for themselves. */
export interface FunctionLength {
  readonly where: string;
  readonly lines: number;
}

/** Every function of a file that has a body, with its own lines. */
export function functionLengths({ path, text }: SourceFile): readonly FunctionLength[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: FunctionLength[] = [];
  const lineOf = (place: number) => file.getLineAndCharacterOfPosition(place).line;
  const all = (node: ts.Node) => lineOf(node.end) - lineOf(node.getStart(file)) + 1;
  const inside = (node: ts.Node): number => {
    let lines = 0;
    ts.forEachChild(node, (child) => {
      lines += isNamedFunction(child) ? all(child) : inside(child);
    });
    return lines;
  };
  const visit = (node: ts.Node): void => {
    if (isNamedFunction(node))
      found.push({ where: `${path}: ${nameOf(node)}`, lines: all(node) - inside(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Declared, a method, or given a name by a variable or a key; what is passed on the spot belongs to its owner. */
function isNamedFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node))
    return node.body !== undefined;
  if (ts.isConstructorDeclaration(node) || ts.isGetAccessor(node)) return node.body !== undefined;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent);
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const named = node.name ?? (node.parent as ts.VariableDeclaration | ts.PropertyAssignment).name;
  return named.getText();
}
