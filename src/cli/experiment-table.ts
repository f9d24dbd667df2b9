import { type TextColumn, textTable } from "./text-table.js";

/** A table for a terminal from a list of named columns; the first so many stand left. */
export function experimentTable(
  heading: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  leftColumns = 1,
): string {
  const columns: TextColumn[] = titles.map((title, k) => ({
    title,
    align: k < leftColumns ? "left" : "right",
  }));
  return `${heading}\n${textTable(columns, rows)}`;
}

/** A number with so many digits; a dash where there is none. */
export function fixed(value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? "-"
    : value.toFixed(digits);
}

/** An interval: `0.10 to 0.20`. */
export function between(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  digits = 2,
): string {
  return low === null || high === null ? "-" : `${fixed(low, digits)} to ${fixed(high, digits)}`;
}

/** A p-value as people read it. */
export function shownP(p: number | null): string {
  if (p === null || Number.isNaN(p)) return "-";
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}
