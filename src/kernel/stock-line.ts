import type * as TypeScript from "typescript";
import { type SourcePlace, tslabRequire } from "./tslab-modules.js";
import { placeThrough } from "./two-step-map.js";

/**
 * Which line of a cell a place in the stock kernel's compiled code comes from, both from 0. That kernel
 * keeps no source maps, so the cell is compiled once more as it does, without its types: lines come out
 * the same, columns do not (it writes `exports.` before the names of earlier cells).
 */
export function stockLine(source: string, compiled: SourcePlace): number | null {
  const ts = tslabRequire()("@tslab/typescript-for-tslab") as typeof TypeScript;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const last = file.statements.at(-1);
  const expression = last && ts.isExpressionStatement(last) ? last.getStart(file) : null;
  // The kernel exports every name, and the last expression: that adds a line in front.
  const named =
    expression === null ? source : insertAt(source, expression, "export const tsLastExpr = ");
  const names = file.statements.flatMap((statement) => namesOf(ts, statement));
  const options = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    newLine: ts.NewLineKind.LineFeed,
    noImplicitUseStrict: true,
    esModuleInterop: true,
    sourceMap: true,
  };
  const text = `export {};\n${named}\nexport {${names.join(", ")}}`;
  const first = ts.transpileModule(text, { compilerOptions: options });
  const inner = first.outputText.replace(/\/\/# sourceMappingURL=.*/, "");
  const commonJs = { ...options, module: ts.ModuleKind.CommonJS };
  const second = ts.transpileModule(inner, { compilerOptions: commonJs });
  const maps = [second.sourceMapText ?? "", first.sourceMapText ?? ""];
  return maps.includes("") ? null : (placeThrough(maps)(compiled)?.line ?? null);
}

function insertAt(text: string, position: number, part: string): string {
  return text.slice(0, position) + part + text.slice(position);
}

/** The names that a statement declares and the kernel exports. */
function namesOf(ts: typeof TypeScript, statement: TypeScript.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(ts, name));
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  )
    return statement.name ? [statement.name.text] : [];
  return [];
}

function boundNames(ts: typeof TypeScript, name: TypeScript.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(ts, element.name),
  );
}
