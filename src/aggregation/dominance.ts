import { checkNumbers, checkTable } from "../statistics/check-argument.js";

/**
 * Whether one profile is at least as high as another on every dimension and higher on one: then no
 * set of weights whatever can put it behind under the weighted mean, and no welfare rule here
 * either.
 *
 * Source: math 3 (Pareto).
 *
 * @param a  any finite numbers
 * @param b  as many as `a`
 * @throws ArgumentError when the two differ in length or a number is not finite
 * @example
 * dominates([2, 3], [2, 1]); // => true
 * dominates([2, 3], [3, 1]); // => false
 * dominates([2, 3], [2, 3]); // => false
 */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  checkNumbers("a", a);
  checkNumbers("b", b, { count: a.length });
  return a.every((score, k) => score >= b[k]) && a.some((score, k) => score > b[k]);
}

/** Who leaves an examinee behind whatever matters to you, and whom it leaves behind. */
export interface Dominance {
  /** Rows that are dominated by this one. */
  readonly dominates: readonly number[];
  /** Rows that dominate this one; with one or more of them, this row is first under no weights. */
  readonly dominatedBy: readonly number[];
}

/**
 * Every examinee's place in the Pareto order. Few pairs are ordered when dimensions are many: what
 * is left open is what weights decide.
 *
 * Source: math 3 (Pareto).
 *
 * @param table  examinees by dimensions, any finite numbers
 * @returns one entry a row, with row numbers from 0
 * @throws ArgumentError when rows differ in length or a number is not finite
 * @example
 * paretoDominance([[3, 3], [1, 2], [4, 0]])[1].dominatedBy; // => [0]
 * paretoDominance([[3, 3], [1, 2], [4, 0]])[2]; // => { dominates: [], dominatedBy: [] }
 */
export function paretoDominance(table: readonly (readonly number[])[]): Dominance[] {
  checkTable("table", table);
  const rows = table.map((_, at) => at);
  return table.map((own) => ({
    dominates: rows.filter((other) => dominates(own, table[other])),
    dominatedBy: rows.filter((other) => dominates(table[other], own)),
  }));
}
