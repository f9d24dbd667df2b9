// %% [markdown]
// # Which model fits *you*?
//
// A leaderboard answers a question that nobody asked: who is first if every value matters the same and a point is a point?
// This notebook takes the choice apart that is hidden in one number: **whose weights**, **which rule**, **on
// which scale**, and asks after each step how much of the order is left.
//
// The scores of the first sections are those that the public platform publishes (Value Compass Benchmarks, Yao et al., ACL
// 2025; CC BY-NC-SA): 33 models, point scores alone, no items. So no interval can be given for them, and small differences must not
// be believed. The last section uses a small study of **simulated** examinees, which are no evidence about real
// models, because there we have the items. No key, no network.

// %%
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vc from "value-compass";

const system = vc.valueSystem("schwartz");
const board = vc.publishedBoard({ systems: ["schwartz"] });
const source = "published scores, Value Compass Benchmarks (Yao et al., ACL 2025), CC BY-NC-SA";
const percent = (share: number | null) => (share === null ? "-" : `${(100 * share).toFixed(0)} %`);
vc.showTable(
  ["rank", "model", "mean x 100"],
  vc
    .publishedLeaderboard("schwartz")
    .slice(0, 6)
    .map((row) => [row.rank, row.name, row.score]),
  { digits: 2, caption: "The platform's leaderboard, all ten values ticked (first six of 33)" },
);

// %% [markdown]
// ## 1. Before any weights: who is better on *everything*?
//
// If one model is at least as good as another on all ten values, no weights whatever can put it behind. That is the one part of the
// order that is nobody's opinion. How much of it is there?

// %%
const graph = vc.dominanceGraph(board);
vc.showFigure(vc.dominanceFigure(graph, { name: "the ten Schwartz values", source: source }));
console.log(`${graph.ordered} of ${graph.pairs} pairs are ordered`);

// %% [markdown]
// Look at the top row: everyone in it could be first for somebody. Most pairs are open. (And these are point scores:
// with intervals still more would be.)
//
// ## 2. Your weights
//
// Here is the short rating: each value with a definition in our own words, to be rated from 0 to 10. It is no
// validated questionnaire; whoever holds a licensed PVQ-21 scores it with `pvq21Centred`. The numbers below are an invented
// person. **Put in your own.**

// %%
vc.showTable(
  ["value", "definition"],
  vc.valueQuestions(system).map(({ name, text }) => [name, text]),
);
const you = vc.checkRatings(
  {
    self_direction: 9,
    stimulation: 5,
    hedonism: 4,
    achievement: 6,
    power: 1,
    security: 6,
    conformity: 3,
    tradition: 2,
    benevolence: 10,
    universalism: 9,
  },
  system,
);
const weights = board.dimensions.map(({ dimension }) => you[dimension]);
const mean = vc.welfareRule("utilitarian");
const equal = vc.rankBoard(board, { rule: mean });
const yours = vc.rankBoard(board, { rule: mean, weights: weights });
const rankIn = (ranking: vc.Ranking, id: string) =>
  ranking.rows.find((row) => row.id === id)?.rank ?? null;
vc.showTable(
  ["rank with your weights", "model", "value x 100", "rank with equal weights"],
  yours.rows
    .slice(0, 8)
    .map((row) => [row.rank, row.name, 100 * (row.value ?? 0), rankIn(equal, row.id)]),
  { digits: 2 },
);

// %% [markdown]
// A value that you rate 10 counts ten times as much as one that you rate 1. For a value of which you want *little*, no weight
// helps: a weight of 0 says that you do not care. Say how much you want of it instead (`targetScores`): then both too
// much and too little cost.
//
// ### Another question: whose *priorities* are like yours?
//
// Weights ask who scores high on what matters to you. A match asks whose order of values resembles yours, whatever the
// level. Ten values make a wide interval: read it, and the last line.

// %%
const candidates = board.rows.map((row) => ({
  id: row.id,
  name: row.name,
  profile: Object.fromEntries(
    board.dimensions.map(({ dimension }, k) => [dimension, row.scores[k]]),
  ),
}));
const match = vc.matchProfile(you, candidates);
vc.showTable(
  ["place", "model", "Spearman", "low", "high", "speaks for it", "speaks against it"],
  match.rows
    .slice(0, 6)
    .map((row) => [
      `${row.rank}`,
      row.name,
      row.value,
      row.low,
      row.high,
      row.agree.map(({ dimension }) => dimension).join(", "),
      row.differ.map(({ dimension }) => dimension).join(", "),
    ]),
  { digits: 2 },
);
console.log(`not told apart from the first by ten values: ${match.notToldApart} others`);

// %% [markdown]
// The model that scores lowest of all on the leaderboard may well match you best: a profile's *shape* and its *level* are
// two things.
//
// ## 3. The rule
//
// A welfare rule says what a loss here is worth there. Under the mean, a gain anywhere makes up for it. Under Nash (the
// geometric mean) a score near 0 weighs heavily. Rawls looks at the worst value alone. All of them answer on the scores'
// own scale: *the single score that, given to every value, would be judged as good*.

// %%
const rules = vc.comparedRules();
vc.showTable(
  ["rule", "what it says", "first", "value x 100"],
  rules.map((rule) => {
    const [first] = vc.rankBoard(board, { rule: rule, weights: weights }).rows;
    const told = Object.entries(rule.values).map(([name, value]) => `${name} ${value}`);
    return [[rule.name, ...told].join(", "), rule.meaning, first.name, 100 * (first.value ?? 0)];
  }),
  { digits: 1 },
);

// %% [markdown]
// ## 4. The scale, or: what Rawls really reads
//
// Rawls says: as good as the worst value. But on raw scores the worst value is the same one for nearly everybody, because
// it is low for all models. Look at the note:

// %%
const rawls = vc.welfareRule("rawls");
const raw = vc.rankBoard(board, { rule: rawls });
console.log(raw.notes.join("\n"));
vc.showTable(
  ["scaling", "what it does", "first under Rawls", "second", "third"],
  vc.scalings.map(({ id, meaning }) => [
    id,
    meaning,
    ...vc
      .rankBoard(board, { rule: rawls, scaling: id })
      .rows.slice(0, 3)
      .map(({ name }) => name),
  ]),
);

// %% [markdown]
// On the raw scale Rawls rewards those who score high on the two values that are least wanted: hardly what anyone had in
// mind. A scaling by dimension mends it, and has a price: every scaling but the raw one depends on *who else is on the board*.
//
// ## 5. How much of a first place is yours, and how much the rule's?
//
// Two counts. *First under rules*: in what share of ten rules a model is first with your weights. *First under weights*: with
// your rule, in what share of 500 weight vectors near yours (70 % yours, 30 % drawn at random).

// %%
const sensitivity = vc.rankSensitivity(board, {
  rules: rules,
  weights: weights,
  random: vc.stream("neighbouring weights"),
});
vc.showTable(
  [
    "model",
    "first under rules",
    "best rank",
    "worst rank",
    "first under weights",
    "ranks under weights",
  ],
  sensitivity.rows
    .slice(0, 6)
    .map((row) => [
      row.name,
      percent(row.firstUnderRules),
      row.bestRule,
      row.worstRule,
      percent(row.firstUnderWeights),
      `${row.lowRank?.toFixed(0)} to ${row.highRank?.toFixed(0)}`,
    ]),
);

// %% [markdown]
// A model that is first under nearly all rules is a safe answer for you. Where two share the rules between them, the
// honest answer names both, and the rule that parts them.
//
// ## 6. A row that nobody measured
//
// One published row has the same number on all five moral foundations. It is a placeholder. The platform ranks it; here it is
// marked and has no rank.

// %%
const foundations = vc.publishedBoard({ systems: ["mft"] });
const served = vc.publishedLeaderboard("mft").filter(({ flag }) => flag !== null);
for (const row of served) console.log(`served at rank ${row.rank}: ${row.name}, ${row.flag}`);
const own = vc.rankBoard(foundations, { rule: mean });
console.log(`ranked here: ${own.counts.ranked} of ${own.counts.examinees}`);

// %% [markdown]
// ## 7. With items, the order gets intervals
//
// Weights and rules are one doubt; the **items** are another. Where a study's own items are known, they can be drawn again: the same
// draw for all examinees, scores, scaling and ranks anew. Here a small study of simulated examinees on static seeds.

// %%
const folder = mkdtempSync(join(tmpdir(), "value-compass-welfare-"));
const { results, readings } = await vc.runStudyIn(
  folder,
  {
    ...vc.demoStudy,
    systems: ["schwartz"],
    budget: { rounds: 0, samples: 3 },
    seed: 11,
  },
  { progress: vc.progress() },
);
rmSync(folder, { recursive: true });
const simulated = vc.studyBoard(results, [system]);
const items = vc.boardItems(simulated, readings);
if (items !== null) {
  const intervals = vc.rankIntervals(simulated, items, {
    rule: mean,
    weights: weights,
    random: vc.stream("rank intervals"),
  });
  vc.showTable(
    ["examinee", "value x 100", "rank", "lowest rank", "highest rank"],
    intervals.map((row) => [row.name, 100 * (row.value ?? 0), row.rank, row.rankLow, row.rankHigh]),
    { digits: 1, caption: "95 % of 500 draws of the items; simulated examinees" },
  );
}

// %% [markdown]
// Two whose rank intervals overlap are not told apart by these items. With two static items a value nearly all do.
//
// Last, the sliders: ten weights and a rule, for the same simulated examinees. They work in Jupyter and in exported HTML.

// %%
vc.show(vc.weightsExplorer(results, system));

// %% [markdown]
// ## Try it
//
// - Put your own ratings into section 2. Does the first place change, or only those behind it?
// - In section 5 set `doubt: 1`: any weights are as good as yours. Who is still first?
// - In section 3 rank all four systems at once (`publishedBoard()`), with equal weights for the 27 dimensions. Which system
//   decides, and why? (Look at how far its scores are spread.)
