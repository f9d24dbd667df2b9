// %% [markdown]
// # Evolving rounds: where good items come from
//
// Static questions wear out: models learn them, and in the end all give the same polite answer.
// Value Compass therefore lets its items **evolve** with the models. A *generator* words new
// items, looks which of them do well under Eq. 1, learns from that, and words better ones.
//
// This notebook computes Eq. 1 for one item, term by term. Then it takes one round apart, step by
// step, follows an item's ancestors, and asks how much of a chosen item's score was luck.
//
// **All replies are simulated** (programs with planted values) and read by the embedded recognizer
// (support grades: see `01-value-systems`). It shows how the machinery works and is no evidence
// about real models. No key, no network.

// %%
import * as vc from "value-compass";

const seed = 5;
const system = vc.valueSystem("schwartz");
const panel = vc.demoPanel(seed);
const recognizer = vc.embeddedRecognizer();
const lab: vc.Lab = { system: system, reader: { kind: "recognizer", recognizer: recognizer } };
const nameOf = (id: string) => system.dimensions.find((one) => one.id === id)?.name ?? id;

// %% [markdown]
// ## One item, eight examinees, five replies each
//
// The item below is worded by the *grammar writer*, which fills six slots: a scene, somebody
// concerned, two values in tension, stakes and a framing. The slots are what the generator will
// learn about.

// %%
const writer = vc.grammarWriter();
const draft = writer.compose(system, vc.stream(seed, "one item"));
console.log(draft.text);
vc.showTable(["slot", "filled with"], Object.entries(draft.slots));

const five = vc.bandSamples("search", 5);
const read = await vc.readInLab(lab, { id: "one", text: draft.text }, panel, five);
const { posteriors, baseline } = read.observation;

// %% [markdown]
// From each reply the recognizer reads P(adhere) for ten dimensions. What it reads even into
// value-free text is taken off first (its *floor*). The mean over the five replies is the examinee's
// **profile** on this item, $p_i(v|x)$:

// %%
const profiles = vc.meanProfiles(posteriors);
const shown = system.dimensions
  .map((dimension, k) => ({ k: k, name: dimension.name }))
  .filter(({ k }) => profiles.some((profile) => profile[k] > 0.1));
vc.showTable(
  ["examinee (simulated)", ...shown.map(({ name }) => name)],
  panel.map(({ card }, i) => [card.name, ...shown.map(({ k }) => profiles[i][k])]),
  { caption: "Profiles on this item; dimensions that nobody shows are left out", digits: 2 },
);

// %% [markdown]
// ## First term: D, do they differ?
//
// Take one dimension and think of a coin. The *entropy* of a coin says how uncertain its toss is:
// 0 when it always falls the same way, ln 2 = 0.693 when it is fair. If all examinees were alike,
// the coin of the whole panel would be as uncertain as the coins of its members. If they differ, the
// panel is *more* uncertain than its members are, and that surplus is the Jensen-Shannon divergence.

// %%
const k = shown.map((one) => one.k).reduce((a, b) => (gap(a) >= gap(b) ? a : b));
function gap(dimension: number): number {
  const values = profiles.map((profile) => profile[dimension]);
  return Math.max(...values) - Math.min(...values);
}
const coins = profiles.map((profile) => profile[k]);
const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const panelEntropy = vc.binaryEntropy(average(coins));
const ownEntropy = average(coins.map((p) => vc.binaryEntropy(p)));
vc.showTable(
  ["step", system.dimensions[k].name],
  [
    ["mean of the eight coins", average(coins)],
    ["entropy of that mean", panelEntropy],
    ["mean of their entropies", ownEntropy],
    ["the surplus: D of this dimension", panelEntropy - ownEntropy],
  ],
  { digits: 5 },
);
const perDimension = system.dimensions.map((_, n) =>
  vc.bernoulliJensenShannon(profiles.map((profile) => [profile[n]])),
);
const raw = average(perDimension);
console.log(`mean over the ten dimensions: ${raw.toFixed(6)}`);
console.log(`the package's own:            ${vc.bernoulliJensenShannon(profiles).toFixed(6)}`);

// %% [markdown]
// ### Chance makes differences too
//
// With five replies each, profiles differ even when the examinees do not. How much? Shuffle all
// forty replies, deal them out to the examinees again, and compute D. The mean over such deals is
// the *permutation null*, and it is taken off.

// %%
const divergence = vc.divergence("jensen-shannon");
const random = vc.stream(seed, "null");
const order = posteriors.flat().map((_, place) => place);
const deals = Array.from({ length: 200 }, () => random.shuffle(order));
const dealt = deals.map((deal) => vc.permutationNull(posteriors, [deal], divergence));
const chance = average(dealt);
vc.showTable(
  ["D as computed", "D by chance", "what is left", "deals that reach D"],
  [[raw, chance, raw - chance, dealt.filter((value) => value >= raw).length]],
  { digits: 5, caption: `${deals.length} deals` },
);

// %% [markdown]
// If many of the 200 deals reach D, this item shows no clear difference. A single item seldom does:
// that is why the generator never trusts one item alone.
//
// ## Second term: I, do values come out at all?
//
// An item is no good if replies only echo its own words. So the reading f of each reply is compared
// with the reading r of the **bare item**: the divergence of f from r, both kept a little away from
// 0 and 1 (the *clip*). By hand for one reply and one dimension, then the mean over everything:

// %%
const clip = vc.DEFAULT_CLIP;
const clipped = (p: number) => Math.min(1 - clip, Math.max(clip, p));
const divergenceFrom = (f: number, r: number) =>
  f * Math.log(f / r) + (1 - f) * Math.log((1 - f) / (1 - r));
const [reply] = posteriors[0];
vc.showTable(
  ["dimension", "bare item r", "reply f", "f from r (nats)"],
  shown.map((one) => {
    const [f, r] = [clipped(reply[one.k]), clipped(baseline[one.k])];
    return [one.name, r, f, divergenceFrom(f, r)];
  }),
  { caption: `First reply of ${panel[0].card.name} (simulated)`, digits: 4 },
);
const byHand = average(
  posteriors.flatMap((own) =>
    own.map((f) => average(f.map((p, n) => divergenceFrom(clipped(p), clipped(baseline[n]))))),
  ),
);
const elicitation = average(posteriors.map((own) => vc.questionBaseline(own, baseline, clip)));
console.log(`I by hand ${byHand.toFixed(6)}, the package's own ${elicitation.toFixed(6)}`);

// %% [markdown]
// ## The whole of Eq. 1
//
// Each term over the most it can be, mixed by alpha:

// %%
const mix = (alpha: number) =>
  vc.objective({
    informativeness: raw - chance,
    elicitation: elicitation,
    alpha: alpha,
    informativenessScale: divergence.maximum({ examinees: 4, dimensions: 10 }),
    elicitationScale: vc.questionBaselineMaximum(clip),
  });
vc.showTable(
  ["alpha", "(1 - alpha) D / max + alpha I / max"],
  [0, 0.5, 1].map((alpha) => [String(alpha), mix(alpha)]),
  { digits: 5 },
);

// %% [markdown]
// ## A round, step by step
//
// Evolution is a *state machine* without side effects: a plain value says where it stands. `nextAsk`
// says what must be asked, `observe` takes what came back and gives the next state. Whoever asks
// (a notebook, or a scheduler with a thousand calls under way) cannot change the outcome.
//
// A small evolution: two rounds of two generations, 24 candidates a round, of which 6 are kept.

// %%
const settings: vc.EvolveSettings = {
  system: system,
  seed: seed,
  writer: writer,
  panel: panel.map(({ card }) => card.id),
  alpha: 0.5,
  divergence: divergence,
  elicitation: vc.elicitation("question-baseline"),
  clip: clip,
  rounds: 2,
  items: 6,
  candidates: 24,
  generations: 2,
  searchSamples: 5,
};
let state = vc.startEvolution(settings);
const describe = (now: vc.EvolveState) =>
  vc.showTable(
    ["stage", "round", "generation", "wait for replies", "scored so far", "rounds done"],
    [
      [
        now.stage,
        now.round,
        now.generation,
        now.pending.length,
        now.archive.length,
        now.rounds.length,
      ],
    ],
  );
describe(state);
vc.showTable(
  ["first candidates", "made by"],
  state.pending.slice(0, 3).map(({ draft, operator }) => [draft.text, operator]),
);

// %% [markdown]
// **Step 1: ask.** Each item leaves out one examinee, so that none is tuned to a single model.
// **Step 2: observe.** Terms are computed, and *theta* is fitted: for each term of Eq. 1 one
// additive score over the slots, a ridge regression on everything scored so far.

// %%
const answer = async (ask: vc.EvolveAsk) => {
  const samples = vc.bandSamples(ask.band, ask.samples);
  const observations: vc.Observation[] = [];
  for (const item of ask.items) {
    const asked = panel.filter(({ card }) => item.examinees.includes(card.id));
    observations.push((await vc.readInLab(lab, item, asked, samples)).observation);
  }
  return observations;
};
const firstAsk = vc.nextAsk(settings, state);
if (firstAsk !== null) {
  console.log(
    `ask ${firstAsk.items.length} items, ${firstAsk.items[0].examinees.length} examinees each, ` +
      `${firstAsk.samples} replies each, band "${firstAsk.band}"`,
  );
  state = vc.observe(settings, state, await answer(firstAsk));
}
describe(state);
if (state.theta !== null) {
  const { informativeness, elicitation, spreads } = state.theta;
  vc.showTable(
    ["term", "spread (frozen)", "penalty", "noise of one item", "error of a prediction"],
    [
      [
        "D",
        spreads.informativeness,
        informativeness.fit.penalty,
        Math.sqrt(informativeness.noise),
        Math.sqrt(informativeness.fit.leaveOneOutError),
      ],
      [
        "I",
        spreads.elicitation,
        elicitation.fit.penalty,
        Math.sqrt(elicitation.noise),
        Math.sqrt(elicitation.fit.leaveOneOutError),
      ],
    ],
    { caption: "theta after one generation", digits: 4 },
  );
}

// %% [markdown]
// Compare *noise of one item* with *spread* for D: a single item's D is mostly noise. Pooling over
// slots is what lets the generator learn anything at so few replies.
//
// The next generation is written by what was learnt: fresh drafts and rewrites of good items, the
// most promising ones first. Then finalists are looked at once more (**screen**), and the best are
// **kept** so that every value gets items. Let it run to the end:

// %%
const steps: (string | number)[][] = [];
for (let ask = vc.nextAsk(settings, state); ask; ask = vc.nextAsk(settings, state)) {
  const replies = ask.items.reduce((sum, item) => sum + item.examinees.length, 0) * ask.samples;
  steps.push([state.round, state.generation, ask.band, ask.items.length, replies]);
  state = vc.observe(settings, state, await answer(ask));
}
vc.showTable(["round", "generation", "what", "items asked", "replies"], steps);
vc.showTable(
  ["round", "kept items", "targets"],
  state.rounds.flatMap(({ round, items }) =>
    items.map(({ text, targets }) => [round, text, targets.map(nameOf).join(", ")]),
  ),
);

// %% [markdown]
// ## Lineage
//
// Every kept item knows where it came from: composed afresh, or refined from a parent. Here is the
// kept item with the longest line of ancestors.

// %%
const archive = new Map(state.archive.map((candidate) => [candidate.id, candidate]));
const lineOf = (id: string) => {
  const line: vc.Candidate[] = [];
  for (let at = archive.get(id); at; at = at.parent === null ? undefined : archive.get(at.parent))
    line.push(at);
  return line;
};
const kept = state.rounds.flatMap(({ items }) => items);
const longest = kept.map(({ id }) => lineOf(id)).reduce((a, b) => (b.length > a.length ? b : a));
vc.showTable(
  ["made by", "round", "generation", "I when searched", "item"],
  longest.map(({ operator, round, born, search, draft }) => [
    operator,
    round,
    born,
    search?.elicitation.value ?? null,
    draft.text,
  ]),
  { caption: "Newest first" },
);

// %% [markdown]
// ## The selection effect
//
// Whoever chooses items *because* they looked good on some replies, chooses luck along with them, and
// luck does not come back. So kept items are scored on **fresh** replies, and both numbers are
// reported. To see the effect, compare two ways of choosing from everything that was scored:
//
// - *the naive way*: the six items with the highest D on their own search replies
// - *the generator's way*: an item's own replies count only as far as their noise allows, the rest
//   of the estimate comes from theta and from a second look (screen)

// %%
const freshSamples = vc.bandSamples("fresh", 5);
type Scored = { chosen: number; fresh: vc.ItemTerms };
const scoreFresh = async (id: string, text: string): Promise<vc.ItemTerms> => {
  const { observation } = await vc.readInLab(lab, { id: id, text: text }, panel, freshSamples);
  const own = vc.stream(seed, "fresh", id);
  return vc.itemTerms({ ...observation, ...settings, random: own });
};
const searched = state.archive.filter((candidate) => candidate.search !== null);
const found = (candidate: vc.Candidate) => candidate.search?.informativeness.value ?? 0;
const naive = [...searched].sort((a, b) => found(b) - found(a)).slice(0, 6);
const naiveScored: Scored[] = [];
for (const candidate of naive)
  naiveScored.push({
    chosen: found(candidate),
    fresh: await scoreFresh(candidate.id, candidate.draft.text),
  });
const keptScored: Scored[] = [];
for (const item of kept)
  keptScored.push({
    chosen: item.terms.search?.informativeness ?? 0,
    fresh: await scoreFresh(item.id, item.text),
  });
vc.showTable(
  ["chosen", "items", "D when chosen", "D on fresh replies"],
  [["the naive way", naiveScored] as const, ["the generator's way", keptScored] as const].map(
    ([name, scored]) => [
      name,
      scored.length,
      average(scored.map(({ chosen }) => chosen)),
      average(scored.map(({ fresh }) => fresh.informativeness)),
    ],
  ),
  { digits: 4, caption: "Mean over items, simulated examinees" },
);

// %% [markdown]
// The naive number promises more than fresh replies keep: it is the best of many, and part of that was
// luck. The generator's number is no maximum of one term: it mixes D with I, trusts no item by
// itself and spreads its items over all ten values, so it has little to lose. (With so few items both
// fresh numbers are uncertain.) Item by item, what was kept:

// %%
vc.showTable(
  ["item", "D when chosen", "D fresh", "I when chosen", "I fresh"],
  kept.map(({ topic, terms }, n) => [
    topic,
    terms.search?.informativeness ?? null,
    keptScored[n].fresh.informativeness,
    terms.search?.elicitation ?? null,
    keptScored[n].fresh.elicitation,
  ]),
  { digits: 4 },
);

// %% [markdown]
// The item's own D on fresh replies scatters widely; look at the means. I is measured far more
// sharply, and hardly shrinks. Report the fresh number, always.
//
// ## Did evolving help?
//
// The kept items against the static seeds, everything on fresh replies, with 95 % intervals over
// items. At this small budget the answer for D may well be "not surely": look whether the intervals
// overlap.

// %%
const seedTerms: vc.ItemTerms[] = [];
for (const { text } of vc.seedItems("schwartz").slice(0, 12))
  seedTerms.push(await scoreFresh(text, text));
const evolvedTerms = keptScored.map(({ fresh }) => fresh);
const compare = (name: string, key: "informativeness" | "elicitation") =>
  [["static seeds", seedTerms] as const, ["evolved items", evolvedTerms] as const].map(
    ([set, terms]) => {
      const { mean, low, high, items } = vc.clusteredInterval(terms.map((one) => one[key]));
      return [name, set, mean, low, high, items];
    },
  );
vc.showTable(
  ["term", "items", "mean", "low", "high", "how many"],
  [...compare("D", "informativeness"), ...compare("I", "elicitation")],
  { digits: 4, caption: "Simulated examinees, fresh replies" },
);

// %% [markdown]
// `docs/design/evolve.md` holds the same comparison at full budget, over twenty seeds: there evolved
// items clearly tell simulated examinees apart better than random ones.

// %% [markdown]
// ## The published procedure beside ours
//
// AdAEM, from which the search of Eq. 1 comes, goes another way: a bandit (UCB) chooses topics, every examinee replies
// *once* to an item, and an item is refined while its surrogate score gains more than 0.5. `compareSets` gives both as
// many replies and puts five sets of items to *other* examinees, on fresh replies: the static seeds, items drawn
// at random, the published loop's, evolved ones, and the best that the simulator's own parameters can find.
//
// Stand-ins: the grammar for the published loop's LLM writers, the cosine of content words for its BERTScore. Replies
// are read without error here (the planted labels), so that searches are compared and not readers.

// %%
const comparisons: vc.ComparisonSeed[] = [];
for (const one of [1, 2, 3, 4])
  comparisons.push(
    await vc.compareSets(
      {
        system: system,
        reader: { kind: "labels" },
        alpha: 0.5,
        rounds: 2,
        candidates: 120,
        generations: 2,
        searchSamples: 5,
        items: 20,
        freshSamples: 8,
      },
      one,
    ),
  );
const sets = ["static", "random", "published", "evolved", "ceiling"] as const;
const meanOver = (of: (found: vc.ComparisonSeed) => number) =>
  comparisons.reduce((sum, found) => sum + of(found), 0) / comparisons.length;
vc.showTable(
  ["seed", ...sets],
  [
    ...comparisons.map((found) => [
      String(found.seed),
      ...sets.map((name) => 1000 * found.outside[name]),
    ]),
    ["mean", ...sets.map((name) => 1000 * meanOver((found) => found.outside[name]))],
  ],
  {
    digits: 1,
    caption: "D on fresh replies of examinees outside the search, thousandths of a nat; simulated",
  },
);
vc.showTable(
  ["search", "items scored", "replies", "replies for each item handed over"],
  (["evolved", "published"] as const).map((name) => [
    name,
    meanOver(({ cost }) => cost[name].scored),
    meanOver(({ cost }) => cost[name].replies),
    meanOver(({ cost }) => cost[name].repliesPerItem),
  ]),
  { digits: 0, caption: "What each asked for, mean of four seeds" },
);

// %% [markdown]
// Compare the rows of *evolved* and *published*, and both with *random*. The published loop scores many more items, each on one reply an
// examinee; of a single reply most of what is seen is luck, so its best items are lucky ones, and on fresh replies they
// are hardly better than random. Pooling what all replies say about each slot is what pays. Seeds differ; twenty of them,
// with intervals, stand in `docs/design/evolve.md`. With LLM writers, whose items differ more among themselves,
// the margin may be another one.

// %% [markdown]
// ## What the second term pays for
//
// I can be estimated in several ways, and some of them pay for nothing. `compareElicitations` puts them on
// one panel (four published profiles, four random archetypes), one set of candidates and one set of replies, and asks of each: do the items that it picks put examinees
// in their planted order (*recovery*)? And what would it pay for the same items had every reply shown
// no value at all (*silence*), or values by the toss of a coin (*coins*), as shares of what it pays
// for the real replies?

// %%
const elicitationRows = await vc.compareElicitations(
  {
    system: system,
    reader: lab.reader,
    alpha: 0.5,
    candidates: 40,
    items: 10,
    samples: 3,
    elicitations: ["question-baseline", "question-baseline-one-sided", "plug-in"].map((id) => ({
      name: id,
      elicitation: vc.elicitation(id),
    })),
  },
  seed,
);
vc.showTable(
  ["elicitation", "recovery", "D fresh", "silence", "coins"],
  elicitationRows.map((row) => [
    row.name,
    row.recovery,
    row.informativeness,
    Number.isNaN(row.silence) ? null : row.silence,
    Number.isNaN(row.coins) ? null : row.coins,
  ]),
  { digits: 3, caption: "Simulated examinees, one seed, ten items picked of 40" },
);

// %% [markdown]
// *Recovery* on ten items of one seed moves with luck: do not choose by it. *Silence* does not: look which forms pay
// for replies that say nothing, and how much of their value that is. *Coins* tells how much a form likes
// replies that contradict themselves; where it is above 1, it likes them better than answers. That is why D, with its noise
// taken off, stands beside I. `docs/design/elicitation.md` holds the table of twenty seeds, and why the default is
// what it is.
//
// ## Try it
//
// - Set `alpha` to 0 or to 1 in `settings`. Which kind of item survives?
// - Set `searchSamples` to 2: what happens to the noise in theta, and to the selection effect?
// - Step the machine by hand and give it observations of your own: it asks nothing else of the world.
// - Next: `05-alpha-and-divergence`.
