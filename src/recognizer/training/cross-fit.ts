import { hash128 } from "../../random/hash.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import { vectorLength, type WordVectors } from "../word-vectors.js";
import type { BankRecipe } from "./bank-recipe.js";
import { fitLogistic } from "./l2-logistic.js";
import type { LabelledRow } from "./labelled-row.js";
import { answered, rowTokens, trainBank } from "./train-bank.js";

export const FOLDS = 5;

/** The fold of a group: a hash of its name, so that it never changes and no group is parted. */
export function foldOf(group: string): number {
  return hash128(`fold ${group}`)[0] % FOLDS;
}

/** Out-of-fold results of a bank: what each head says of rows it did not learn from. */
export interface CrossFit {
  /** The bank trained without a fold, by fold; calibrated. */
  readonly banks: readonly BankWeights[];
  /** Raw scores, rows x heads. */
  readonly scores: readonly Float64Array[];
  /** Probabilities by a calibration that did not see the row's fold, rows x heads. */
  readonly probabilities: readonly Float64Array[];
  /** Platt's a and b for each head, from all out-of-fold scores: what ships. */
  readonly platt: Float32Array;
}

/** Trains a bank once without each fold and reads that fold with it. */
export function crossFit(
  recipe: BankRecipe,
  rows: readonly LabelledRow[],
  vectors: WordVectors,
): CrossFit {
  const folds = rows.map((row) => foldOf(row.group));
  const heads = recipe.heads.length;
  const scores = rows.map(() => new Float64Array(heads));
  const probabilities = rows.map(() => new Float64Array(heads));
  const mean = new Float64Array(vectorLength);
  const banks = Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = rows.filter((_, at) => folds[at] !== fold);
    const weights = trainBank(recipe, learnt, vectors);
    const bank = new HeadBank(weights);
    for (const [at, row] of rows.entries()) {
      if (folds[at] !== fold) continue;
      const words = rowTokens(row, recipe.opening);
      vectors.mean(words, 0, words.count, mean);
      bank.score(words, 0, words.count, mean, scores[at]);
    }
    return weights;
  });
  const platt = new Float32Array(heads * 2);
  for (const [head, { label }] of recipe.heads.entries()) {
    const { chosen, labels } = answered(rows, label);
    const all = chosen.map((at) => scores[at][head]);
    platt.set(plattOf(all, labels), head * 2);
    for (let fold = 0; fold < FOLDS; fold++) {
      const keep = chosen.map((at) => folds[at] !== fold);
      const part = plattOf(
        all.filter((_, at) => keep[at]),
        labels.filter((_, at) => keep[at]),
      );
      banks[fold].platt.set(part, head * 2);
      for (const [at, row] of scores.entries())
        if (folds[at] === fold)
          probabilities[at][head] = 1 / (1 + Math.exp(-(part[0] * row[head] + part[1])));
    }
  }
  return { banks, scores, probabilities, platt };
}

/** Platt scaling: the logistic curve that turns scores into probabilities. */
function plattOf(scores: readonly number[], labels: readonly boolean[]): readonly [number, number] {
  const nothing = scores.map(() => new Int32Array(0));
  const rows = {
    terms: 0,
    dense: 1,
    places: nothing,
    values: scores.map(() => new Float64Array(0)),
    means: scores.map((score) => Float64Array.of(score)),
  };
  const { dense, bias } = fitLogistic(rows, [...scores.keys()], labels, 1000);
  return [dense[0], bias];
}
