import { publishedLeaderboard } from "../../facts/published-leaderboard.js";
import { builtInSystems } from "../../facts/value-systems.js";
import { barsFigure } from "../../figures/bars-figure.js";
import type { Figure } from "../../figures/figure.js";
import { checkPinned, type Reproduction } from "./reproduction.js";

/** What is ticked: everything, or for Schwartz what the site ticks when it opens. */
const BOARDS = [
  { system: "schwartz", ticked: "all", label: "schwartz" },
  { system: "schwartz", ticked: "site", label: "schwartz as opened" },
  { system: "mft", ticked: "all", label: "mft" },
  { system: "safety", ticked: "all", label: "safety" },
  { system: "llm_unique", ticked: "all", label: "llm_unique" },
] as const;

/**
 * The platform's four leaderboards from its published scores: the plain mean over the ticked dimensions, to two decimals. Schwartz
 * comes twice, with all ten values and with the two that the site ticks when it opens.
 *
 * Source: paper 2.3; platform 1 and 5.
 *
 * @example
 * reproduceLeaderboards().numbers["schwartz o3-mini"]; // => 49.79 (± 0.005)
 * reproduceLeaderboards().check.differ; // => []
 */
export function reproduceLeaderboards(): Reproduction {
  const boards = BOARDS.map((board) => ({
    ...board,
    rows: publishedLeaderboard(board.system, { ticked: board.ticked }),
  }));
  const numbers = Object.fromEntries(
    boards.flatMap(({ label, rows }) =>
      rows.map(({ model, score }) => [`${label} ${model}`, score] as const),
    ),
  );
  return {
    id: "leaderboard",
    title: "The platform's leaderboards",
    tables: boards.map(({ label, rows }) => ({
      title: label,
      columns: [
        { title: "rank", align: "right" },
        { title: "model", align: "left" },
        { title: "mean", align: "right" },
      ],
      rows: rows.map(({ rank, name, score, flag }) => [
        String(rank),
        flag === null ? name : `${name} (!)`,
        score.toFixed(2),
      ]),
    })),
    notes: [
      "schwartz as opened: benevolence and universalism alone, what the site ticks since 2025-05-21.",
      "(!) a placeholder: Gemini-2.0-Pro has 35.0 on all five moral foundations; nobody measured it.",
      "No items are published, so no interval can be given; see `value-compass rank published` for other rules.",
    ],
    figures: boards.map(({ label, system, rows }) => boardFigure(label, system, rows)),
    numbers,
    check: checkPinned("leaderboard", numbers),
  };
}

function boardFigure(
  label: string,
  system: string,
  rows: ReturnType<typeof publishedLeaderboard>,
): Figure {
  const name = builtInSystems.find(({ id }) => id === system)?.name ?? system;
  const how = label === system ? "all dimensions" : "benevolence and universalism";
  return barsFigure({
    id: `leaderboard-${label.replaceAll(" ", "-")}`,
    title: `How does the platform rank models on ${name} (${how})?`,
    caption: [
      `Mean of the published scores, 0 to 100; n = ${rows.length} models. No intervals: no items are published.`,
      ...(rows.some(({ flag }) => flag !== null) ? ["(!): a placeholder, not measured."] : []),
      "Source: published scores (Value Compass Benchmarks, CC BY-NC-SA).",
    ].join(" "),
    unit: "mean",
    parts: [{ name: "mean of the ticked dimensions", role: "series0" }],
    lines: rows.map(({ name: model, score, flag }) => ({
      name: flag === null ? model : `${model} (!)`,
      parts: [score],
      text: score.toFixed(2),
    })),
  });
}
