import ts from "typescript";
import type { SourceFile } from "./source-files.js";

/** An exported function and the doc comment in front of it; empty where there is none. */
export interface ExportedFunction {
  readonly path: string;
  readonly name: string;
  readonly doc: string;
}

/** The functions that a file exports, declared or assigned; overloads count as one. */
export function exportedFunctions({ path, text }: SourceFile): readonly ExportedFunction[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const docs = new Map<string, string>();
  for (const statement of file.statements) {
    if (!isExported(statement)) continue;
    for (const name of functionNames(statement))
      docs.set(name, (docs.get(name) ?? "") + docOf(statement, text));
  }
  return [...docs].map(([name, doc]) => ({ path, name, doc }));
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function functionNames(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? "default"];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer))
    .map(({ name }) => name.getText());
}

function docOf(statement: ts.Statement, text: string): string {
  return (ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [])
    .map(({ pos, end }) => text.slice(pos, end))
    .filter((comment) => comment.startsWith("/**"))
    .join("\n");
}
