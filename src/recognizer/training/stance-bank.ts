import type { ValueSystem } from "../../values/value-system.js";
import type { CuePhrases } from "../cues.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import { NegatedWords } from "../negated-words.js";
import { stanceBank } from "../system-blend.js";
import { tokens } from "../text/tokens.js";
import { vectorLength, type WordVectors } from "../word-vectors.js";
import type { AuthoredRow } from "./authored-rows.js";
import { fitLogistic } from "./l2-logistic.js";
import { chooseTerms } from "./term-choice.js";
import { authoredSteps } from "./topic-bank.js";

/** Words and pairs kept, and C of the L2 penalty. */
const TERMS = 8000;
const STRENGTH = 4;

/** How freely a system, and a dimension, may part from what all share: their features' scale. */
const SYSTEM = 1;
const DIMENSION = 2;

/**
 * Heads that tell whether an authored sentence supports (positive) or opposes its dimension. They are
 * learned together: a head is the sum of what all dimensions share, what its system adds and what is its
 * own, each under one penalty (Daume 2007), since sixteen sentences a voice are few for a head alone.
 */
export function trainStances(
  systems: readonly ValueSystem[],
  authored: readonly AuthoredRow[],
  vectors: WordVectors,
  cues: CuePhrases,
): BankWeights {
  const names = systems.flatMap(({ id, dimensions }) =>
    dimensions.map((dimension) => ({ system: id, name: `${id}.${dimension.id}` })),
  );
  const negation = new NegatedWords(cues);
  const plain = authored.map(({ text }) => tokens(text));
  const texts = plain.map((words) => {
    const { hashes, ...rest } = negation.mark(words, 0, words.count);
    return { ...rest, hashes: Uint32Array.from(hashes).slice(0, words.count) };
  });
  const { terms, rarity } = chooseTerms(texts, TERMS);
  const heads = names.length;
  const bank: BankWeights = {
    name: stanceBank,
    heads: names.map(({ name }) => name),
    terms,
    rarity,
    weights: new Float32Array(terms.length * heads),
    dense: new Float32Array(heads * vectorLength),
    bias: new Float32Array(heads),
    platt: Float32Array.from({ length: heads * 2 }, (_, at) => (at % 2 === 0 ? 1 : 0)),
  };
  const reader = new HeadBank(bank);
  // A block of features: the terms, the mean vector and a constant. One block for all, one a system, one a head.
  const block = terms.length + vectorLength + 1;
  const blocksOf = (head: number): readonly (readonly [number, number])[] => [
    [0, 1],
    [1 + systems.findIndex(({ id }) => id === names[head].system), SYSTEM],
    [1 + systems.length + head, DIMENSION],
  ];
  const rows = authored.map(({ system, dimension }, at) => {
    const head = bank.heads.indexOf(`${system}.${dimension}`);
    const words = texts[at];
    const { count, places, values } = reader.terms(words, 0, words.count);
    const mean = new Float64Array(vectorLength);
    vectors.mean(plain[at], 0, words.count, mean);
    const own = [...places.slice(0, count)];
    for (let column = 0; column <= vectorLength; column++) own.push(terms.length + column);
    const numbers = [...values.slice(0, count), ...mean, 1];
    const blocks = blocksOf(head);
    return {
      places: Int32Array.from(blocks.flatMap(([one]) => own.map((place) => one * block + place))),
      values: Float64Array.from(
        blocks.flatMap(([, factor]) => numbers.map((value) => factor * value)),
      ),
    };
  });
  const fitted = fitLogistic(
    {
      terms: block * (1 + systems.length + heads),
      dense: 0,
      places: rows.map(({ places }) => places),
      values: rows.map(({ values }) => values),
      means: rows.map(() => new Float64Array(0)),
    },
    [...rows.keys()],
    authored.map(({ stance }) => stance === "support"),
    STRENGTH,
    authoredSteps,
  ).terms;
  for (let head = 0; head < heads; head++)
    for (const [one, factor] of blocksOf(head)) {
      const start = one * block;
      for (let term = 0; term < terms.length; term++)
        bank.weights[term * heads + head] += factor * fitted[start + term];
      for (let column = 0; column < vectorLength; column++)
        bank.dense[head * vectorLength + column] += factor * fitted[start + terms.length + column];
      bank.bias[head] += factor * fitted[start + block - 1];
    }
  return bank;
}
