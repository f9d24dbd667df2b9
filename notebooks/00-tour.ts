// %% [markdown]
// # A tour of Value Compass
//
// What does a large language model value? Value Compass asks it **open questions**, reads the
// **values in its answers**, and scores how strongly it shows each of them, with an interval that
// says how sure the score is. Its questions are not fixed: they **evolve**, so that they keep
// telling models apart.
//
// This notebook walks through one small measurement. It needs no key and no network.
//
// **Everything measured here is simulated.** The examinees are programs with values planted in
// them, so that we can check what the instrument finds. They show how it works and say nothing
// about real models.

// %%
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vc from "value-compass";

// %% [markdown]
// ## What is measured
//
// A *value system* is a theory of values: a list of *dimensions*, each with a definition that a
// reply can be held against. Four come with the package. Two readings exist: under `adherence` a
// reply scores when it shows the value, under `nonViolation` it scores unless it goes against it.

// %%
vc.showTable(
  ["id", "system", "dimensions", "reading"],
  vc.builtInSystems.map(({ id, name, dimensions, reading }) => [
    id,
    name,
    dimensions.length,
    reading,
  ]),
);

const system = vc.valueSystem("schwartz");
vc.showTable(
  ["dimension", "what it means to show it"],
  system.dimensions.map(({ name, definition }) => [name, definition]),
);

// %% [markdown]
// ## Who is measured
//
// Eight simulated examinees. Four carry the published scores of a real model, and are still not
// that model. Four are archetypes: made-up characters whose values lie far apart.

// %%
const seed = 7;
const panel = vc.demoPanel(seed);
vc.showTable(
  ["id", "what it is"],
  panel.map(({ card }) => [card.id, card.label]),
);

// %% [markdown]
// ## One item, one reply, one verdict
//
// An *item* is an open question that targets some dimensions. An examinee's answer is a *reply*.
// The *recognizer* reads the reply and gives a *verdict*: for every dimension of the system, how
// likely the reply shows the value (adhere), speaks against it (oppose), or leaves it aside
// (unrelated). The three add up to 1.
//
// Watch what happens below: the question is about following one's own ideas. Which value does the
// reply show?
//
// (Where a name comes from an earlier cell, the kernel wants `seed: seed` written out, not `seed`
// alone.)

// %%
const [item] = vc.seedItems("schwartz");
const achiever = vc.simulatedArchetype("sim:achiever", { seed: seed });
const recognizer = vc.embeddedRecognizer();

const [sample] = vc.bandSamples("fresh", 1);
const answer = await achiever.ask({ system: system.id, text: item.text, sample });
const reply = answer.kind === "answered" ? answer.reply.text : "";
console.log(`item     ${item.text}`);
console.log(`targets  ${item.targets.join(", ")}`);
console.log(`reply    ${reply}`);

const judged = await recognizer.judge({ system: system, item: item.text, reply });
if (judged.kind === "judged") {
  vc.showTable(
    ["dimension", "adhere", "oppose", "unrelated"],
    system.dimensions.map(({ id, name }) => {
      const { adhere, oppose, unrelated } = judged.verdict.dimensions[id];
      return [name, adhere, oppose, unrelated];
    }),
    { digits: 2 },
  );
}

// %% [markdown]
// ## Is it a good item?
//
// Eq. 1 of the paper says what a good item is. It mixes two things:
//
// $$(1-\alpha)\; D[p_1(v|x), \dots, p_M(v|x)] \;+\; \alpha\; E_v\, E_p\, I_p(v, y|x)$$
//
// - **D, informativeness**: do the examinees answer *differently*? What mere chance would give
//   is subtracted, so about 0 means "no difference seen".
// - **I, elicitation**: do their replies show values *at all*, beyond what the question itself
//   says?
// - **alpha** weighs the two: 0 asks only for differences, 1 only for values.
//
// Below, every examinee answers two items five times: a plain seed, and one that the generator has
// worded by chance. Both terms are divided by the most they can be before they are mixed.

// %%
const reader: vc.LabReader = { kind: "recognizer", recognizer: recognizer };
const lab: vc.Lab = { system: system, reader };
const draft = vc.grammarWriter().compose(system, vc.stream(seed, "tour"));
console.log(`A  ${item.text}`);
console.log(`B  ${draft.text}`);

const rows: (string | number)[][] = [];
for (const [name, text] of [
  ["A", item.text],
  ["B", draft.text],
]) {
  const samples = vc.bandSamples("search", 5);
  const { observation } = await vc.readInLab(lab, { id: name, text }, panel, samples);
  const termsAt = (alpha: number) =>
    vc.itemTerms({
      ...observation,
      divergence: vc.divergence("jensen-shannon"),
      elicitation: vc.elicitation("question-baseline"),
      alpha,
      clip: vc.DEFAULT_CLIP,
      random: vc.stream(seed, "null", name),
    });
  const { informativeness, elicitation } = termsAt(0.5);
  const mixed = [0, 0.5, 1].map((alpha) => termsAt(alpha).objective);
  rows.push([name, informativeness, elicitation, ...mixed]);
}
vc.showTable(["item", "D (nats)", "I (nats)", "alpha 0", "alpha 0.5", "alpha 1"], rows, {
  caption: "Both terms of Eq. 1, and what it gives at three alphas",
  digits: 4,
});

// %% [markdown]
// ## A whole study
//
// A *study* is a folder: the plan in `study.json`, every reply and verdict in a journal, items and
// results beside it. Round 0 asks the static seeds. In each further round the generator words
// candidates, looks which of them do well under Eq. 1, learns from that, and keeps the best.
// **Kept items are then scored on fresh replies**: the replies that chose an item flatter it.

// %%
const folder = mkdtempSync(join(tmpdir(), "value-compass-tour-"));
const plan: vc.StudyInput = {
  ...vc.demoStudy,
  name: "Tour",
  systems: ["schwartz"],
  objective: { alpha: 0.5 },
  budget: { rounds: 3, items: 20, samples: 3, candidates: 80, generations: 2, searchSamples: 5 },
  seed: seed,
};
const first = await vc.runStudyIn(folder, plan);
const { results } = first;
console.log(`replies asked: ${first.asked}`);
console.log("scored cells:", results.counts);

// %% [markdown]
// *Judged*, *declined* and *unmeasured* are the three things that can become of a reply. A refusal
// is a behaviour and is scored; what could not be measured enters no mean, and is never a 0.
//
// Nothing is paid for twice: the same study again takes everything from its journal, and gives the
// same numbers.

// %%
const again = await vc.runStudyIn(folder, plan);
console.log(`replies asked: ${again.asked}, taken from the journal: ${again.reused}`);
console.log(`same results: ${JSON.stringify(again.results) === JSON.stringify(results)}`);
rmSync(folder, { recursive: true });

// %% [markdown]
// ## The leaderboard
//
// One dot for each examinee, and the interval that goes with it. Before you say who is first, look
// which intervals overlap. A single number also hides a lot: two examinees with the same mean may
// value opposite things.

// %%
vc.showFigure(vc.leaderboardFigure(results, system));

// %% [markdown]
// ## The scores as a table
//
// One row for each examinee and dimension, as a [danfojs](https://danfo.jsdata.org) data frame.
// Choose and sort rows in it as you like, but do not compute scores in it: danfojs calculates in
// single precision.

// %%
const frame = await vc.scoreFrame(results);
const columns = ["examinee", "dimension", "mean", "low", "high", "items", "declined"];
const achievement = frame.query(frame.column("dimension").eq("achievement"));
vc.showFrame(achievement.sortValues("mean", { ascending: false }).loc({ columns }), {
  caption: "Who shows achievement? Scores from 0 to 1, highest first",
  digits: 3,
});

// %% [markdown]
// ## Profiles
//
// Schwartz's ten values stand around a circle: neighbours go together, opposites pull against each
// other. The next cell puts plotly.js into the page, so that the figure answers to the pointer. In
// a saved notebook you see a picture instead.

// %%
vc.loadPlotly();

// %%
const examinees = ["sim:guardian", "sim:explorer", "sim:achiever"];
vc.showPlotly(vc.radarFigure(results, system, { examinees }));

// %% [markdown]
// ## What evolving bought
//
// Do evolved items tell the examinees apart better than the static seeds? Compare the filled dots
// with the band of round 0, and their intervals with it: at this small budget the answer may well
// be "not surely". The open marks are what the search had promised on the replies it chose by.

// %%
vc.showFigure(vc.roundsFigure(results, system));

// %% [markdown]
// The other term of Eq. 1, elicitation, in the same rounds:

// %%
vc.showTable(
  ["round", "items", "I on fresh replies (nats)", "low", "high"],
  results.rounds.map(({ round, items, freshElicitation: { mean, low, high } }) => [
    round === 0 ? "0 (static)" : String(round),
    items,
    mean,
    low,
    high,
  ]),
  { digits: 3 },
);

// %% [markdown]
// ## Can we trust it?
//
// Here we can check, because we planted the values ourselves. For each dimension, do the measured
// scores put the examinees in the order of the planted ones? A Spearman correlation of 1 is the
// same order, 0 is no relation. *Count alone* is what merely counting expressed values would
// reach. With another budget, or another recognizer, look at these numbers before you look at a
// ranking.

// %%
vc.showTable(
  ["Spearman", "least dimension", "its Spearman", "count alone", "examinees", "items"],
  results.recovery.map(({ spearman, least, countOnly, examinees, items }) => [
    spearman,
    least?.dimension ?? null,
    least?.spearman ?? null,
    countOnly,
    examinees,
    items,
  ]),
  { digits: 2 },
);

// %% [markdown]
// ## Where to go next
//
// - `01-value-systems`: which values, and how far each reading was checked.
// - `02-generative-evaluation`: from an item to a score, and what multiple choice cannot see.
// - `04-evolving-rounds`: Eq. 1 term by term, and one round step by step.
// - `05-alpha-and-divergence`: turn alpha, choose the divergence, and watch the items change places.
// - `06-scoring-mathematics`: intervals, missing data and reliability by hand.
// - `12-figures`: what each figure asks, how to read it, and how it misleads.
//
// And to try here:
//
// - Change `alpha` to 0 or to 1 in the study above and run it again: what happens to the two
//   terms?
// - Take another system (`"mft"`, `"llm_unique"`, `"safety"`), or a larger budget.
// - Give it replies of real models: `{ kind: "recorded", file: "replies.csv" }` as an examinee.
// - On the command line, `npx value-compass demo` runs all four systems and writes a report to
//   open in a browser.
// - `vc.` and the Tab key list everything there is; Shift+Tab explains what the cursor is on.
