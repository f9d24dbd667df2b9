import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { heatmapFigure } from "../../src/figures/heatmap-figure.js";
import { leaderboardFigure } from "../../src/figures/leaderboard-figure.js";
import { objectiveFigure } from "../../src/figures/objective-figure.js";
import { picksFigure } from "../../src/figures/picks-figure.js";
import { radarFigure } from "../../src/figures/radar-figure.js";
import type { ReadItem } from "../../src/figures/read-item.js";
import { roundsFigure } from "../../src/figures/rounds-figure.js";
import { weightsFigure } from "../../src/figures/weights-figure.js";
import { stream } from "../../src/random/stream.js";
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

const figures: Readonly<Record<string, Figure>> = {
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
