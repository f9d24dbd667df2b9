import { mean } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";
import { ranks } from "../statistics/ranks.js";
import { zScore } from "../statistics/z-score.js";
import type { MaybeScore } from "./welfare-result.js";

/** How the scores of one dimension are made comparable with those of another before they are combined. */
export const scalings = [
  {
    id: "raw",
    name: "As scored",
    meaning: "A point is a point: a dimension that is hard for all keeps all results low.",
    range: "0 to 1",
  },
  {
    id: "centred",
    name: "Centred",
    meaning:
      "How far above or below the mean of all examinees: levels drop out, differences stay in points.",
    range: "below and above 0",
  },
  {
    id: "standardized",
    name: "Standardized",
    meaning:
      "The same in standard deviations: a dimension on which examinees hardly differ weighs as much as one on which they do.",
    range: "below and above 0",
  },
  {
    id: "range",
    name: "From worst to best",
    meaning: "0 for the lowest score among the examinees, 1 for the highest.",
    range: "0 to 1",
  },
  {
    id: "rank",
    name: "Rank",
    meaning: "Only the order counts: 0 for the last, 1 for the first, ties in the middle.",
    range: "0 to 1",
  },
] as const;

/** The id of a scaling. */
export type Scaling = (typeof scalings)[number]["id"];

/**
 * Rescales a board dimension by dimension. Reach for it before a rule that looks for the lowest score: on raw scores
 * of the Schwartz values Rawls only ever reads hedonism or power, since these are low for every model. All but
 * `raw` depend on who else is on the board.
 *
 * A missing score stays missing and takes no part. Where all examinees agree, `centred` and `standardized` give 0,
 * `range` and `rank` give 0.5.
 *
 * Source: platform 5 (raw minimum), math 3 (edge rules).
 *
 * @param table    examinees by dimensions; `null` where missing
 * @param scaling  `raw`, `centred`, `standardized`, `range` or `rank`
 * @throws ArgumentError for a scaling that does not exist, rows that differ in length, a score that is no finite number
 * @example
 * scaledScores([[0.2, 0.9], [0.4, 0.8], [0.6, null]], "range"); // => [[0, 1], [0.5, 0], [1, null]] (± 1e-12)
 * scaledScores([[0.2], [0.4], [0.9]], "rank"); // => [[0], [0.5], [1]]
 * scaledScores([[0.2], [0.4]], "centred"); // => [[-0.1], [0.1]] (± 1e-12)
 * scaledScores([[0.2]], "percent"); // throws /scaling must be one of raw, centred, standardized, range, rank: percent/
 */
export function scaledScores(
  table: readonly (readonly MaybeScore[])[],
  scaling: Scaling,
): MaybeScore[][] {
  const ids = scalings.map(({ id }) => id);
  if (!ids.includes(scaling))
    throw new ArgumentError("scaling", `must be one of ${ids.join(", ")}`, scaling);
  const width = table[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, k) => table.map((row) => row[k]));
  table.forEach((row, at) => {
    if (row.length !== width)
      throw new ArgumentError(`table[${at}]`, `must hold ${width} scores`, row);
    for (const [k, score] of row.entries())
      if (score !== null) checkNumber(`table[${at}][${k}]`, score);
  });
  if (scaling === "raw") return table.map((row) => [...row]);
  const scaled = columns.map((column) => scaledColumn(column, scaling));
  return table.map((_, at) => scaled.map((column) => column[at]));
}

function scaledColumn(
  column: readonly MaybeScore[],
  scaling: Exclude<Scaling, "raw">,
): MaybeScore[] {
  const present = column.filter((score) => score !== null);
  if (present.length === 0) return [...column];
  const scaled = present.every((score) => score === present[0])
    ? present.map(() => (scaling === "range" || scaling === "rank" ? 0.5 : 0))
    : rescaled(present, scaling);
  let next = 0;
  return column.map((score) => (score === null ? null : scaled[next++]));
}

function rescaled(scores: readonly number[], scaling: Exclude<Scaling, "raw">): number[] {
  const centre = mean([...scores]);
  if (scaling === "centred") return scores.map((score) => score - centre);
  if (scaling === "standardized")
    return zScore(scores).map((score) => (Number.isNaN(score) ? 0 : score));
  if (scaling === "rank") return ranks(scores).map((rank) => (rank - 1) / (scores.length - 1));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return scores.map((score) => (score - low) / (high - low));
}
