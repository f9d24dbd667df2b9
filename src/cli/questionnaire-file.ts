import { readFileSync } from "node:fs";
import type { Statement } from "../examinees/closed-items.js";
import { LIKENESS } from "../examinees/closed-question.js";
import { InputError } from "../ports/input-error.js";
import { csvTable } from "../records/csv-reader.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";

const COLUMNS = ["text", "dimension", "keyed", "from", "to"];

/**
 * Reads a questionnaire of the user's own: a CSV with the columns `text`, `dimension`, `keyed` (1, or -1 for a sentence
 * that speaks against its value; 1 where left out) and, for another scale than 1 to 6, `from` and `to`.
 *
 * @throws InputError that names the line, what arrived and what to do
 */
export function questionnaireFile(path: string, system: ValueSystem): Statement[] {
  const [head, ...rows] = csvTable(textOf(path));
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const stranger = columns.find((column) => !COLUMNS.includes(column));
  if (!columns.includes("text") || !columns.includes("dimension") || stranger !== undefined)
    throw new InputError({
      where: `${path}: line 1`,
      problem: "must name the columns text and dimension, and may name keyed, from, to",
      arrived: columns.join(",").slice(0, 80) || "nothing",
      fix: "begin the file with: text,dimension,keyed",
    });
  if (rows.length === 0)
    throw new InputError({
      where: path,
      problem: "holds no sentence",
      arrived: null,
      fix: "give each sentence a row under the head",
    });
  return rows.map(({ line, cells, problem }) => {
    const bad = (what: string, arrived: string | null, fix: string) =>
      new InputError({ where: `${path}: line ${line}`, problem: what, arrived, fix });
    if (problem !== null || cells.length !== columns.length)
      throw bad(problem ?? "has another number of cells than the head", null, "mend the row");
    const cell = (name: string) => (cells[columns.indexOf(name)] ?? "").trim();
    return statementOf(cell, system, bad);
  });
}

function statementOf(
  cell: (name: string) => string,
  system: ValueSystem,
  bad: (what: string, arrived: string | null, fix: string) => InputError,
): Statement {
  const [text, dimension] = [cell("text"), cell("dimension")];
  if (text === "") throw bad("has no sentence", null, "write one in the column text");
  if (!dimensionIds(system).includes(dimension))
    throw bad(
      `names no dimension of ${system.id}`,
      dimension.slice(0, 40) || "nothing",
      `name one of ${dimensionIds(system).join(", ")}`,
    );
  const keyed = cell("keyed") === "" ? 1 : Number(cell("keyed"));
  if (keyed !== 1 && keyed !== -1)
    throw bad("has a key that is neither 1 nor -1", cell("keyed"), "write 1, or -1 for reversed");
  const number = (name: string, usual: number) => (cell(name) === "" ? usual : Number(cell(name)));
  const scale = { from: number("from", LIKENESS.from), to: number("to", LIKENESS.to) };
  if (!Number.isInteger(scale.from) || !Number.isInteger(scale.to) || scale.from >= scale.to)
    throw bad(
      "has no scale",
      `${cell("from")} to ${cell("to")}`,
      "give whole numbers, the lower one in from",
    );
  return { text, dimension, keyed, scale };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? null;
    throw new InputError(
      {
        where: "--questionnaire",
        problem: "names a file that cannot be read",
        arrived: `${path} (${code})`,
        fix: "check the path",
      },
      { cause: error },
    );
  }
}
