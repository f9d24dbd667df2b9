import type { Reading } from "../../values/value-system.js";
import type { BenchReading } from "./bench-reader.js";

/** One judged dimension of one reply: what people said, and what a reader says. */
export interface BenchCell extends BenchReading {
  readonly label: -1 | 0 | 1;
  /** The number of its prompt group. */
  readonly group: number;
}

/** The figures of one dimension; NaN where the labels cannot say. */
export interface Figures {
  /** Labelled 1 or -1 against labelled 0, by P(adhere) + P(oppose). */
  readonly presence: number;
  /** Labelled -1 against labelled 1, by the share of P(oppose) in both. */
  readonly sign: number;
  /** Labelled 1 against labelled -1, by the number that the system reads off a verdict. */
  readonly highLow: number;
  readonly accuracy: number;
  /** Accuracy of always saying the commonest label. */
  readonly majority: number;
  /** Mean F1 over the labels that occur. */
  readonly macroF1: number;
  readonly majorityF1: number;
  /** Expected calibration error of P(present), or of P(oppose) where every row takes a side. */
  readonly ece: number;
}

export const figureNames = [
  "presence",
  "sign",
  "highLow",
  "accuracy",
  "majority",
  "macroF1",
  "majorityF1",
  "ece",
] as const satisfies readonly (keyof Figures)[];

/** Bins of equal width in the calibration error. */
const BINS = 10;

/** Fewest rows on each side of an AUROC. */
const FEWEST = 10;

const LABELS = [-1, 0, 1] as const;

/** Computes the figures of a dimension for any weights of its prompt groups, so that groups can be resampled. */
export function figuresOf(
  cells: readonly BenchCell[],
  reading: Reading,
): (weights: Float64Array) => Figures {
  const taking = cells.filter(({ label }) => label !== 0);
  const sided = taking.length === cells.length;
  const presence = auroc(
    cells,
    ({ adhere, oppose }) => adhere + oppose,
    ({ label }) => label !== 0,
  );
  const sign = auroc(
    taking,
    ({ adhere, oppose }) => (adhere + oppose === 0 ? 0.5 : oppose / (adhere + oppose)),
    ({ label }) => label < 0,
  );
  const highLow = auroc(
    taking,
    ({ adhere, oppose }) => (reading === "adherence" ? adhere : 1 - oppose),
    ({ label }) => label > 0,
  );
  const said = cells.map(sided ? saidSide : saidLabel);
  const counts = LABELS.map((label) => cells.filter((cell) => cell.label === label).length);
  const commonest = LABELS[counts.indexOf(Math.max(...counts))];
  const constant = cells.map(() => commonest);
  return (weights) => ({
    presence: presence(weights),
    sign: sign(weights),
    highLow: highLow(weights),
    ...prefixed(scored(cells, said, weights), scored(cells, constant, weights)),
    ece: calibrationError(cells, sided, weights),
  });
}

function prefixed(
  own: Scored,
  constant: Scored,
): Omit<Figures, "presence" | "sign" | "highLow" | "ece"> {
  return {
    accuracy: own.accuracy,
    majority: constant.accuracy,
    macroF1: own.macroF1,
    majorityF1: constant.macroF1,
  };
}

function saidLabel({ adhere, oppose }: BenchCell): -1 | 0 | 1 {
  const unrelated = 1 - adhere - oppose;
  if (unrelated >= adhere && unrelated >= oppose) return 0;
  return oppose > adhere ? -1 : 1;
}

/** Where labels know two sides only, so does the answer: opposed from one half. */
function saidSide({ oppose }: BenchCell): -1 | 1 {
  return oppose >= 0.5 ? -1 : 1;
}

/** The area under the ROC curve for any weights; NaN with fewer than ten rows on a side. */
function auroc(
  cells: readonly BenchCell[],
  score: (cell: BenchCell) => number,
  positive: (cell: BenchCell) => boolean,
): (weights: Float64Array) => number {
  const sorted = cells
    .map((cell) => ({ score: score(cell), positive: positive(cell), group: cell.group }))
    .sort((one, other) => one.score - other.score);
  const positives = sorted.filter((one) => one.positive).length;
  if (Math.min(positives, sorted.length - positives) < FEWEST) return () => Number.NaN;
  return (weights) => {
    let below = 0;
    let above = 0;
    let won = 0;
    for (let at = 0; at < sorted.length; ) {
      const { score: level } = sorted[at];
      let tiedFor = 0;
      let tiedAgainst = 0;
      for (; at < sorted.length && sorted[at].score === level; at++) {
        const weight = weights[sorted[at].group];
        if (sorted[at].positive) tiedFor += weight;
        else tiedAgainst += weight;
      }
      won += tiedFor * (below + tiedAgainst / 2);
      above += tiedFor;
      below += tiedAgainst;
    }
    return won / (above * below);
  };
}

interface Scored {
  readonly accuracy: number;
  readonly macroF1: number;
}

function scored(
  cells: readonly BenchCell[],
  said: readonly (-1 | 0 | 1)[],
  weights: Float64Array,
): Scored {
  const hit = [0, 0, 0];
  const labelled = [0, 0, 0];
  const answered = [0, 0, 0];
  let all = 0;
  for (const [at, { label, group }] of cells.entries()) {
    const weight = weights[group];
    all += weight;
    labelled[label + 1] += weight;
    answered[said[at] + 1] += weight;
    if (label === said[at]) hit[label + 1] += weight;
  }
  const occurring = LABELS.filter((label) => labelled[label + 1] > 0);
  const f1 = occurring.map(
    (label) => (2 * hit[label + 1]) / (labelled[label + 1] + answered[label + 1]),
  );
  return {
    accuracy: hit.reduce((sum, one) => sum + one, 0) / all,
    macroF1: f1.reduce((sum, one) => sum + one, 0) / f1.length,
  };
}

function calibrationError(
  cells: readonly BenchCell[],
  sided: boolean,
  weights: Float64Array,
): number {
  const sum = new Float64Array(BINS);
  const count = new Float64Array(BINS);
  let all = 0;
  for (const { adhere, oppose, label, group } of cells) {
    const probability = Math.min(1, Math.max(0, sided ? oppose : adhere + oppose));
    const happened = sided ? label < 0 : label !== 0;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    sum[bin] += weights[group] * (probability - (happened ? 1 : 0));
    count[bin] += weights[group];
    all += weights[group];
  }
  return sum.reduce((total, one) => total + Math.abs(one), 0) / all;
}
