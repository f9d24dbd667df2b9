import type { PhraseEncoder } from "../../ports/encode.js";
import { hash128 } from "../../random/hash.js";
import { areaUnderCurve } from "../../statistics/area-under-curve.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import {
  fitLogistic,
  type LogisticHead,
  scoreRow,
  type TrainingRows,
} from "../training/l2-logistic.js";
import { conceptFeatures, type EncodedConcept, trainingRows } from "./concept-features.js";
import type { ConceptHead, ConceptModel, ConceptSkill } from "./concept-model.js";
import { conceptPool } from "./concept-pool.js";

/** One labelled text with its concepts. */
export interface ConceptRow {
  readonly concepts: readonly EncodedConcept[];
  /** P(adhere) and P(oppose) of every dimension by the embedded recognizer. */
  readonly readings: readonly number[];
  /** -1, 0 or 1 by dimension; what is missing was not judged. */
  readonly labels: Readonly<Record<DimensionId, number>>;
  /** Texts of one group are never parted by a fold. */
  readonly group: string;
}

const FOLDS = 5;

/** How far heads trust their rows: some hundred rows and thousands of terms want a short leash. */
const STRENGTH = 1;

/** Rows of each sign from which a head for the sign is fitted. */
const LEAST_SIGNS = 5;

/** A weight below this is left out of the file. */
const NEGLIGIBLE = 1e-4;

/**
 * Fits the small model of the concept recognizer: the pool of the rows' concepts, and for each dimension a head for
 * presence and one for the sign. About a hundred labelled texts a dimension are enough to begin with; how
 * well it reads texts it did not learn from is measured by five folds over groups and kept inside.
 *
 * Source: CLAVE (methods 3.1 and 3.2).
 *
 * @throws RangeError when a dimension has no text that shows it, or none that does not
 */
export function fitConceptModel(
  system: ValueSystem,
  source: string,
  rows: readonly ConceptRow[],
  encoder: Pick<PhraseEncoder, "id" | "length" | "familiar">,
): ConceptModel {
  const found = new Map(
    rows.flatMap(({ concepts }) => concepts.map(({ phrase, row }) => [phrase, row] as const)),
  );
  const meant = [...found]
    .map(([phrase, row]) => ({ phrase, row }))
    .filter(({ row }) => row.some((cell) => cell !== 0))
    .sort((a, b) => (a.phrase < b.phrase ? -1 : 1));
  const pool = conceptPool(
    meant.map(({ phrase }) => phrase),
    meant.map(({ row }) => row),
  );
  const features = rows.map(({ concepts, readings }) =>
    conceptFeatures(concepts, pool, encoder, readings),
  );
  const table = trainingRows(features, pool.length);
  const fits = system.dimensions.map(({ id }) => [id, fitDimension(id, rows, table)] as const);
  return {
    kind: "value-compass concept model",
    format: 1,
    system: system.id,
    dimensions: system.dimensions.map(({ id }) => id),
    source,
    encoder: encoder.id,
    pool: pool.map(({ phrase, centre, size }) => ({ phrase, centre: centre.map(brief), size })),
    heads: Object.fromEntries(fits.map(([id, { heads }]) => [id, heads])),
    skill: Object.fromEntries(fits.map(([id, { skill }]) => [id, skill])),
  };
}

interface Heads {
  readonly presence: LogisticHead;
  readonly sign: LogisticHead | null;
  readonly adhereShare: number;
}

function fitDimension(id: DimensionId, rows: readonly ConceptRow[], table: TrainingRows) {
  const judged = rows.map((_, at) => at).filter((at) => Object.hasOwn(rows[at].labels, id));
  const labelOf = (at: number) => rows[at].labels[id];
  const shown = judged.filter((at) => labelOf(at) !== 0).length;
  if (shown === 0 || shown === judged.length)
    throw new RangeError(
      `dimension ${id} needs labelled texts that show it and texts that do not; ` +
        `of ${judged.length} texts ${shown} show it`,
    );
  const fitted = (at: readonly number[]) => fitHeads(at, labelOf, table);
  const guesses = new Map<number, Guess>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (at: number) => hash128(`fold ${rows[at].group}`)[0] % FOLDS === fold;
    const learnt = judged.filter((at) => !isOut(at));
    if (new Set(learnt.map((at) => labelOf(at) !== 0)).size < 2) continue;
    const heads = fitted(learnt);
    for (const at of judged.filter(isOut)) guesses.set(at, guess(heads, table, at));
  }
  const { presence, sign, adhereShare } = fitted(judged);
  return {
    heads: {
      presence: keptHead(presence),
      sign: sign === null ? null : keptHead(sign),
      adhereShare: brief(adhereShare),
    },
    skill: skillOf(judged, labelOf, guesses),
  };
}

function fitHeads(
  at: readonly number[],
  labelOf: (at: number) => number,
  table: TrainingRows,
): Heads {
  const shown = at.filter((row) => labelOf(row) !== 0);
  const adhering = shown.filter((row) => labelOf(row) > 0).length;
  const presence = fitLogistic(
    table,
    at,
    at.map((row) => labelOf(row) !== 0),
    STRENGTH,
  );
  const enough = Math.min(adhering, shown.length - adhering) >= LEAST_SIGNS;
  const signs = shown.map((row) => labelOf(row) > 0);
  return {
    presence,
    sign: enough ? fitLogistic(table, shown, signs, STRENGTH) : null,
    // One imaginary text of each sign, so that neither is impossible.
    adhereShare: (adhering + 1) / (shown.length + 2),
  };
}

interface Guess {
  readonly presence: number;
  readonly adhere: number;
}

function guess({ presence, sign, adhereShare }: Heads, table: TrainingRows, at: number): Guess {
  return {
    presence: logistic(scoreRow(table, at, presence)),
    adhere: sign === null ? adhereShare : logistic(scoreRow(table, at, sign)),
  };
}

function skillOf(
  judged: readonly number[],
  labelOf: (at: number) => number,
  guesses: ReadonlyMap<number, Guess>,
): ConceptSkill {
  const read = [...guesses].map(([at, found]) => ({ label: labelOf(at), ...found }));
  const area = (
    rows: typeof read,
    score: (row: Guess) => number,
    yes: (label: number) => boolean,
  ) => {
    const value = areaUnderCurve(
      rows.map(score),
      rows.map(({ label }) => yes(label)),
    );
    return Number.isNaN(value) ? null : brief(value);
  };
  const shown = read.filter(({ label }) => label !== 0);
  const said = ({ presence, adhere }: Guess) => (presence < 0.5 ? 0 : adhere < 0.5 ? -1 : 1);
  const counts = [-1, 0, 1].map((label) => judged.filter((at) => labelOf(at) === label).length);
  return {
    rows: judged.length,
    adhere: counts[2],
    oppose: counts[0],
    presence: area(
      read,
      ({ presence }) => presence,
      (label) => label !== 0,
    ),
    sign: area(
      shown,
      ({ adhere }) => adhere,
      (label) => label > 0,
    ),
    accuracy: brief(
      read.filter((row) => said(row) === row.label).length / Math.max(1, read.length),
    ),
    majority: brief(Math.max(...counts) / judged.length),
  };
}

function keptHead({ terms, dense, bias }: LogisticHead): ConceptHead {
  return {
    terms: Array.from(terms, (weight, at): [number, number] => [at, brief(weight)]).filter(
      ([, weight]) => Math.abs(weight) >= NEGLIGIBLE,
    ),
    dense: Array.from(dense, brief),
    bias: brief(bias),
  };
}

/** Five digits are more than some hundred rows can teach. */
function brief(value: number): number {
  return Number(value.toPrecision(5));
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
