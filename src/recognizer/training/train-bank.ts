import { type BankWeights, HeadBank } from "../head-bank.js";
import { type Tokens, tokens } from "../text/tokens.js";
import { vectorLength, type WordVectors } from "../word-vectors.js";
import type { BankRecipe, HeadRecipe } from "./bank-recipe.js";
import { fitLogistic, type TrainingRows } from "./l2-logistic.js";
import type { LabelledRow } from "./labelled-row.js";
import { chooseTerms } from "./term-choice.js";

/** The words of a row that a bank reads. */
export function rowTokens(row: LabelledRow, opening: number | null): Tokens {
  const words = tokens(row.response);
  return opening === null ? words : { ...words, count: Math.min(words.count, opening) };
}

/** Trains the heads of a bank on some rows. Calibration is left at the identity. */
export function trainBank(
  recipe: BankRecipe,
  rows: readonly LabelledRow[],
  vectors: WordVectors,
): BankWeights {
  const texts = rows.map((row) => rowTokens(row, recipe.opening));
  const { terms, rarity } = chooseTerms(texts, recipe.terms);
  const heads = recipe.heads.length;
  const blank: BankWeights = {
    name: recipe.name,
    heads: recipe.heads.map(({ name }) => name),
    terms,
    rarity,
    weights: new Float32Array(terms.length * heads),
    dense: new Float32Array(heads * vectorLength),
    bias: new Float32Array(heads),
    platt: Float32Array.from({ length: heads * 2 }, (_, at) => (at % 2 === 0 ? 1 : 0)),
  };
  const features = rowFeatures(new HeadBank(blank), texts, vectors, terms.length);
  for (const [head, { label }] of recipe.heads.entries()) {
    const { chosen, labels } = answered(rows, label);
    const fitted = fitLogistic(features, chosen, labels, recipe.strength, recipe.steps);
    for (let term = 0; term < terms.length; term++)
      blank.weights[term * heads + head] = fitted.terms[term];
    blank.dense.set(fitted.dense, head * vectorLength);
    blank.bias[head] = fitted.bias;
  }
  return blank;
}

function rowFeatures(
  bank: HeadBank,
  texts: readonly Tokens[],
  vectors: WordVectors,
  terms: number,
): TrainingRows {
  const places: Int32Array[] = [];
  const values: Float64Array[] = [];
  const means: Float64Array[] = [];
  for (const words of texts) {
    const vector = bank.terms(words, 0, words.count);
    places.push(vector.places.slice(0, vector.count));
    values.push(vector.values.slice(0, vector.count));
    const mean = new Float64Array(vectorLength);
    vectors.mean(words, 0, words.count, mean);
    means.push(mean);
  }
  return { terms, dense: vectorLength, places, values, means };
}

/** The rows that answer a head's question, and their answers. */
export function answered(
  rows: readonly LabelledRow[],
  label: HeadRecipe["label"],
): { readonly chosen: readonly number[]; readonly labels: readonly boolean[] } {
  const chosen: number[] = [];
  const labels: boolean[] = [];
  for (const [at, row] of rows.entries()) {
    const answer = label(row);
    if (answer === null) continue;
    chosen.push(at);
    labels.push(answer);
  }
  return { chosen, labels };
}
