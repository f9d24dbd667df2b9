import type { WelfareRow } from "../records/results.js";
import { type Welfare, welfareRule } from "./welfare-rules.js";

/** The columns of a `WelfareRow` that hold the number of a welfare rule. */
export type WelfareColumn = keyof Pick<WelfareRow, "weightedMean" | "rawls" | "nash">;

/**
 * The welfare rules that every study reports, with equal weights, by the column that each fills.
 */
export const reportedWelfare: Readonly<Record<WelfareColumn, Welfare>> = {
  weightedMean: welfareRule("utilitarian"),
  rawls: welfareRule("rawls"),
  nash: welfareRule("nash"),
};
