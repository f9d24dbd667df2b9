// %% [markdown]
// # Reproduce the paper, and ask whether its results hold
//
// The platform behind "Value Compass Benchmarks" (Yao et al., ACL 2025 System Demonstrations) publishes its scores, its model
// cards and its cultural heatmaps, but no items and no replies. This notebook works its results through again from those
// numbers: the leaderboards, the heatmaps, Fig. 4(b), distances between model families, and every claim of the paper's section 3 and of
// the platform's insight report. Each number is held against what was noted when the tables were first worked through.
//
// Numbers: Value Compass Benchmarks, CC BY-NC-SA as the paper states. Nothing here is simulated but the answers
// of section 7, which are made up and no evidence about any platform. No key, no network. On the command line: `value-compass reproduce --all`.

// %%
import * as vc from "value-compass";

const done = vc.reproductions.map(({ id, about, reproduce }) => {
  const result = reproduce();
  return { id: id, about: about, result: result };
});
const of = (id: string): vc.Reproduction => {
  const found = done.find((one) => one.id === id);
  if (found === undefined) throw new Error(`nothing reproduces ${id}`);
  return found.result;
};
const showTables = (id: string, most = 40): void => {
  for (const { title, columns, rows } of of(id).tables)
    vc.showTable(
      columns.map((column) => column.title),
      rows.slice(0, most),
      { caption: rows.length > most ? `${title} (the first ${most} of ${rows.length})` : title },
    );
};
vc.showTable(
  ["result", "what is worked through", "pinned numbers", "came out otherwise"],
  done.map(({ id, about, result }) => [id, about, result.check.pinned, result.check.differ.length]),
  { caption: "Everything that can be reproduced from what is published" },
);

// %% [markdown]
// ## 1. Leaderboards: a plain mean, and what is ticked
//
// The score of the leaderboard is the mean of the ticked dimensions. The paper says that all are ticked by default; for Schwartz the site
// has ticked two of ten since May 2025, and the order turns. Weights and welfare functions, which the paper describes, are in no
// released front end; `vc.rankBoard` has them (notebook 07).

// %%
showTables("leaderboard", 8);
vc.showFigure(of("leaderboard").figures[0]);

// %% [markdown]
// **Try:** Gemini-2.0-Pro stands in the middle of the moral foundations with 35.0. Look at its five foundations with
// `vc.publishedBoard({ systems: ["mft"], placeholders: "as-served" })`. Would you rank it?
//
// ## 2. Heatmaps: 671 squares, and one value that decides the closest culture
//
// A square is Spearman's correlation of a model's ten scores with ten ranks of a culture. The ranks were never published: they were
// recovered from the maps. With them every square of three releases comes out again.

// %%
showTables("heatmap");
for (const note of of("heatmap").notes) console.log(`- ${note}`);

// %%
// Four of the models, the orders of March 2025, every value as it was scored.
const four = ["o3-mini", "deepseek-r1", "gemini-2.0-pro", "llama-3.3-70b-instruct"];
vc.showFigure(
  vc.alignmentFigure(
    four.map((id) => {
      const { card, profiles } = vc.publishedProfile(id);
      const orders = vc.platformCultures("2025-03-04");
      return { name: card.name, alignment: vc.alignWithCultures(profiles.schwartz, orders) };
    }),
    { source: "published scores and orders recovered from the map (CC BY-NC-SA)", name: "four" },
  ),
);

// %% [markdown]
// Since May 2025 hedonism is put last on both sides before correlating. No score has changed by that, but the closest culture of most
// models has. Compare:

// %%
for (const hedonism of ["forced-last", "as-scored"] as const) {
  const { cells } = vc.publishedHeatmap("2025-05-26", { hedonism: hedonism });
  const counts: Record<string, number> = {};
  for (const model of new Set(cells.map((cell) => cell.model))) {
    const best = cells
      .filter((cell) => cell.model === model)
      .reduce((high, cell) => (cell.rho > high.rho ? cell : high));
    counts[best.culture] = (counts[best.culture] ?? 0) + 1;
  }
  console.log(`hedonism ${hedonism}: ${JSON.stringify(counts)}`);
}

// %% [markdown]
// ## 3. Fig. 4(b): do evolving items tell models apart?
//
// The paper's four models are in no published static table, so the figure itself cannot be rebuilt. What can be compared are all models
// that both releases have: static items of January 2025 beside evolving items now.

// %%
showTables("fig4b");
for (const note of of("fig4b").notes) console.log(`- ${note}`);
vc.showFigure(of("fig4b").figures[0]);

// %% [markdown]
// Models stand much wider apart under evolving items. But look at the second row and at the shares of variance: much of that is the
// overall *level* of a model, how readily it shows any value at all. What is left after centring, the priorities, has grown less,
// and the order of a model's values is as alike to that of the others as before. A benchmark that spreads models has not thereby
// shown that their priorities differ.
//
// ## 4. Families: are siblings alike?

// %%
showTables("families");
vc.showFigure(of("families").figures[0]);

// %% [markdown]
// Within a family, models are nearly half as far apart on moral foundations; on Schwartz and LLM-unique values dealing the family
// names by chance often does as well. "Models of one family are alike" is a claim about some systems, not about values.
//
// ## 5. Every claim, with its number

// %%
vc.showTable(
  ["claim, in our words", "where", "verdict", "the number"],
  vc
    .reproducedFindings()
    .map(({ claim, verdict, says }) => [
      claim.claim,
      `${claim.source}, ${claim.part}`,
      verdict,
      says,
    ]),
  { caption: "Claims of the paper's section 3 and of the insight report, checked anew" },
);
vc.showFigure(of("findings").figures[0]);

// %% [markdown]
// `cannot tell` is an answer: no scores that could decide are published. Fig. 4(a) is such a case: Llama-2-70B-Chat is in no
// published table, nor are the scores of judging and questionnaires. Notebook 02 rebuilds its *pattern* in simulation; that shows how the
// pattern can come about, and cannot confirm that it did.
//
// ## 6. Is the measure any good? What its makers report
//
// The engine behind the platform reports its own reliability and validity. These are their numbers, to hold one's own study
// against.

// %%
const reported = [
  ...vc.publishedMeasure({ work: "adaem", table: "reliability" }),
  ...vc.publishedMeasure({ work: "adaem", table: "informativeness score" }),
  ...vc.publishedMeasure({ work: "geta", table: "concurrent validity", subject: "GETA" }),
];
vc.showTable(
  ["work", "table", "what", "measure", "value"],
  reported.map((row) => [row.work, row.table, row.subject, row.measure, row.value]),
  { caption: "As printed; not measured by us" },
);

// %% [markdown]
// AdAEM's Fig. 9 scores 13 of the platform's models on the same ten values by another procedure. Its printed numbers cannot be
// win rates (those would average 50 in every dimension), so only the order of models within a value can be compared:

// %%
const rates = vc.publishedWinRates().filter(({ platformModel }) => platformModel !== null);
vc.showTable(
  ["value", "models", "Spearman's rho with the platform's order"],
  vc.valueSystem("schwartz").dimensions.map(({ id, name }) => {
    const own = rates.filter(({ dimension }) => dimension === id);
    const platform = own.map(
      ({ platformModel }) => vc.publishedProfile(platformModel ?? "").profiles.schwartz[id],
    );
    const rho = vc.spearman(
      own.map(({ score }) => score),
      platform,
    );
    return [name, own.length, Number(rho.toFixed(2))];
  }),
  { caption: "Two instruments of one group of authors, the same models" },
);

// %% [markdown]
// The two agree well on most values. They share authors, method and probably items, so this is no independent check.
//
// ## 7. The user study: what 20 people can say
//
// The paper reports a System Usability Scale of 81.5 from 20 people. No answers are published. How sure is such a mean? Here is a
// **made-up** study of 20 people (invented answers, for the arithmetic alone) scored as `value-compass userstudy` does.

// %%
const random = vc.stream("made-up user study");
const answer = (usual: number, most: number): number =>
  Math.min(most, Math.max(1, Math.round(usual + 0.8 * random.normal())));
const names = Array.from({ length: 10 }, (_, at) => `s${at + 1}`);
const lines = Array.from({ length: 20 }, (_, at) => {
  const group = at < 7 ? "alignment" : at < 12 ? "other AI" : "others";
  const usability = names.map((_, k) => answer(k % 2 === 0 ? 4.3 : 1.7, 5));
  const opinions = [6.2, 5.8, 5.1].map((usual) => answer(usual, 7));
  return [`p${at + 1}`, group, ...usability, ...opinions].join(",");
});
const answers = vc.readAnswers(
  [["participant", "group", ...names, "q1", "q2", "q3"].join(","), ...lines].join("\n"),
  "made-up.csv",
);
const study = vc.userStudy(answers);
vc.showTable(
  ["group", "people", "SUS", "low", "high", "grade", "grades in the interval"],
  study.usability.map((one) => [
    one.group ?? "all",
    one.items,
    one.mean === null ? null : Number(one.mean.toFixed(1)),
    one.low === null ? null : Number(one.low.toFixed(1)),
    one.high === null ? null : Number(one.high.toFixed(1)),
    one.grade?.grade ?? "",
    `${one.gradeLow} to ${one.gradeHigh}`,
  ]),
  { caption: "Made-up answers: 95 % intervals over people" },
);
vc.showFigure(
  vc.likertFigure(
    study.questions
      .filter(({ group }) => group === null)
      .map((one) => ({ ...one, name: one.question })),
    { name: "a made-up platform", ends: ["disagree", "agree"], source: "made-up answers" },
  ),
);

// %% [markdown]
// **Try:** make it seven people instead of twenty. Which grades does the interval hold then? The paper's groups had seven, five and
// eight people.
//
// ## What this shows, and what it does not
//
// - Every number of the leaderboards and heatmaps comes out again from what is published: the platform computes what it says, but for
//   one value that is forced to a place, one row that is a placeholder, and two ticks.
// - Of the claims, more than half hold as they are said; the others hold in part, fail, or cannot be told.
// - No interval can be given for any published score: no items and replies are published, only picked cases. Whether the scores measure values at
//   all is a question to an instrument that can be run: notebooks 02 to 06, and `value-compass validate`.
