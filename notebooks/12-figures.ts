// %% [markdown]
// # Every figure: its question, how to read it, how it misleads
//
// A figure answers one question and tempts to three others. This notebook shows every figure of the
// package on one small study, and says for each: **what it asks**, **how to read it**, and **how it
// misleads**.
//
// **All examinees are simulated**: programs with planted values, no evidence about real models. No
// key, no network.

// %%
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vc from "value-compass";

const seed = 4;
const folder = mkdtempSync(join(tmpdir(), "value-compass-figures-"));
const { results } = await vc.runStudyIn(
  folder,
  {
    ...vc.demoStudy,
    name: "Figures",
    systems: ["schwartz", "mft"],
    budget: { rounds: 2, items: 14, samples: 3, candidates: 24, generations: 2, searchSamples: 5 },
    seed: seed,
  },
  { progress: vc.progress() },
);
rmSync(folder, { recursive: true });
const schwartz = vc.valueSystem("schwartz");
const mft = vc.valueSystem("mft");

// %% [markdown]
// ## What all figures share
//
// A figure is one description with three faces: a **picture** that needs no script (below), a
// **drawing** for plotly that answers to the pointer, and a **table** of the exact values, which you
// find behind the fold under each picture. A blind reader gets the title and the caption, and the
// table.

// %%
const leaderboard = vc.leaderboardFigure(results, schwartz);
vc.showTable(
  ["face", "what it is"],
  [
    ["svg", `a picture of ${Math.round(leaderboard.svg.length / 1000)} kB, the same on every run`],
    ["plotly", `${leaderboard.plotly.data.length} trace for plotly.js`],
    ["table", `${leaderboard.table.rows.length} rows of exact values`],
    ["title", leaderboard.title],
    ["caption", leaderboard.caption],
  ],
);

// %% [markdown]
// Behind the name of a dimension may stand a mark. It is the support grade: how far the recognizer's
// reading of that dimension was ever checked.

// %%
vc.showTable(
  ["grade", "mark", "meaning"],
  Object.entries(vc.supportMarks).map(([grade, { mark, meaning }]) => [
    grade,
    mark || "(none)",
    meaning,
  ]),
);

// %% [markdown]
// ## The leaderboard
//
// **It asks:** how far does each examinee show this system's values, all in all?
//
// **Read it:** a dot is the mean over dimensions, the line its 95 % interval. Where two lines overlap
// much, do not say who is ahead.
//
// **It misleads:** it looks like a sports table. A mean over opposite values (power *and* universalism)
// is no virtue: a higher dot does not mean a better model. Two examinees with the same dot may have
// opposite profiles.

// %%
vc.showFigure(leaderboard);

// %% [markdown]
// Results that are no sample (picked cases, say) carry a *caution*. Then nothing is ranked, and the
// order is that of the names:

// %%
const caution = "picked cases, not a sample: no ranking";
vc.showFigure(
  vc.leaderboardFigure({ ...results, study: { ...results.study, caution: caution } }, schwartz),
);

// %% [markdown]
// ## The radar
//
// **It asks:** what *shape* has each profile?
//
// **Read it:** a corner is a score from 0 to 100, the bar along a spoke its interval. For Schwartz the
// order of the spokes is that of the theory: neighbours are compatible, opposites in conflict. So
// look for a bulge on one side and a dent across from it.
//
// **It misleads:** by area. Twice the score is four times the area, and another order of the same
// spokes gives another shape. For systems without a circle the shape means nothing, and the caption
// says so. A missing score is a gap in the outline, never a 0.

// %%
const pair = ["sim:guardian", "sim:explorer"];
vc.showFigure(vc.radarFigure(results, schwartz, { examinees: pair }));

// %% [markdown]
// More than three outlines on one circle cannot be read, so each examinee gets a circle of its own:

// %%
const four = ["sim:guardian", "sim:explorer", "sim:achiever", "sim:caretaker"];
vc.showFigure(vc.radarFigure(results, schwartz, { examinees: four }));

// %% [markdown]
// ## The heatmap
//
// **It asks:** how much of each dimension does each examinee show?
//
// **Read it:** the number is the score, the small line under it the interval. Compare within a
// *column* (who shows more of this value), carefully within a row.
//
// **It misleads:** by colour. The eye takes a dark square for a sure one; a square with an interval
// from 10 to 90 is as dark as one from 49 to 51. Columns are not comparable: some values are easier
// to bring up, and some are read better (the marks say which).

// %%
vc.showFigure(vc.heatmapFigure(results, schwartz));

// %% [markdown]
// Under `nonViolation` nearly everything is dark, because a reply about something else violates
// nothing. Here only the *differences* speak:

// %%
vc.showFigure(vc.heatmapFigure(results, mft));

// %% [markdown]
// ## The rounds
//
// **It asks:** do evolved items tell the examinees apart better than static ones?
//
// **Read it:** filled dots are measured on fresh replies, with their interval. The band is round 0.
// Open marks are what the search had promised: the replies that choose an item flatter it.
//
// **It misleads:** whoever looks at the open marks sees progress that is partly luck. And about 0 is
// *no difference seen*, not *no difference*: the chance level has been taken off, so a value may even be
// below 0.

// %%
vc.showFigure(vc.roundsFigure(results, schwartz));

// %% [markdown]
// ## The objective
//
// **It asks:** which items does Eq. 1 prefer at this alpha, and on account of which term?
//
// **Read it:** blue is what D contributes (do examinees differ?), ochre what I contributes (do
// replies show values?). A bar to the left of 0 means: less different than chance.
//
// **It misleads:** both terms are divided by their maximum, and D never comes near its own. So alpha 0.5
// is not "half and half" (see `05-alpha-and-divergence`). The order of single items is noisy: with
// five replies each, another draw would order them differently.
//
// Ten items worded by chance, read on the demo panel:

// %%
const lab: vc.Lab = {
  system: schwartz,
  reader: { kind: "recognizer", recognizer: vc.embeddedRecognizer() },
};
const panel = vc.demoPanel(seed);
const cards = panel.map(({ card }) => card);
const writer = vc.grammarWriter();
const random = vc.stream(seed, "figures");
const items: vc.ReadItem[] = [];
for (let n = 1; n <= 10; n++) {
  const { topic, text } = writer.compose(schwartz, random);
  const samples = vc.bandSamples("search", 5);
  const { observation } = await vc.readInLab(lab, { id: text, text: text }, panel, samples);
  const { posteriors, baseline } = observation;
  items.push({ name: `${n}: ${topic}`, posteriors: posteriors, baseline: baseline });
}
vc.showFigure(vc.objectiveFigure(items, { alpha: 0.5, examinees: cards }));

// %% [markdown]
// ## The picks
//
// **It asks:** does it matter which divergence is chosen?
//
// **Read it:** a row is an item, a number its rank under the divergence of the column; filled are the
// ones that would be kept. The caption counts how many picks are shared.
//
// **It misleads:** ranks hide sizes. Ranks 4 and 5 may differ by nothing, and a difference in picks may
// come from such ties.

// %%
vc.showFigure(vc.picksFigure(items, { picks: 4, examinees: cards }));

// %% [markdown]
// ## Personal weights
//
// **It asks:** who is first if these values matter to you this much?
//
// **Read it:** the bar is the one number under your weights, the mark where the examinee would stand
// if all values counted the same.
//
// **It misleads:** it shows no interval, and a weight of 0 hides a value altogether. It is a
// *reading* of scores for one person, not a result about models.

// %%
const profiles = results.examinees.flatMap(({ id, name }) => {
  const scores = schwartz.dimensions.flatMap((dimension) => {
    const found = results.scores.find(
      (score) => score.examinee === id && score.dimension === dimension.id,
    );
    return found?.mean == null ? [] : [100 * found.mean];
  });
  // A missing score is no 0: whoever lacks one is left out.
  const whole = scores.length === schwartz.dimensions.length;
  return whole ? [{ name: `${name} (simulated)`, scores: scores }] : [];
});
vc.showFigure(
  vc.weightsFigure(profiles, {
    dimensions: schwartz.dimensions.map(({ name }) => name),
    weights: schwartz.dimensions.map(({ id }) =>
      ["benevolence", "universalism"].includes(id) ? 3 : 1,
    ),
    examinees: cards,
  }),
);

// %% [markdown]
// ## Figures that answer
//
// Three of them are also *explorers*: `alphaExplorer`, `divergenceExplorer` and `weightsExplorer` put
// controls above the figure, and the page itself recomputes. `loadPlotly()` brings plotly.js into
// the page; `showPlotly` then draws any figure so that it answers to the pointer. (Run the next cell
// to see it. The saved notebook keeps the picture and leaves the ten megabytes of plotly.js out.)

// %%
vc.loadPlotly();

// %%
vc.showPlotly(vc.radarFigure(results, mft, { examinees: pair }));

// %% [markdown]
// ## Try it
//
// - Print one face by itself: `console.log(leaderboard.svg)` is a whole SVG file.
// - Draw your own from `figure.table`: the exact values are all there.
// - Which figure would you show to somebody who has ten seconds? Which two sentences must go with it?
