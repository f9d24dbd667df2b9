import type { CompilerHooks } from "./compiler-hooks.js";
import type { CellConverter, CellDiagnostic, SourcePlace } from "./tslab-modules.js";
import { inlineMap, placeThrough } from "./two-step-map.js";

/** tslab's converter, with a memory of each cell: what it said, and where its lines come from. */
export interface CellCompiler {
  readonly converter: CellConverter;
  /** Names the cell that is compiled next, as stacks will name it, and its source as it was written. */
  begin(name: string, source: string): void;
  /** What the compiler had against the last cell. */
  diagnostics(): readonly CellDiagnostic[];
  /** The source of a cell. */
  sourceOf(name: string): string | null;
  /** The place in a cell's source that a place in its compiled code came from; both from 0. */
  placeIn(name: string, compiled: SourcePlace): SourcePlace | null;
}

interface CompiledCell {
  readonly source: string;
  place(compiled: SourcePlace): SourcePlace | null;
}

/** Cells before these are forgotten: a stack does not lead back into them. */
const KEPT_CELLS = 500;

/** Compiles through a converter and remembers what is needed to name the lines of the user. */
export function cellCompiler(stock: CellConverter, hooks: CompilerHooks): CellCompiler {
  const cells = new Map<string, CompiledCell>();
  let name = "";
  let source = "";
  let diagnostics: readonly CellDiagnostic[] = [];
  const convert: CellConverter["convert"] = (previous, code) => {
    const result = stock.convert(previous, code);
    diagnostics = result.diagnostics;
    const translation = hooks.lastTranslation();
    const mapped = translation !== null && translation.output === result.output;
    const first = mapped ? inlineMap(translation.input) : null;
    const through = mapped && first !== null ? placeThrough([translation.map, first]) : null;
    const lines = result.output?.split("\n").length ?? 0;
    // Behind the last line stands what tslab wraps around a cell.
    const place = (compiled: SourcePlace) =>
      compiled.line < lines ? (through?.(compiled) ?? null) : null;
    cells.set(name, { source, place });
    for (const old of cells.keys()) if (cells.size > KEPT_CELLS) cells.delete(old);
    if (result.output === undefined) return result;
    return { ...result, output: `${result.output}\n//# sourceURL=${name}` };
  };
  return {
    // A converter has getters and methods that belong together; all but one stay as they are.
    converter: Object.assign(Object.create(stock) as CellConverter, { convert }),
    begin: (next, written) => {
      name = next;
      source = written;
      diagnostics = [];
    },
    diagnostics: () => diagnostics,
    sourceOf: (cell) => cells.get(cell)?.source ?? null,
    placeIn: (cell, compiled) => cells.get(cell)?.place(compiled) ?? null,
  };
}
