// %% [markdown]
// # The mathematics of a score
//
// A score looks like one number. Behind it stand an expectation, an interval, a rule for what is
// missing, and a question: would another set of items give the same? This notebook takes each of
// them apart **by hand, on a toy case**, and then asks the package for the same number.
//
// The toy numbers are made up. Where examinees appear they are **simulated**: no evidence about real
// models. No key, no network.

// %%
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vc from "value-compass";

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

// %% [markdown]
// ## 1. The expectation
//
// The paper defines the score of examinee i on value v as
//
// $$s_i^v = E_{x \sim X^v}\; E_{y \sim p_i(y|x)}\,[\,P_F(v \mid x, y)\,]$$
//
// In words: take an item x that is aimed at v; let the examinee reply; let the recognizer F say how
// clearly the reply shows v; average over replies, then over items. We cannot average over *all*
// items and replies, so we draw some. Toy case: four items, three replies each.

// %%
const readings = [
  [0.9, 0.8, 0.7],
  [0.2, 0.1, 0.3],
  [0.6, 0.9, 0.6],
  [0.4, 0.4, 0.1],
];
const itemMeans = readings.map(average);
const score = average(itemMeans);
vc.showTable(
  ["item", "reply 1", "reply 2", "reply 3", "item mean"],
  readings.map((own, n) => [`item ${n + 1}`, ...own, itemMeans[n]]),
  { digits: 3 },
);
const tallies = readings.map(
  (own): vc.ItemTally => ({
    judgedSum: own.reduce((sum, value) => sum + value, 0),
    declinedSum: 0,
    judged: own.length,
    declined: 0,
    unmeasured: 0,
  }),
);
const numbers = vc.scoreFromTallies(tallies);
console.log(`by hand ${score.toFixed(6)}, the package ${numbers.mean?.toFixed(6)}`);

// %% [markdown]
// Why a mean of means and not the mean of all twelve? Here both are the same. They part as soon as
// items have different numbers of replies: an item that happened to be asked more often must not
// count more.
//
// ## 2. The interval
//
// Twelve readings, but not twelve independent facts: replies to the *same* item are alike. What
// varies from draw to draw is above all **which items** were drawn. So the unit is the item. Step
// by step:

// %%
const n = itemMeans.length;
const variance = itemMeans.reduce((sum, mean) => sum + (mean - score) ** 2, 0) / (n - 1);
const standardError = Math.sqrt(variance / n);
const t = vc.studentQuantile(0.975, n - 1);
const interval = vc.clusteredInterval(itemMeans, { lowest: 0, highest: 1 });
vc.showTable(
  ["step", "by hand", "the package"],
  [
    ["variance of the item means (divided by n - 1)", variance, null],
    ["standard error: root of variance / n", standardError, interval.standardError],
    ["Student's t for 95 %, n - 1 degrees of freedom", t, null],
    ["low: mean - t x error, not below 0", Math.max(0, score - t * standardError), interval.low],
    ["high: mean + t x error, not above 1", Math.min(1, score + t * standardError), interval.high],
  ],
  { digits: 5 },
);

// %% [markdown]
// Four items tell very little: the interval covers most of the scale. That is the honest answer.
//
// ### What if we count replies as if they were independent?
//
// Then the interval is much narrower, and wrong. We can show it: draw toy worlds whose true score we
// know (items scatter around 0.5, replies around their item), make both intervals in each, and
// count how often they hold the truth. A 95 % interval should in 95 of 100.

// %%
const worlds = 2000;
const hit = { items: 0, replies: 0 };
const widths = { items: 0, replies: 0 };
const luck = vc.stream("coverage");
for (let world = 0; world < worlds; world++) {
  const drawn = Array.from({ length: 12 }, () => {
    const itemLevel = 0.5 + 0.15 * luck.normal();
    return Array.from({ length: 5 }, () => itemLevel + 0.1 * luck.normal());
  });
  const byItem = vc.clusteredInterval(drawn.map(average));
  const byReply = vc.clusteredInterval(drawn.flat());
  const holds = (one: vc.ClusteredInterval) => (one.low ?? 1) <= 0.5 && 0.5 <= (one.high ?? 0);
  if (holds(byItem)) hit.items++;
  if (holds(byReply)) hit.replies++;
  widths.items += ((byItem.high ?? 0) - (byItem.low ?? 0)) / worlds;
  widths.replies += ((byReply.high ?? 0) - (byReply.low ?? 0)) / worlds;
}
vc.showTable(
  ["interval over", "holds the truth in", "mean width"],
  [
    ["items", `${((100 * hit.items) / worlds).toFixed(1)} %`, widths.items],
    [
      "replies, as if independent",
      `${((100 * hit.replies) / worlds).toFixed(1)} %`,
      widths.replies,
    ],
  ],
  { digits: 3, caption: `${worlds} toy worlds, 12 items with 5 replies each` },
);

// %% [markdown]
// ## 3. More items, or more replies?
//
// The variance of a score has two sources: items differ from each other, and replies to one item
// differ. With k items of m replies each it is
//
// $$\frac{1}{k}\left(\sigma^2_{items} + \frac{\sigma^2_{replies}}{m}\right)$$
//
// so more replies can only ever remove the second part. From the toy case:

// %%
const m = readings[0].length;
const within = average(
  readings.map((own, k) => own.reduce((sum, x) => sum + (x - itemMeans[k]) ** 2, 0) / (m - 1)),
);
const between = Math.max(0, variance - within / m);
const errorWith = (items: number, replies: number) =>
  Math.sqrt((between + within / replies) / items);
vc.showTable(
  ["variance", "value"],
  [
    ["of replies around their item", within],
    ["of items, noise of replies taken off", between],
  ],
  { digits: 4 },
);
vc.showTable(
  ["plan", "replies in all", "expected standard error"],
  [
    ["4 items, 3 replies (as above)", 12, errorWith(4, 3)],
    ["4 items, 12 replies", 48, errorWith(4, 12)],
    ["16 items, 3 replies", 48, errorWith(16, 3)],
    ["48 items, 1 reply", 48, errorWith(48, 1)],
  ],
  { digits: 4 },
);

// %% [markdown]
// For the same money more items win by far. (For Eq. 1 several replies per item are needed all the
// same: with one reply nobody can tell a difference from chance, see `04-evolving-rounds`.)
//
// ## 4. What is missing
//
// A reply that never came, or could not be read, is **unmeasured**. It enters no mean: a 0 in its
// place would be an invented answer. But leaving it out is harmless only if it went missing by
// chance. Suppose an examinee's endpoint blocks just those replies that would have gone against the
// value:

// %%
const full: readonly (readonly number[])[] = [
  [0.9, 0.8, 0.1],
  [0.7, 0.1, 0.9],
  [0.2, 0.1, 0.8],
];
const blocked = full.map((own): vc.ItemTally => {
  const came = own.filter((value) => value > 0.15);
  return {
    judgedSum: came.reduce((sum, value) => sum + value, 0),
    declinedSum: 0,
    judged: came.length,
    declined: 0,
    unmeasured: own.length - came.length,
  };
});
const left = vc.scoreFromTallies(blocked);
vc.showTable(
  ["", "score"],
  [
    ["had everything come", average(full.map(average))],
    ["what came, averaged", left.mean],
    ["least it could be (missing ones at 0)", left.boundLow],
    ["most it could be (missing ones at 1)", left.boundHigh],
  ],
  { digits: 3 },
);
console.log(`judged ${left.judged}, unmeasured ${left.unmeasured}`);

// %% [markdown]
// The mean of what came is too high, and no interval would have said so: intervals know about luck,
// not about blocking. The **bounds** do hold the truth, whatever the reason was. Where they are wide,
// do not rank.
//
// A **declined** reply is something else. To refuse is an answer of a kind, and the system's
// reading says what it counts; the score without declined replies stands beside it.

// %%
const refuses: vc.ItemTally = {
  judgedSum: 1.6,
  declinedSum: vc.readingOfDeclined("adherence"),
  judged: 2,
  declined: 1,
  unmeasured: 0,
};
const violatesNothing = { ...refuses, declinedSum: vc.readingOfDeclined("nonViolation") };
vc.showTable(
  ["two replies read 0.8, one refusal", "score", "without declined"],
  [
    ["under adherence", vc.tallyMean(refuses), 1.6 / 2],
    ["under nonViolation", vc.tallyMean(violatesNothing), 1.6 / 2],
  ],
  { digits: 3 },
);
console.log(`nothing measured at all: ${vc.scoreFromTallies([]).mean}`);

// %% [markdown]
// ## 5. The mean of a system
//
// A leaderboard shows the mean over the dimensions of a system. An item that targets two dimensions
// moves both at once, so the interval follows each *item's whole influence* instead of treating the
// dimensions as independent. Toy case: two dimensions, four items, and items 1 and 2 count for
// both.

// %%
const influence: ReadonlyMap<number, number>[] = [
  new Map([
    [0, 0.6],
    [1, 0.55],
  ]),
  new Map([
    [0, 0.5],
    [1, 0.45],
  ]),
  new Map([[0, 0.55]]),
  new Map([[1, 0.5]]),
];
const means = [average([0.6, 0.5, 0.55]), average([0.55, 0.45, 0.5])];
const together = vc.systemMean(influence, 2);
const moved = [
  (0.6 - means[0]) / (3 * 2) + (0.55 - means[1]) / (3 * 2),
  (0.5 - means[0]) / (3 * 2) + (0.45 - means[1]) / (3 * 2),
  (0.55 - means[0]) / (3 * 2),
  (0.5 - means[1]) / (3 * 2),
];
const error = Math.sqrt((moved.reduce((sum, one) => sum + one ** 2, 0) * 4) / 3);
vc.showTable(
  ["number", "by hand", "the package"],
  [
    ["mean of the two dimensions", average(means), together.mean],
    ["low", Math.max(0, average(means) - vc.studentQuantile(0.975, 3) * error), together.low],
    ["high", Math.min(1, average(means) + vc.studentQuantile(0.975, 3) * error), together.high],
  ],
  { digits: 5 },
);

// %% [markdown]
// ## 6. Reliability: would other items say the same?
//
// A ranking is worth something if another set of items would give the same one. We have only one
// set, but we can cut it in two, **score the examinees on each half, and compare the orders**. That
// is the *split-half* reliability. It speaks for half a test; the *Spearman-Brown* formula says what
// the whole one would have: 2r / (1 + r).
//
// Here: the eight simulated examinees of the demo, 24 items worded by the grammar, three
// replies each.

// %%
const seed = 9;
const system = vc.valueSystem("schwartz");
const panel = vc.demoPanel(seed);
const lab: vc.Lab = {
  system: system,
  reader: { kind: "recognizer", recognizer: vc.embeddedRecognizer() },
};
const writer = vc.grammarWriter();
const random = vc.stream(seed, "reliability");
const items = Array.from({ length: 24 }, () => writer.compose(system, random));
/** By item: by examinee, the mean reading of each dimension that the item targets. */
const table: ReadonlyMap<number, number>[][] = [];
for (const { text, targets } of items) {
  const asked = { id: text, text: text };
  const read = await vc.readInLab(lab, asked, panel, vc.bandSamples("fresh", 3));
  const places = targets.map((id) => system.dimensions.findIndex((one) => one.id === id));
  table.push(
    read.readings.map(
      (own) => new Map(places.map((place) => [place, average(own.map((reply) => reply[place]))])),
    ),
  );
}
/** An examinee's mean reading over some items, all their targets together. */
const levelOf = (examinee: number, some: readonly number[]) =>
  average(some.flatMap((item) => [...table[item][examinee].values()]));
const everyItem = items.map((_, item) => item);
const halves = vc.stream(seed, "halves");
const correlations = Array.from({ length: 200 }, () => {
  const mixed = halves.shuffle(everyItem);
  const [a, b] = [mixed.slice(0, 12), mixed.slice(12)];
  return vc.spearman(
    panel.map((_, examinee) => levelOf(examinee, a)),
    panel.map((_, examinee) => levelOf(examinee, b)),
  );
});
const sorted = [...correlations].sort((a, b) => a - b);
const half = average(correlations);
vc.showTable(
  ["reliability of the examinees' order", "Spearman"],
  [
    ["mean over 200 ways of cutting in two", half],
    ["a lucky cut (95th of 100)", sorted[190]],
    ["an unlucky cut (5th of 100)", sorted[9]],
    ["whole test, by Spearman-Brown", (2 * half) / (1 + half)],
  ],
  { digits: 2 },
);

// %% [markdown]
// Where this is low, do not blame the instrument alone: the order here is that of *overall levels*, and
// a panel may differ in **which** values it shows far more than in how much it shows in all. Nothing
// but a reliability would have told. One cut says little, look how far a lucky and an unlucky one are apart. And a warning that belongs
// to every reliability: it says that the test agrees **with itself**. A scale that always shows two
// kilos too much is perfectly reliable. Whether the right thing is measured is *validity*; for
// simulated examinees we can check that too, since we know what was planted.

// %%
const expected = panel.map((examinee) =>
  average(
    items.flatMap(({ text, targets }) => {
      const truth = vc.expectedReading(examinee, text, system.id);
      return targets.map((id) => truth[id]);
    }),
  ),
);
const measured = panel.map((_, examinee) => levelOf(examinee, everyItem));
vc.showTable(
  ["examinee (simulated)", "planted, on these items", "measured"],
  panel.map(({ card }, examinee) => [card.name, expected[examinee], measured[examinee]]),
  { digits: 3 },
);
console.log(`same order? Spearman ${vc.spearman(expected, measured).toFixed(2)}`);

// %% [markdown]
// Two things to see: whether the *order* is right, and how far the *levels* are. The embedded recognizer
// says "shown" more seldom than a perfect reader would, so its levels are lower; compare its scores
// with each other, not with numbers from elsewhere.
//
// ## 7. Many scores into one number
//
// Whoever must choose one model makes one number of many scores, and the rule decides as much as the
// scores do. By hand, for an examinee with 20, 80 and 50 points on three values:

// %%
const three = [20, 80, 50];
vc.showTable(
  ["rule", "by hand", "the package", "in words"],
  [
    ["mean", (20 + 80 + 50) / 3, vc.weightedMean(three), "a loss here is made up by a gain there"],
    ["mean, the last counts twice", (20 + 80 + 2 * 50) / 4, vc.weightedMean(three, [1, 1, 2]), ""],
    ["Nash", (20 * 80 * 50) ** (1 / 3), vc.nash(three), "a score near 0 weighs heavily"],
    ["Rawls", Math.min(20, 80, 50), vc.rawls(three), "as good as the worst"],
  ],
  { digits: 3 },
);

// %% [markdown]
// How much does each value matter to **you**? The last figure has a slider for each of Schwartz's ten
// values, and the rule to choose; it works in Jupyter and in exported HTML. The scores come from a
// small study of simulated examinees on static seeds.

// %%
const folder = mkdtempSync(join(tmpdir(), "value-compass-scoring-"));
const { results } = await vc.runStudyIn(
  folder,
  {
    ...vc.demoStudy,
    systems: ["schwartz"],
    budget: { rounds: 0, samples: 3 },
    seed: seed,
  },
  { progress: vc.progress() },
);
rmSync(folder, { recursive: true });
vc.show(vc.weightsExplorer(results, system));

// %% [markdown]
// Set all but one weight to 0 and walk through the values: the first place changes hands. Then look
// at the intervals before you believe any of it. With two static items for each value most of them
// cover nearly the whole scale: this budget is for showing a figure, not for measuring.

// %%
vc.showFigure(vc.heatmapFigure(results, system));

// %% [markdown]
// ## Try it
//
// - In section 2, draw 50 replies per item instead of 5. Does the wrong interval get better or worse?
// - In section 4, block one reply at random instead of the low ones. Where does the mean go?
// - In section 6, use 8 items. How far do lucky and unlucky cuts part then?
