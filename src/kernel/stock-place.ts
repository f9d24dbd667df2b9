import type * as TypeScript from "typescript";
import { type SourcePlace, tslabRequire } from "./tslab-modules.js";
import { placeThrough } from "./two-step-map.js";

const LAST = "export const tsLastExpr = ";

/**
 * Where in a cell a place in the stock kernel's compiled code comes from. That kernel keeps no source
 * maps, so the cell is compiled once more as it does, without its types; both places from 0.
 */
export function stockPlace(source: string, compiled: SourcePlace): SourcePlace | null {
  const ts = tslabRequire()("@tslab/typescript-for-tslab") as typeof TypeScript;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
  const last = file.statements.at(-1);
  const expression = last && ts.isExpressionStatement(last) ? last.getStart(file) : null;
  const named = expression === null ? source : insertAt(source, expression, LAST);
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
  const place = maps.includes("") ? null : placeThrough(maps)(compiled);
  if (place === null || expression === null) return place;
  const { line, character } = file.getLineAndCharacterOfPosition(expression);
  const shift = place.line === line && place.character > character ? LAST.length : 0;
  return { line: place.line, character: Math.max(character, place.character - shift) };
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
