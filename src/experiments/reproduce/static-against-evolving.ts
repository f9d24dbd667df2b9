import { mean } from "simple-statistics";
import { spearman } from "../../statistics/spearman.js";
import { type Dispersion, dispersion } from "./dispersion.js";
import { publishedTable, rowOf } from "./published-table.js";

/** The models of the paper's Fig. 4(b). */
export const FIGURE_MODELS = [
  "o3-mini",
  "deepseek-r1",
  "gemini-2.0-pro",
  "llama-3.3-70b-instruct",
] as const;

/** Listed in both releases, but under a name that was spelt otherwise in January. */
const SPELT_OTHERWISE = "llama3-8b-cpt-sea-lionv2.1-instruct";

/** One set of models under static and under evolving items. */
export interface StaticAgainstEvolving {
  readonly label: string;
  readonly models: readonly string[];
  readonly static: Dispersion;
  readonly evolving: Dispersion;
  /** How many times wider models stand apart under evolving items: sd, and sd after centring. */
  readonly ratio: number;
  readonly centredRatio: number;
  /** Spearman's rho of the dimensions' means under both. */
  readonly dimensionOrder: number;
}

/**
 * Published Schwartz scores of January 2025 (static items) beside the current ones (evolving items), for every model that both
 * releases have: how far apart the models stand, overall and after centring. The paper's own four models are in no
 * published static table, so its Fig. 4(b) itself cannot be rebuilt.
 *
 * Source: paper 3; platform 5.
 */
export function staticAgainstEvolving(): readonly StaticAgainstEvolving[] {
  const before = publishedTable("schwartz", "static2024");
  const after = publishedTable("schwartz");
  const both = before.rows
    .map(({ id }) => id)
    .filter((id) => after.rows.some((row) => row.id === id));
  const sets = [
    { label: "models named alike", models: both.filter((id) => id !== SPELT_OTHERWISE) },
    { label: "with SEA-Lion v2.1", models: both },
    {
      label: "named alike, without GPT-3.5-Turbo",
      models: both.filter((id) => id !== SPELT_OTHERWISE && id !== "gpt-3.5-turbo"),
    },
  ];
  return sets.map(({ label, models }) => {
    const [first, second] = [before, after].map((table) =>
      dispersion(models.map((id) => rowOf(table, id).scores)),
    );
    return {
      label,
      models,
      static: first,
      evolving: second,
      ratio: second.sd / first.sd,
      centredRatio: second.centredSd / first.centredSd,
      dimensionOrder: spearman(first.means, second.means),
    };
  });
}

/** The four models of Fig. 4(b) under evolving items: the half of the figure that is published. */
export interface FigureFour {
  readonly dispersion: Dispersion;
  readonly ranges: Readonly<Record<string, number>>;
  /** By pair, the closest first. */
  readonly pairs: readonly {
    readonly models: readonly [string, string];
    readonly distance: number;
  }[];
}

/** What the published scores say about the four models of Fig. 4(b). */
export function figureFour(): FigureFour {
  const table = publishedTable("schwartz");
  const rows = FIGURE_MODELS.map((id) => rowOf(table, id));
  const pairs = rows.flatMap((a, i) =>
    rows.slice(i + 1).map((b) => ({
      models: [a.name, b.name] as const,
      distance: Math.sqrt(mean(a.scores.map((score, k) => (score - b.scores[k]) ** 2))),
    })),
  );
  return {
    dispersion: dispersion(rows.map(({ scores }) => scores)),
    ranges: Object.fromEntries(
      table.dimensions.map((dimension, k) => {
        const column = rows.map(({ scores }) => scores[k]);
        return [dimension, Math.max(...column) - Math.min(...column)];
      }),
    ),
    pairs: pairs.toSorted((a, b) => a.distance - b.distance),
  };
}
