import { csvRows } from "./csv-rows.js";
import { RepliesFileError, readRepliesText } from "./read-replies-text.js";
import { type RawRow, type RecordedRow, recordedRows } from "./recorded-row.js";
import { textLines } from "./text-lines.js";

export interface ReadRepliesOptions {
  /** What to do with a row that cannot be used: `fail` (the default) throws, `skip` reports it. */
  readonly onBadRow?: "skip" | "fail";
}

/** A row that was not used. */
export interface BadRow {
  /** The line on which it begins; the first line of the file is 1. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly problem: string;
}

/** Everything that a file of replies held: what is used, and what is not. */
export interface RepliesFile {
  readonly file: string;
  readonly rows: readonly RecordedRow[];
  readonly bad: readonly BadRow[];
}

/** A row that was told apart from its neighbours, or what is wrong with it. */
type Told = { readonly line: number; readonly raw: RawRow | string };

/**
 * Reads replies that someone recorded, from `.jsonl` or `.csv`, plain or packed as `.gz`. Column
 * names: see `recordedRows`. In CSV the first row names the columns, `targets` are apart by
 * semicolons, and labels stand in columns such as `label_power` (-1, 0, 1, or empty where nobody
 * judged).
 *
 * Throws `RepliesFileError`: for a file that cannot be read, and for the first bad row unless bad
 * rows are skipped.
 */
export async function readReplies(
  file: string,
  options: ReadRepliesOptions = {},
): Promise<RepliesFile> {
  const kind = /\.(jsonl|csv)(\.gz)?$/i.exec(file)?.[1].toLowerCase();
  if (!kind)
    throw new RepliesFileError(file, null, "is of no known kind. Name it .jsonl or .csv (or .gz)");
  const text = readRepliesText(file);
  const rows: RecordedRow[] = [];
  const bad: BadRow[] = [];
  const told = boundedly(file, kind === "csv" ? fromCsv(file, text) : fromJsonl(text));
  for await (const { line, raw } of told) {
    const read = typeof raw === "string" ? raw : recordedRows(raw, line);
    if (typeof read !== "string") rows.push(...read);
    else if (options.onBadRow !== "skip") throw new RepliesFileError(file, line, read);
    else if (bad.length < MOST_BAD) bad.push({ line, problem: read });
    else throw new RepliesFileError(file, null, `has more than ${MOST_BAD} bad rows. Check it`);
  }
  return { file, rows, bad };
}

/** Bad rows are listed; a file that has more of them is no file of replies. */
const MOST_BAD = 100_000;

/** Says which file it is that has a line without an end. */
async function* boundedly(file: string, rows: AsyncIterable<Told>): AsyncGenerator<Told> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RepliesFileError(file, null, error.message, { cause: error });
  }
}

async function* fromJsonl(text: AsyncIterable<string>): AsyncGenerator<Told> {
  let line = 0;
  for await (const each of textLines(text)) {
    line++;
    if (each.trim() !== "") yield { line, raw: parse(each) };
  }
}

function parse(line: string): RawRow | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as RawRow;
    return `not an object: ${line.slice(0, 60)}. Write one {...} a line`;
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : error}). Write one {...} a line`;
  }
}

async function* fromCsv(file: string, text: AsyncIterable<string>): AsyncGenerator<Told> {
  let header: readonly string[] | null = null;
  for await (const { line, cells, problem } of csvRows(text)) {
    if (header === null) {
      header = problem ? null : cells.map((name) => name.trim());
      const trouble = problem ?? headerTrouble(header ?? []);
      if (trouble || !header) throw new RepliesFileError(file, line, String(trouble));
    } else if (problem) {
      yield { line, raw: problem };
    } else if (cells.length !== header.length) {
      const counts = `${cells.length} cells, but the first row names ${header.length} columns`;
      yield { line, raw: `${counts}. Quote cells that hold commas or line ends` };
    } else {
      yield { line, raw: named(header, cells) };
    }
  }
}

function headerTrouble(header: readonly string[]): string | null {
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `two columns have the name "${twice}". Rename one`;
  if (header.includes("labels"))
    return 'labels cannot share one CSV column. Give each its own, such as "label_power"';
  if (header.length === 1) return `only one column, "${header[0]}". Separate columns with commas`;
  return null;
}

const LABEL = "label_";

function named(header: readonly string[], cells: readonly string[]): RawRow {
  const pairs = header.map((name, index) => [name, cells[index]] as const);
  const labels = pairs
    .filter(([name]) => name.startsWith(LABEL))
    .map(([name, cell]) => [name.slice(LABEL.length), cell.trim()] as const);
  const rest = pairs.filter(([name]) => !name.startsWith(LABEL));
  return { ...Object.fromEntries(rest), labels: Object.fromEntries(labels) };
}
