import { csvTable } from "../records/csv-reader.js";
import { unguardedCell } from "../records/guarded-cell.js";
import type { DimensionId } from "../values/value-system.js";
import type { Culture, ValueProfile } from "./culture.js";

/** A line of the table that could not be used. */
export interface CultureProblem {
  /** Line of the text, from 1. */
  readonly line: number;
  /** The culture's id, or `null` where the line does not say. */
  readonly id: string | null;
  /** What is wrong, what arrived and what to do, in one line. */
  readonly why: string;
}

/** What a table of cultures held. */
export interface ParsedCultures {
  readonly cultures: readonly Culture[];
  /** Lines left out; the cultures on them are in no comparison and on no map. */
  readonly problems: readonly CultureProblem[];
}

/** Said where the head line of the table cannot be used. */
export class CultureTableError extends RangeError {
  override readonly name = "CultureTableError";
}

const LONGEST_CELL = 40;

/**
 * Cultures of your own, from CSV: a head line `id,name` and one column a dimension; optionally `scale` (`means` or
 * `ranks`) and standard errors in columns such as `power_error`. One line a culture. Use the newest means of one survey on
 * one scale; centre them on each person's mean where you can.
 *
 * A line that cannot be used is left out and told, not repaired: a missing mean is no 0, and a correlation over nine values is
 * not one over ten.
 *
 * @param text        the file
 * @param dimensions  the ids that must be there
 * @throws CultureTableError when the head line lacks a column or has one twice
 * @example
 * const text = "id,name,care,power\nATL,Atlantis,2,1\nMU,Mu,1\nLEM,Lemuria,,3";
 * const { cultures, problems } = parseCultures(text, ["care", "power"]);
 * cultures; // => [{ id: "ATL", name: "Atlantis", profile: { care: 2, power: 1 }, scale: "means" }]
 * problems[0].why; // => "has 3 cells where the head line has 4; add what is missing, or quote cells that hold commas"
 * problems[1].why; // => "has no number for care; left out, since a comparison needs all 2 values"
 * parseCultures("id,care", ["care", "power"]); // throws /line 1 lacks the columns name, power/
 */
export function parseCultures(text: string, dimensions: readonly DimensionId[]): ParsedCultures {
  const [head, ...rows] = csvTable(text.replace(/^\uFEFF/, ""));
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  checkHead(columns, dimensions);
  const cultures: Culture[] = [];
  const problems: CultureProblem[] = [];
  for (const { line, cells, problem } of rows) {
    const cell = (column: string) => unguardedCell(cells[columns.indexOf(column)] ?? "").trim();
    const id = cell("id");
    const told =
      problem ??
      raggedWhy(cells.length, columns.length) ??
      idWhy(id, cultures) ??
      numbersWhy(cell, dimensions);
    if (told === null) cultures.push(cultureOf(cell, columns, dimensions));
    else problems.push({ line, id: id === "" ? null : id, why: told });
  }
  return { cultures, problems };
}

function checkHead(columns: readonly string[], dimensions: readonly DimensionId[]): void {
  const wanted = ["id", "name", ...dimensions];
  const known = new Set([...wanted, "scale", ...dimensions.map((id) => `${id}_error`)]);
  const lacking = wanted.filter((column) => !columns.includes(column));
  if (lacking.length > 0)
    throw new CultureTableError(
      `line 1 lacks the columns ${lacking.join(", ")}; it must name ${wanted.join(", ")}`,
    );
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined)
    throw new CultureTableError(`line 1 has the column ${shown(twice)} twice; remove one`);
  const odd = columns.find((column) => !known.has(column));
  if (odd !== undefined)
    throw new CultureTableError(
      `line 1 has a column ${shown(odd)} that is not known; there may be ${[...known].join(", ")}`,
    );
}

function raggedWhy(found: number, wanted: number): string | null {
  if (found === wanted) return null;
  const fix = found < wanted ? "add what is missing, or quote" : "quote";
  return `has ${found} cells where the head line has ${wanted}; ${fix} cells that hold commas`;
}

function idWhy(id: string, before: readonly Culture[]): string | null {
  if (id === "") return "has no id; give it a short one of its own";
  if (before.some((culture) => culture.id === id))
    return `repeats the id ${shown(id)}; ids must differ`;
  return null;
}

function numbersWhy(
  cell: (column: string) => string,
  dimensions: readonly DimensionId[],
): string | null {
  const bare = dimensions.filter((id) => cell(id) === "");
  if (bare.length > 0)
    return `has no number for ${bare.join(", ")}; left out, since a comparison needs all ${dimensions.length} values`;
  const numbers = [...dimensions, ...dimensions.map((id) => `${id}_error`)];
  const odd = numbers.find((column) => cell(column) !== "" && numberOf(cell(column)) === null);
  if (odd !== undefined) return `has ${shown(cell(odd))} for ${odd}; write a number such as 0.52`;
  if (dimensions.every((id) => numberOf(cell(id)) === numberOf(cell(dimensions[0]))))
    return "has the same number everywhere, so its priorities have no order";
  const scale = cell("scale");
  if (!["", "means", "ranks"].includes(scale))
    return `has the scale ${shown(scale)}; write means or ranks`;
  return null;
}

function cultureOf(
  cell: (column: string) => string,
  columns: readonly string[],
  dimensions: readonly DimensionId[],
): Culture {
  const profileOf = (suffix: string): ValueProfile =>
    Object.fromEntries(dimensions.map((id) => [id, numberOf(cell(`${id}${suffix}`)) ?? 0]));
  const hasErrors = dimensions.every(
    (id) => columns.includes(`${id}_error`) && (numberOf(cell(`${id}_error`)) ?? -1) >= 0,
  );
  return {
    id: cell("id"),
    name: cell("name") === "" ? cell("id") : cell("name"),
    profile: profileOf(""),
    scale: cell("scale") === "ranks" ? "ranks" : "means",
    ...(hasErrors ? { standardErrors: profileOf("_error") } : {}),
  };
}

function numberOf(cell: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell)) return null;
  const value = Number(cell);
  return Math.abs(value) <= 1e6 ? value : null;
}

/** What a stranger wrote, on one line and not longer than needed. */
function shown(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, " ").slice(0, LONGEST_CELL);
  return `"${plain}"`;
}
