/** One record of a CSV file: its cells, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with it, or `null`. */
  readonly problem: string | null;
}

/** Reads CSV piece by piece. */
export interface CsvReader {
  /** The records that this piece completes. */
  read(chunk: string): CsvRow[];
  /** The record that the end of the text completes, if there is one. */
  end(): CsvRow | null;
}

/**
 * Reads CSV as RFC 4180 has it: cells apart by commas, records by line ends (LF, CRLF or CR); a
 * cell in double quotes may hold commas, line ends and doubled quotes. Empty lines are skipped.
 * Every cell is plain text: nothing that looks like a formula is ever computed.
 */
export function csvReader(): CsvReader {
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let begins = 1;
  let problem: string | null = null;
  // Where we are: at the start of a cell, in a bare one, in a quoted one, or just behind a quote in
  // it.
  let state: "start" | "bare" | "quoted" | "quote" = "start";
  let afterReturn = false;

  const endRecord = (): CsvRow | null => {
    const blank = cells.length === 0 && cell === "" && state === "start" && !problem;
    const row = blank ? null : { line: begins, cells: [...cells, cell], problem };
    cells = [];
    cell = "";
    problem = null;
    state = "start";
    return row;
  };

  const read = (chunk: string): CsvRow[] => {
    const rows: CsvRow[] = [];
    for (const character of chunk) {
      const secondHalf = afterReturn && character === "\n";
      afterReturn = character === "\r";
      if (state === "quoted") {
        if (character === '"') state = "quote";
        else cell += character;
        if (character === "\n" ? !secondHalf : character === "\r") line++;
      } else if (state === "quote" && character === '"') {
        cell += '"';
        state = "quoted";
      } else if (character === ",") {
        cells.push(cell);
        cell = "";
        state = "start";
      } else if (character === "\n" || character === "\r") {
        if (secondHalf) {
          begins = line;
          continue;
        }
        const row = endRecord();
        line++;
        begins = line;
        if (row) rows.push(row);
      } else if (character === '"' && state === "start") {
        state = "quoted";
      } else {
        if (state === "quote" || character === '"')
          problem ??= "a quote stands in the middle of a cell: double it, and quote the whole cell";
        cell += character;
        state = "bare";
      }
    }
    return rows;
  };

  const end = (): CsvRow | null => {
    if (state === "quoted") problem = "a quoted cell never ends: close it with a double quote";
    return endRecord();
  };

  return { read, end };
}

/**
 * All records of a text.
 *
 * @example
 * csvTable('a,b\n1,"2,5"').map(({ cells }) => cells); // => [["a", "b"], ["1", "2,5"]]
 */
export function csvTable(text: string): CsvRow[] {
  const reader = csvReader();
  const rows = reader.read(text);
  const last = reader.end();
  return last === null ? rows : [...rows, last];
}
