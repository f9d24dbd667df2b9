import { reproduceFamilies } from "./reproduce-families.js";
import { reproduceFig4b } from "./reproduce-fig4b.js";
import { reproduceFindings } from "./reproduce-findings.js";
import { reproduceHeatmaps } from "./reproduce-heatmaps.js";
import { reproduceLeaderboards } from "./reproduce-leaderboards.js";
import type { Reproduction } from "./reproduction.js";

/** A published result that can be worked through again from what is published. */
export interface ReproducibleResult {
  readonly id: string;
  readonly about: string;
  readonly reproduce: () => Reproduction;
}

/**
 * Everything that `value-compass reproduce` works through, in the order of the paper.
 *
 * @example
 * reproductions.map(({ id }) => id); // => ["leaderboard", "heatmap", "fig4b", "families", "findings"]
 */
export const reproductions: readonly ReproducibleResult[] = [
  {
    id: "leaderboard",
    about: "four value systems, Schwartz with both tickings, to two decimals",
    reproduce: reproduceLeaderboards,
  },
  {
    id: "heatmap",
    about: "three releases of the map of models and cultures, 671 squares to 1e-9",
    reproduce: reproduceHeatmaps,
  },
  {
    id: "fig4b",
    about: "how far static and evolving items part models, overall and after centring",
    reproduce: reproduceFig4b,
  },
  {
    id: "families",
    about: "distances within and between model families, with permutation p",
    reproduce: reproduceFamilies,
  },
  {
    id: "findings",
    about: "every claim of the paper and the insight report: holds, in part, fails, cannot tell",
    reproduce: reproduceFindings,
  },
];
