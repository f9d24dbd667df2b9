import { hash128 } from "../../random/hash.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import { calibratedProbabilities, type KindCalibration } from "../kind-calibration.js";
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
  /** Likewise, where the recipe asks for it: one head's calibration by the kind of text. */
  readonly kinds?: KindCalibration;
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
  const known = { recipe, rows, scores };
  const calibrated = banks.map((bank, fold) => ({
    ...bank,
    ...calibrate(known, (at) => folds[at] !== fold),
  }));
  const probabilities = scores.map((row, at) =>
    calibratedProbabilities(calibrated[folds[at]], row),
  );
  return { banks: calibrated, scores, probabilities, ...calibrate(known, () => true) };
}

interface Calibration {
  readonly platt: Float32Array;
  readonly kinds?: KindCalibration;
}

/** The calibration that some rows' out-of-fold scores give. */
function calibrate(
  {
    recipe,
    rows,
    scores,
  }: { recipe: BankRecipe } & Pick<CrossFit, "scores"> & {
      rows: readonly LabelledRow[];
    },
  keep: (at: number) => boolean,
): Calibration {
  /** @param where  which rows count besides */
  const line = (head: number, where: (row: LabelledRow) => boolean): readonly [number, number] => {
    const { chosen, labels } = answered(rows, recipe.heads[head].label);
    const kept = [...chosen.keys()].filter((one) => keep(chosen[one]) && where(rows[chosen[one]]));
    return plattOf(
      kept.map((one) => scores[chosen[one]][head]),
      kept.map((one) => labels[one]),
    );
  };
  const platt = Float32Array.from(recipe.heads.flatMap((_, head) => line(head, () => true)));
  if (recipe.kinds === undefined) return { platt };
  const names = recipe.heads.map(({ name }) => name);
  const of = names.indexOf(recipe.kinds.of);
  const kinds = recipe.kinds.heads.map((kind) => {
    const [gate, own] = [kind.gate, kind.own].map((name) => names.indexOf(name));
    const [slope, offset] = line(of, (row) => recipe.heads[gate].label(row) === true);
    return { gate, own, slope, offset };
  });
  return { platt, kinds: { of, kinds } };
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
