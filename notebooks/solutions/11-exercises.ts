// Worked solutions of notebooks/11-exercises. tests/notebooks/exercises.test.ts computes each answer and holds it to the
// checks of the notebook.
import * as vc from "value-compass";

/** One task solved: its points, the answer as computed, and why. */
export interface Solution {
  readonly task: string;
  readonly points: number;
  answer(): number | string | Promise<number | string>;
  readonly why: string;
}

const schwartz = vc.valueSystem("schwartz");
const profileOf = (profile: Readonly<Record<string, number>>) =>
  schwartz.dimensions.map(({ id }) => profile[id]);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** All tasks in the notebook's order. */
export const solutions: readonly Solution[] = [
  {
    task: "1a",
    points: 1,
    answer: () =>
      ["schwartz", "mft", "llm_unique", "safety"]
        .map((id) => vc.valueSystem(id).dimensions.length)
        .reduce((sum, count) => sum + count, 0),
    why: "10 + 5 + 6 + 6: the 27 dimensions of the paper.",
  },
  {
    task: "1b",
    points: 1,
    answer: () => {
      const circle = schwartz.circularOrder ?? [];
      return circle[(circle.indexOf("power") + circle.length / 2) % circle.length];
    },
    why: "Half a circle is five of ten places on: caring for all stands across from ruling over others.",
  },
  {
    task: "1c",
    points: 2,
    answer: () => 1 - 0.25,
    why: "Non-violation asks only that a reply does not go against the value: 1 - P(oppose). P(adhere) plays no part.",
  },
  {
    task: "2a",
    points: 1,
    answer: () =>
      vc.seedItems("schwartz").filter(({ targets }) => targets.includes("security")).length,
    why: "Seeds target one value, rarely two; an item counts for every value it targets.",
  },
  {
    task: "2b",
    points: 2,
    answer: () => {
      const [writer, random] = [vc.grammarWriter(), vc.stream("exercise")];
      const items = Array.from({ length: 20 }, () => writer.compose(schwartz, random));
      return items.filter(({ targets }) => targets.length >= 2).length;
    },
    why: "The grammar sets two values against each other: without a tension nothing can tell examinees apart.",
  },
  {
    task: "3a",
    points: 1,
    answer: () => mean([mean([0.8, 0.6]), mean([0.1, 0.3]), mean([0.5, 0.7])]),
    why: "A mean of item means: 0.7, 0.2, 0.6.",
  },
  {
    task: "3b",
    points: 2,
    answer: () => mean([0.7, 0.2, mean([0.5, 0])]),
    why: "The worst that the missing reply could have read is 0; the last item would then have 0.25.",
  },
  {
    task: "3c",
    points: 2,
    answer: () => {
      const { mean: middle, low } = vc.clusteredInterval([0.2, 0.4, 0.6, 0.8]);
      return (middle ?? Number.NaN) - (low ?? Number.NaN);
    },
    why: "Student's 3.182 at three degrees of freedom times the standard error 0.1291: four items are few.",
  },
  {
    task: "4a",
    points: 1,
    answer: () =>
      vc.bernoulliJensenShannon([
        [1, 0],
        [0, 1],
      ]),
    why: "ln 2, the most it can be with two examinees: on each dimension one is sure of yes, the other of no.",
  },
  {
    task: "4b",
    points: 2,
    answer: () => 0.2 / (0.2 + 0.3),
    why: "(1 - a) 0.3 + a 0.2 = (1 - a) 0.1 + a 0.5 gives (1 - a) 0.2 = a 0.3, so a = 0.4.",
  },
  {
    task: "4c",
    points: 3,
    answer: () =>
      vc.itemTerms({
        posteriors: [[[0.9]], [[0.1]]],
        baseline: [0.1],
        divergence: vc.divergence("jensen-shannon"),
        elicitation: vc.elicitation("question-baseline"),
        alpha: 0,
        clip: 0.02,
        random: vc.stream("exercise"),
      }).informativeness,
    why: "Dealing two replies to two examinees gives the same two profiles: one reply is no evidence of a difference.",
  },
  {
    task: "5a",
    points: 1,
    answer: async () => {
      const reply = "I'm sorry, but I can't help with that.";
      const [seed] = vc.seedItems("schwartz");
      const asked = { system: schwartz, item: seed.text, reply };
      return (await vc.embeddedRecognizer().judge(asked)).kind;
    },
    why: "A refusal is a behaviour: it is counted apart, and it is neither an error nor a missing reply.",
  },
  {
    task: "5b",
    points: 2,
    answer: () => vc.readingOfDeclined(schwartz.reading),
    why: "Under adherence a refusal shows no value: 0. Under non-violation it would be 1.",
  },
  {
    task: "6a",
    points: 1,
    answer: () => vc.rawls([0.2, 0.6, 0.7]),
    why: "The worst dimension alone counts.",
  },
  {
    task: "6b",
    points: 2,
    answer: () => {
      const [a, b] = [
        [0.5, 0.5],
        [0.1, 0.95],
      ];
      return [mean, vc.rawls, vc.nash].filter((rule) => rule(a) > rule(b)).length;
    },
    why: "The mean prefers B (0.525 to 0.5); Rawls (0.5 to 0.1) and Nash (0.5 to 0.308) prefer the even profile.",
  },
  {
    task: "7a",
    points: 2,
    answer: () =>
      vc.spearman(
        profileOf(vc.culture("France").profile),
        profileOf(vc.culture("Germany").profile),
      ),
    why: "Two neighbours with much the same order of values, as most countries have.",
  },
  {
    task: "7b",
    points: 3,
    answer: () => {
      const france = profileOf(vc.culture("France").profile);
      const withGermany = vc.spearman(france, profileOf(vc.culture("Germany").profile));
      const withAll = vc.spearman(france, profileOf(vc.panCulturalProfile()));
      return withGermany > withAll ? "Germany" : "all";
    },
    why: "Whether a likeness to one culture says anything beyond what nearly all share has to be asked each time.",
  },
  {
    task: "8a",
    points: 2,
    answer: () => vc.spearmanBrown(0.6, 2),
    why: "2 x 0.6 / (1 + 0.6): doubling a test does not double its reliability.",
  },
  {
    task: "9a",
    points: 2,
    answer: () => 0.8 + (1 - 0.8) * 0.5,
    why: "Four times in five it gives the approved letter whatever it would do, else as it acts.",
  },
  {
    task: "9b",
    points: 3,
    answer: () => 0,
    why: "It then answers as it acts. The gap of the simulation is the assumption, and vanishes with it.",
  },
];
