import { ArgumentError } from "./argument-error.js";

/** What a number may be. Without bounds: any finite number up to 1e100 in size, so that squares and sums stay finite. */
export interface NumberRule {
  /** The lowest value allowed. */
  readonly from?: number;
  /** The highest value allowed. */
  readonly to?: number;
  /** A value that must be exceeded. */
  readonly above?: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

/** Beyond this size a square or a product of sums would overflow. */
const LARGEST = 1e100;

/** Fits a rule into words: `must be a whole number from 0 to 4`. */
function rule({ from, to, above, whole }: NumberRule): string {
  const kind = whole ? "a whole number" : "a finite number";
  const low = above === undefined ? (from === undefined ? "" : ` from ${from}`) : ` above ${above}`;
  const high = to === undefined ? (low === "" || above !== undefined ? "" : " up") : ` to ${to}`;
  return `must be ${kind}${low}${high}`;
}

/**
 * Refuses a number that a formula is not defined for.
 *
 * @throws ArgumentError
 * @example
 * checkNumber("alpha", 0.5, { from: 0, to: 1 }); // => 0.5
 * checkNumber("alpha", 1.2, { from: 0, to: 1 }); // throws /alpha must be a finite number from 0 to 1: 1.2/
 * checkNumber("samples", 2.5, { from: 1, whole: true }); // throws /samples must be a whole number from 1 up: 2.5/
 */
export function checkNumber(argument: string, value: number, limits: NumberRule = {}): number {
  const { from = -LARGEST, to = LARGEST, above = -Infinity, whole = false } = limits;
  const fits = value >= from && value <= to && value > above;
  if (!fits || (whole && !Number.isInteger(value)))
    throw new ArgumentError(argument, rule(limits), value);
  return value;
}

/** How many numbers there must be, and what each may be. */
export interface NumbersRule extends NumberRule {
  readonly least?: number;
  readonly count?: number;
}

/**
 * Refuses a list of numbers that a formula is not defined for.
 *
 * @throws ArgumentError naming the place
 * @example
 * checkNumbers("scores", [1, 2]); // => [1, 2]
 * checkNumbers("scores", []); // throws /scores must hold at least 1 number: \[\]/
 * checkNumbers("scores", [1, NaN]); // throws /scores\[1\] must be a finite number: NaN/
 * checkNumbers("y", [1], { count: 2 }); // throws /y must hold 2 numbers: \[1\]/
 */
export function checkNumbers(
  argument: string,
  values: readonly number[],
  limits: NumbersRule = {},
): readonly number[] {
  const { least = 1, count } = limits;
  const number = (many: number) => `${many} number${many === 1 ? "" : "s"}`;
  if (!Array.isArray(values)) throw new ArgumentError(argument, "must be a list", values);
  if (count !== undefined && values.length !== count)
    throw new ArgumentError(argument, `must hold ${number(count)}`, values);
  if (values.length < least)
    throw new ArgumentError(argument, `must hold at least ${number(least)}`, values);
  for (let at = 0; at < values.length; at++) checkNumber(`${argument}[${at}]`, values[at], limits);
  return values;
}

/** How many rows and columns a table must have, and what each number may be. */
export interface TableRule extends NumberRule {
  readonly leastRows?: number;
  readonly leastColumns?: number;
  readonly rows?: number;
  readonly columns?: number;
}

/**
 * Refuses a table whose rows differ in length, or whose numbers a formula is not defined for.
 *
 * @throws ArgumentError naming the place
 * @example
 * checkTable("rows", [[1, 2], [3, 4]]); // => [[1, 2], [3, 4]]
 * checkTable("rows", [[1, 2], [3]]); // throws /rows\[1\] must hold 2 numbers: \[3\]/
 * checkTable("rows", [[1]], { leastRows: 2 }); // throws /rows must have at least 2 rows/
 */
export function checkTable(
  argument: string,
  table: readonly (readonly number[])[],
  limits: TableRule = {},
): readonly (readonly number[])[] {
  const { leastRows = 1, leastColumns = 1, rows } = limits;
  if (!Array.isArray(table)) throw new ArgumentError(argument, "must be a list of rows", table);
  if (rows !== undefined && table.length !== rows)
    throw new ArgumentError(argument, `must have ${rows} rows`, table);
  if (table.length < leastRows)
    throw new ArgumentError(argument, `must have at least ${leastRows} rows`, table);
  const columns = limits.columns ?? table[0]?.length ?? 0;
  for (let at = 0; at < table.length; at++)
    checkNumbers(`${argument}[${at}]`, table[at], {
      ...limits,
      least: leastColumns,
      count: at === 0 && limits.columns === undefined ? undefined : columns,
    });
  return table;
}
