import { type NotebookCell, writeNotebook } from "./notebook-document.js";
import { readPercent, type SourceCell, writePercent } from "./percent-notebook.js";

interface RawCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly unknown[];
}

/**
 * The text of the .ipynb with the cells of a source, without running any: a cell whose code stands in
 * the known notebook keeps its outputs, another has none.
 *
 * @param known  the .ipynb so far; empty for none
 */
export function syncNotebook(source: string, known: string, where: string): string {
  const cells = readPercent(source, where).map((cell): NotebookCell => ({ ...cell, outputs: [] }));
  const old = known === "" ? [] : rawCells(known, where);
  const document = JSON.parse(writeNotebook(cells)) as { cells: RawCell[] };
  const merged = document.cells.map((cell) => {
    const at = old.findIndex((one) => one.cell_type === cell.cell_type && isSame(one, cell));
    if (at < 0 || cell.outputs === undefined) return cell;
    const [{ outputs = [] }] = old.splice(at, 1);
    return { ...cell, outputs };
  });
  return `${JSON.stringify({ ...document, cells: merged }, null, 1)}\n`;
}

/**
 * The percent source with the cells of an .ipynb, for a notebook that was edited in Jupyter.
 *
 * @throws SyntaxError for a cell that the format cannot hold
 */
export function sourceOfNotebook(known: string, where: string): string {
  const cells = rawCells(known, where).flatMap((cell): SourceCell[] => {
    if (cell.cell_type !== "code" && cell.cell_type !== "markdown") return [];
    return [{ kind: cell.cell_type, source: textOf(cell) }];
  });
  return writePercent(cells);
}

function rawCells(text: string, where: string): RawCell[] {
  try {
    const { cells } = JSON.parse(text) as { cells?: unknown };
    if (Array.isArray(cells)) return cells as RawCell[];
  } catch (cause) {
    throw new SyntaxError(`${where}: is no notebook, its text is no JSON`, { cause });
  }
  throw new SyntaxError(`${where}: is no notebook, it has no list of cells`);
}

function isSame(a: RawCell, b: RawCell): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ source }: RawCell): string {
  return typeof source === "string" ? source : source.join("");
}
