import type { ValueProfile } from "../culture/culture.js";
import { spearman } from "../statistics/spearman.js";
import { platformCultures } from "./cultures.js";
import type { HeatmapSnapshot } from "./platform-culture.js";
import { publishedModels, publishedProfile } from "./published-profile.js";
import type { PublishedVersion } from "./published-score.js";

/** One square of the platform's map of models and cultures. */
export interface HeatmapCell {
  readonly model: string;
  /** The platform's label of the culture. */
  readonly culture: string;
  /** Spearman's rho; the platform shows it times 100. */
  readonly rho: number;
}

/** One release of the map, with what must be known to read it. */
export interface PublishedHeatmap {
  readonly snapshot: HeatmapSnapshot;
  /** The release of scores behind it. */
  readonly version: PublishedVersion;
  /**
   * What is done with one value before correlating: `as-scored`, or `forced-last`, put last on both sides, which adds agreement
   * with every culture.
   */
  readonly hedonism: "as-scored" | "forced-last";
  readonly cells: readonly HeatmapCell[];
}

/** Lower than any score or rank. */
const BELOW_ALL = -1e6;

const MADE_FROM: Readonly<Record<HeatmapSnapshot, Pick<PublishedHeatmap, "version" | "hedonism">>> =
  {
    "2025-01-07": { version: "static2024", hedonism: "as-scored" },
    "2025-03-04": { version: "2025-03-03", hedonism: "as-scored" },
    "2025-05-26": { version: "current", hedonism: "forced-last" },
  };

/**
 * A release of the public platform's cultural heatmap, recomputed from its scores and the orders of values recovered
 * for its cultures: Spearman's rho of ten ranks. The newest release puts hedonism last in both orders first, which
 * changes most models' closest culture from China to France though no score has changed: compare with
 * `hedonism: "as-scored"`.
 *
 * Source: platform 3.
 *
 * @param options.hedonism  another treatment than the release's own
 * @example
 * publishedHeatmap("2025-03-04").cells.length; // => 264
 * const ofGpt4 = (snapshot) => publishedHeatmap(snapshot).cells.find(({ model, culture }) => model === "gpt-4-turbo" && culture === "FR").rho;
 * ofGpt4("2025-03-04"); // => 0.575757575758 (± 1e-11)
 * ofGpt4("2025-05-26"); // => 0.878787878788 (± 1e-11)
 */
export function publishedHeatmap(
  snapshot: HeatmapSnapshot,
  options: Partial<Pick<PublishedHeatmap, "hedonism">> = {},
): PublishedHeatmap {
  const { version, hedonism: own } = MADE_FROM[snapshot];
  const hedonism = options.hedonism ?? own;
  // The orders of the newest release are those of March with hedonism put last already.
  const cultures = platformCultures(
    own === "forced-last" && hedonism === "as-scored" ? "2025-03-04" : snapshot,
  );
  const shown = new Set(platformCultures(snapshot).map(({ id }) => id));
  const treated = (profile: ValueProfile): ValueProfile =>
    hedonism === "forced-last" ? { ...profile, hedonism: BELOW_ALL } : profile;
  return {
    snapshot,
    version,
    hedonism,
    cells: publishedModels(version).flatMap(({ id: model }) => {
      const scores = treated(publishedProfile(model, { version }).profiles.schwartz);
      return cultures
        .filter(({ id }) => shown.has(id))
        .map(({ id, profile }) => ({ model, culture: id, rho: rhoOf(scores, treated(profile)) }));
    }),
  };
}

function rhoOf(scores: ValueProfile, order: ValueProfile): number {
  const dimensions = Object.keys(order);
  const listed = (profile: ValueProfile) => dimensions.map((id) => profile[id]);
  return spearman(listed(scores), listed(order));
}
