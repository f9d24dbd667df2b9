/** A cell of a table; `null` where nothing was measured. */
export type TableCell = string | number | boolean | null;

/** Options of tables. */
export interface TableOptions {
  /** Stands above the table. */
  readonly caption?: string;
  /** Decimals of numbers that are not whole; three significant digits unless told. */
  readonly digits?: number;
  /** Rows shown; the rest is counted in the last line. 60 unless told. */
  readonly rows?: number;
}

/** A page of notebook; more than this nobody reads in a cell. */
export const ROWS_SHOWN = 60;
