import { alignWithCultures } from "../../culture/align-with-cultures.js";
import type { ValueProfile } from "../../culture/culture.js";
import { platformCultures } from "../../facts/cultures.js";
import type { HeatmapSnapshot } from "../../facts/platform-culture.js";
import { publishedHeatmap } from "../../facts/published-heatmap.js";
import { publishedModels, publishedProfile } from "../../facts/published-profile.js";
import { squaresPublished } from "../../facts/published-square.js";
import { alignmentFigure } from "../../figures/alignment-figure.js";
import type { Figure } from "../../figures/figure.js";
import { checkPinned, type Reproduction } from "./reproduction.js";

const SNAPSHOTS: readonly HeatmapSnapshot[] = ["2025-01-07", "2025-03-04", "2025-05-26"];

/** Published squares have ten decimals. */
const SAME = 1e-9;

/** How one release of the map came out. */
export interface ReproducedHeatmap {
  readonly snapshot: HeatmapSnapshot;
  readonly models: number;
  readonly cultures: number;
  readonly squares: number;
  /** Squares within 1e-9 of the published one. */
  readonly same: number;
  /** The largest difference. */
  readonly largest: number;
  /** How many models each culture is closest to, in this release and with hedonism left as it was scored. */
  readonly closest: Readonly<Record<string, number>>;
  readonly closestAsScored: Readonly<Record<string, number>>;
}

/** Computes each release of the map from scores and orders of values, and holds it against what was published. */
export function reproducedHeatmaps(): readonly ReproducedHeatmap[] {
  return SNAPSHOTS.map((snapshot) => {
    const { cells } = publishedHeatmap(snapshot);
    const ours = new Map(cells.map((cell) => [`${cell.model} ${cell.culture}`, cell.rho]));
    const published = squaresPublished(snapshot);
    const errors = published.map(({ model, culture, rho }) =>
      Math.abs((ours.get(`${model} ${culture}`) ?? Number.NaN) - rho),
    );
    return {
      snapshot,
      models: new Set(cells.map(({ model }) => model)).size,
      cultures: new Set(cells.map(({ culture }) => culture)).size,
      squares: published.length,
      same: errors.filter((error) => error < SAME).length,
      largest: Math.max(...errors),
      closest: closestCounts(cells),
      closestAsScored: closestCounts(publishedHeatmap(snapshot, { hedonism: "as-scored" }).cells),
    };
  });
}

/**
 * The platform's cultural heatmap in three releases, 671 squares: Spearman correlations of ten scores with ten ranks, held
 * against the published squares one by one.
 *
 * Source: paper 2.3; platform 3.
 *
 * @example
 * const { numbers } = reproduceHeatmaps();
 * [numbers["squares"], numbers["squares within 1e-9"]]; // => [671, 671]
 */
export function reproduceHeatmaps(): Reproduction {
  const releases = reproducedHeatmaps();
  const numbers = numbersOf(releases);
  return {
    id: "heatmap",
    title: "The platform's maps of models and cultures",
    tables: [
      {
        title: "computed against published squares",
        columns: [
          { title: "release", align: "left" },
          { title: "models", align: "right" },
          { title: "cultures", align: "right" },
          { title: "squares", align: "right" },
          { title: "within 1e-9", align: "right" },
          { title: "largest difference", align: "right" },
          { title: "closest culture of how many models", align: "left" },
        ],
        rows: releases.map((one) => [
          one.snapshot,
          String(one.models),
          String(one.cultures),
          String(one.squares),
          String(one.same),
          one.largest.toExponential(1),
          countsText(one.closest),
        ]),
      },
    ],
    notes: [
      `Since 2025-05-26 hedonism is put last on both sides before correlating; without that the same scores give ${countsText(releases[2].closestAsScored)}.`,
      "The cultures' orders were recovered from the maps; the platform names no survey round for them. The column ID carries the order that January labelled India.",
      "A rank correlation over ten values has a wide interval: the figures draw it.",
    ],
    figures: SNAPSHOTS.map(mapFigure),
    numbers,
    check: checkPinned("heatmap", numbers),
  };
}

function numbersOf(releases: readonly ReproducedHeatmap[]): Record<string, number> {
  const total = (of: (one: ReproducedHeatmap) => number) =>
    releases.reduce((sum, one) => sum + of(one), 0);
  const numbers: Record<string, number> = {
    squares: total(({ squares }) => squares),
    "squares within 1e-9": total(({ same }) => same),
  };
  for (const { snapshot, closest, closestAsScored } of releases) {
    for (const [id, count] of Object.entries(closest)) numbers[`${snapshot} closest ${id}`] = count;
    for (const [id, count] of Object.entries(closestAsScored))
      numbers[`${snapshot} as scored, closest ${id}`] = count;
  }
  return numbers;
}

function closestCounts(
  cells: ReturnType<typeof publishedHeatmap>["cells"],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const model of new Set(cells.map((cell) => cell.model))) {
    const { culture } = cells
      .filter((cell) => cell.model === model)
      .reduce((best, cell) => (cell.rho > best.rho ? cell : best));
    counts[culture] = (counts[culture] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([id, count]) => `${id} ${count}`)
    .join(", ");
}

function mapFigure(snapshot: HeatmapSnapshot): Figure {
  const { version, hedonism } = publishedHeatmap(snapshot);
  const last = (profile: ValueProfile): ValueProfile =>
    hedonism === "forced-last" ? { ...profile, hedonism: -1e6 } : profile;
  const cultures = platformCultures(snapshot).map((one) => ({
    ...one,
    profile: last(one.profile),
  }));
  const rows = publishedModels(version).map(({ id, name }) => ({
    name,
    alignment: alignWithCultures(
      last(publishedProfile(id, { version }).profiles.schwartz),
      cultures,
    ),
  }));
  const source =
    `published scores (${version}) and orders of values recovered from the platform's map of ${snapshot}` +
    `${hedonism === "forced-last" ? ", hedonism put last on both sides" : ""} (Value Compass Benchmarks, CC BY-NC-SA)`;
  return alignmentFigure(rows, { source, name: snapshot });
}
