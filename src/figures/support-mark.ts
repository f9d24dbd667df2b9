import type { Score } from "../records/score.js";
import type { Support } from "../records/verdict.js";
import type { DimensionId, SystemId } from "../values/value-system.js";

/** The sign that stands behind a dimension's name, and what it means. */
export const supportMarks: Readonly<Record<Support, { mark: string; meaning: string }>> = {
  measured: { mark: "", meaning: "checked against people's labels" },
  transfer: { mark: "†", meaning: "checked on another kind of text, or not for its sign" },
  authored: { mark: "‡", meaning: "rests on text written for the purpose" },
  unvalidated: { mark: "§", meaning: "no human labels exist, read by definition only" },
};

/** Best backed first. */
const GRADES: readonly Support[] = ["measured", "transfer", "authored", "unvalidated"];

/**
 * The support grade to print beside a dimension: where its scores differ, the weakest of them.
 *
 * @returns `null` where the dimension has no score
 */
export function dimensionSupport(
  scores: readonly Score[],
  system: SystemId,
  dimension: DimensionId,
): Support | null {
  const found = scores
    .filter((score) => score.system === system && score.dimension === dimension)
    // Of scores that somebody else published we know no grade.
    .filter(({ origin }) => origin !== "published")
    .map((score) => GRADES.indexOf(score.support));
  return found.length === 0 ? null : GRADES[Math.max(...found)];
}

/** The legend of the marks in use; empty where every grade is `measured`. */
export function supportLegend(grades: readonly (Support | null)[]): string {
  const used = GRADES.filter((grade) => grade !== "measured" && grades.includes(grade));
  if (used.length === 0) return "";
  const entries = used.map((grade) => {
    const { mark, meaning } = supportMarks[grade];
    return `${mark} ${grade}: ${meaning}`;
  });
  return `${entries.join("; ")}.`;
}
