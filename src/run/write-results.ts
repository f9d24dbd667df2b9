import { join } from "node:path";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { StudyResults } from "../records/results.js";
import type { StudyDetail } from "../records/study-detail.js";
import { csvLine } from "./csv.js";
import { writeWhole } from "./write-file.js";

/** The columns of results/scores.csv, in order. */
export const SCORE_COLUMNS = [
  "examinee",
  "origin",
  "system",
  "dimension",
  "support",
  "mean",
  "low",
  "high",
  "bound_low",
  "bound_high",
  "without_declined",
  "items",
  "judged",
  "declined",
  "unmeasured",
] as const;

/** Where a study keeps its items' readings. */
export const READINGS_FILE = "results/readings.jsonl";

/** Writes results/scores.csv (one row a score) and results/scores.json (everything). */
export function writeResults(folder: string, results: StudyResults): void {
  const lines = results.scores.map((score) =>
    csvLine([
      score.examinee,
      score.origin,
      score.system,
      score.dimension,
      score.support,
      score.mean,
      score.low,
      score.high,
      score.boundLow,
      score.boundHigh,
      score.withoutDeclined,
      score.items,
      score.judged,
      score.declined,
      score.unmeasured,
    ]),
  );
  const csv = [csvLine(SCORE_COLUMNS), ...lines, ""].join("\n");
  writeWhole(join(folder, "results/scores.csv"), csv);
  writeWhole(join(folder, "results/scores.json"), `${JSON.stringify(results, nanAsText, 1)}\n`);
}

/** Writes results/detail.json: items, readings and cases, for pages that show them when asked. */
export function writeDetail(folder: string, detail: StudyDetail): void {
  writeWhole(join(folder, "results/detail.json"), `${JSON.stringify(detail, nanAsText)}\n`);
}

/** Writes results/readings.jsonl: what each item showed of each examinee, for whoever draws items again. */
export function writeReadings(folder: string, rows: readonly ItemReadingsRow[]): void {
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  writeWhole(join(folder, READINGS_FILE), lines.join(""));
}

/** Undefined numbers are the text "NaN" in JSON; a missing score is null and stays so. */
export function nanAsText(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
