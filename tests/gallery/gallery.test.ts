import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dominanceGraph } from "../../src/aggregation/dominance-graph.js";
import { alignWithCultures } from "../../src/culture/align-with-cultures.js";
import { schwartzWedges } from "../../src/culture/circle-fit.js";
import type { Culture } from "../../src/culture/culture.js";
import { rankSpace } from "../../src/culture/embedded-space.js";
import { valueClouds } from "../../src/culture/value-clouds.js";
import { valueSpace } from "../../src/culture/value-space.js";
import { cultures, platformCultures } from "../../src/facts/cultures.js";
import { publishedBoard } from "../../src/facts/published-board.js";
import { publishedProfile } from "../../src/facts/published-profile.js";
import { alignmentFigure } from "../../src/figures/alignment-figure.js";
import { barsFigure } from "../../src/figures/bars-figure.js";
import { circleFigure } from "../../src/figures/circle-figure.js";
import { closestCulturesFigure } from "../../src/figures/closest-cultures-figure.js";
import { dominanceFigure } from "../../src/figures/dominance-figure.js";
import type { Figure } from "../../src/figures/figure.js";
import { heatmapFigure } from "../../src/figures/heatmap-figure.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { likertFigure } from "../../src/figures/likert-figure.js";
import { objectiveFigure } from "../../src/figures/objective-figure.js";
import { picksFigure } from "../../src/figures/picks-figure.js";
import { radarFigure } from "../../src/figures/radar-figure.js";
import type { ReadItem } from "../../src/figures/read-item.js";
import { reliabilityFigure } from "../../src/figures/reliability-figure.js";
import { roundsFigure } from "../../src/figures/rounds-figure.js";
import { valueSpaceFigure } from "../../src/figures/value-space-figure.js";
import { varianceFigure } from "../../src/figures/variance-figure.js";
import { weightsFigure } from "../../src/figures/weights-figure.js";
import { stream } from "../../src/random/stream.js";
import { reliabilityDiagram } from "../../src/statistics/calibration/reliability-diagram.js";
import { varianceBudget } from "../../src/statistics/reliability/variance-budget.js";
import { sampleResults, sampleSystems } from "../dashboard/sample-results.js";

const folder = dirname(fileURLToPath(import.meta.url));
const [basic, foundations] = sampleSystems();
const results = sampleResults();
const cautioned = sampleResults({
  study: { ...results.study, caution: "picked cases, not a sample: no ranking" },
});

const random = stream("gallery");
/** Six items on which four examinees differ more and more. */
const items: readonly ReadItem[] = Array.from({ length: 6 }, (_, n) => ({
  name: `item ${n + 1} with a name`,
  posteriors: Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: 3 }, () => [0.1 * random.next() + (n * i) / 20, random.next()]),
  ),
  baseline: [0.1, 0.5],
}));
const { examinees } = results;

const published = "published scores (Value Compass Benchmarks) and survey means (ESS)";
const board = publishedBoard({ systems: ["schwartz"] });
const profileOf = (id: string) => publishedProfile(id).profiles.schwartz;
const surveyed = cultures({ scale: "means" });
const alignmentOf = (id: string, from: readonly Culture[]) =>
  alignWithCultures(profileOf(id), from);
const spaceEntries = [
  ...board.rows.map(({ id }) => ({ id, kind: "examinee" as const, profile: profileOf(id) })),
  ...surveyed.map(({ id, profile, standardErrors }) => ({
    id,
    kind: "culture" as const,
    profile,
    standardErrors,
  })),
  { id: "you", kind: "person" as const, profile: { ...profileOf("o1"), power: 0.8 } },
];
const space = valueSpace(spaceEntries);
const forecasts = Array.from({ length: 300 }, () => random.next());
const crossed = (noise: number) =>
  Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: 8 }, (__, j) =>
      Array.from({ length: 3 }, () => i / 8 + Math.sin(j + 1) / 4 + noise * random.normal()),
    ),
  );

const figures: Readonly<Record<string, Figure>> = {
  "bars-marked": barsFigure({
    id: "bars-marked",
    title: "Is a bar longer than its mark?",
    caption: "Three bars of two parts with marks. Made-up numbers.",
    unit: "points",
    parts: [
      { name: "first", role: "series0" },
      { name: "second", role: "series1" },
    ],
    mark: "before",
    lines: [
      { name: "one", parts: [2, 1], mark: 1.5, text: "3.0" },
      { name: "two", parts: [1, -0.5], mark: 0, text: "0.5" },
      { name: "a third with a long name that has to be cut somewhere", parts: [0, 4], text: "4.0" },
    ],
  }),
  likert: likertFigure(
    [
      { name: "useful", counts: [0, 0, 1, 2, 4, 8, 5], mean: 5.7, low: 5.2, high: 6.2 },
      { name: "easy", counts: [3, 2, 2, 6, 3, 2, 2], mean: 3.85, low: 2.9, high: 4.8 },
      { name: "asked of nobody", counts: [0, 0, 0, 0, 0, 0, 0], mean: null, low: null, high: null },
    ],
    { name: "a platform", ends: ["disagree", "agree"], source: "made-up answers" },
  ),
  "radar-overlay": radarFigure(results, basic, {
    examinees: ["sim:harbour", "sim:meadow", "sim:willow"],
  }),
  "radar-panels": radarFigure(results, basic),
  "radar-no-circle": radarFigure(results, foundations, { arrangement: "overlay" }),
  leaderboard: leaderboardFigure(results, basic),
  "leaderboard-cautioned": leaderboardFigure(cautioned, basic),
  heatmap: heatmapFigure(results, basic),
  "heatmap-unvalidated": heatmapFigure(results, foundations),
  rounds: roundsFigure(results, basic),
  objective: objectiveFigure(items, { alpha: 0.4, examinees }),
  picks: picksFigure(items, { picks: 2, divergences: ["jensen-shannon", "variance"], examinees }),
  weights: weightsFigure(
    [
      { name: "Harbour (simulated)", scores: [80, 20, 50] },
      { name: "Meadow (simulated)", scores: [30, 70, 40] },
    ],
    { dimensions: ["Power", "Care", "Tradition"], weights: [1, 5, 0], examinees },
  ),
  alignment: alignmentFigure(
    ["gpt-4o", "o3-mini", "deepseek-r1", "qwen-max"].map((id) => ({
      name: id,
      alignment: alignmentOf(id, platformCultures("2025-03-04")),
    })),
    { source: "published scores and orders of values recovered from the platform's heatmap" },
  ),
  "closest-cultures": closestCulturesFigure(alignmentOf("gpt-4o", surveyed), {
    name: "GPT-4o",
    source: published,
    drawn: 12,
  }),
  circle: circleFigure(profileOf("gpt-4o"), {
    name: "GPT-4o",
    angles: schwartzWedges,
    source: published,
  }),
  "value-space": valueSpaceFigure(space, {
    clouds: valueClouds(space, spaceEntries, stream("gallery clouds"), 12),
    labelled: ["you", "o3-mini", "gpt-3.5-turbo", "qwen-max", "FRA", "TUR", "SWE", "ALB"],
    source: published,
  }),
  "value-space-ranks": valueSpaceFigure(rankSpace(spaceEntries.slice(0, 10)), {
    source: published,
  }),
  dominance: dominanceFigure(dominanceGraph(board), {
    name: "the ten Schwartz values",
    source: published,
  }),
  reliability: reliabilityFigure(
    reliabilityDiagram(
      forecasts,
      forecasts.map((forecast) => random.next() < forecast ** 1.4),
    ),
    { name: "a made-up forecaster", source: "made-up forecasts" },
  ),
  variance: varianceFigure(
    [
      { name: "Power", budget: varianceBudget(crossed(0.1)) },
      { name: "Care", budget: varianceBudget(crossed(0.6)) },
    ],
    { source: "made-up scores" },
  ),
};

// A figure that changed is written beside its approved picture, so that a person can look at both.
// To approve it, put it in the other's place.
describe("the gallery", () => {
  it.each(Object.entries(figures))("%s is drawn as it was approved", (name, figure) => {
    const approved = join(folder, `${name}.svg`);
    const changed = join(folder, `${name}.changed.svg`);
    const before = existsSync(approved) ? readFileSync(approved, "utf8") : null;
    if (figure.svg === before) rmSync(changed, { force: true });
    else writeFileSync(changed, figure.svg);
    expect(figure.svg === before, `look at ${changed}, then approve it or mend the figure`).toBe(
      true,
    );
  });

  it("holds no approved picture that nothing draws", () => {
    const pictures = readdirSync(folder).filter((file) => /^[^.]+\.svg$/.test(file));
    expect(pictures.map((file) => file.replace(".svg", "")).sort()).toEqual(
      Object.keys(figures).sort(),
    );
  });
});
