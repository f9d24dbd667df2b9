import { type RidgeFit, ridge } from "../statistics/ridge.js";
import type { Candidate, Observed, ObservedTerms } from "./candidate.js";
import { OPTIMISM } from "./evolve-settings.js";
import type { SlotDesign } from "./slot-design.js";

/** What each term is divided by in the search: the spread of its predictions after the first generation. */
export interface Spreads {
  readonly informativeness: number;
  readonly elicitation: number;
}

/** One term of Eq. 1 as an additive score over slots, and how far single items stray from it. */
export interface TermModel {
  readonly fit: RidgeFit;
  /** Variance of items around the additive score that is not sampling noise. */
  readonly surprise: number;
  /** Mean variance of one observation's sampling noise; pooled, since that of one item is itself noisy. */
  readonly noise: number;
}

/** The parameters of the generator: an additive score over slots for each term of Eq. 1. */
export interface Theta {
  readonly informativeness: TermModel;
  readonly elicitation: TermModel;
  readonly spreads: Spreads;
}

type TermName = "informativeness" | "elicitation";

type Scored = Candidate & { readonly search: ObservedTerms };

function scored(archive: readonly Candidate[]): Scored[] {
  return archive.filter(
    (candidate): candidate is Scored =>
      candidate.search !== null &&
      Number.isFinite(candidate.search.informativeness.value) &&
      Number.isFinite(candidate.search.elicitation.value),
  );
}

function termModel(name: TermName, rows: readonly Scored[], fit: RidgeFit): TermModel {
  const noise = mean(rows.map((candidate) => candidate.search[name].noise));
  // At least a tenth of the unexplained variance is taken as real: the noise estimate is noisy itself.
  const surprise = Math.max(fit.leaveOneOutError - noise, 0.1 * fit.leaveOneOutError);
  return { fit, surprise: Math.max(surprise, Number.EPSILON), noise };
}

/**
 * Fits theta to everything scored so far; `null` while fewer than two items have been scored. The
 * spreads are taken from the first fit and then stay, so that alpha keeps its meaning from round to
 * round (design, decision 3).
 */
export function fitTheta(
  archive: readonly Candidate[],
  design: SlotDesign,
  frozen: Spreads | null,
): Theta | null {
  const rows = scored(archive);
  if (rows.length < 2) return null;
  const switches = rows.map((candidate) => design.row(candidate.draft));
  const values = (name: TermName) => rows.map((candidate) => candidate.search[name].value);
  const [first, second] = ridge({ columns: design.columns, rows: switches }, [
    values("informativeness"),
    values("elicitation"),
  ]);
  const informativeness = termModel("informativeness", rows, first);
  const elicitation = termModel("elicitation", rows, second);
  const spreads = frozen ?? {
    informativeness: spreadOf(first, switches, values("informativeness")),
    elicitation: spreadOf(second, switches, values("elicitation")),
  };
  return { informativeness, elicitation, spreads };
}

function spreadOf(
  fit: RidgeFit,
  switches: readonly (readonly number[])[],
  values: readonly number[],
): number {
  const predicted = deviation(switches.map((row) => fit.predict(row)));
  // A term that shows no structure yet must not weigh without limit.
  return Math.max(predicted, 0.1 * deviation(values), Number.EPSILON);
}

/** Mixes two terms by alpha, each on its frozen spread. */
export function mixed(
  alpha: number,
  spreads: Spreads,
  informativeness: number,
  elicitation: number,
): number {
  return (
    ((1 - alpha) * informativeness) / spreads.informativeness +
    (alpha * elicitation) / spreads.elicitation
  );
}

/** How promising an unasked draft is: its prediction, raised by what is not yet known about it. */
export function promise(theta: Theta, alpha: number, row: readonly number[]): number {
  const hopeful = ({ fit }: TermModel) => fit.predict(row) + OPTIMISM * fit.uncertainty(row);
  return mixed(alpha, theta.spreads, hopeful(theta.informativeness), hopeful(theta.elicitation));
}

/**
 * The best estimate of the true terms of every scored candidate: the additive score of the others (leave one
 * out), drawn towards what its own replies showed, each as far as its noise allows. This is what
 * keeps chosen items from being chosen for their luck. Without a theta all stand alike.
 */
export function estimates(
  theta: Theta | null,
  alpha: number,
  archive: readonly Candidate[],
): ReadonlyMap<string, number> {
  const rows = scored(archive);
  if (!theta) return new Map(rows.map((candidate) => [candidate.id, 0]));
  const term = (name: TermName, index: number) => {
    const { search, screen } = rows[index];
    const seen = screen ? [search[name], screen[name]] : [search[name]];
    return shrunken(theta[name], theta[name].fit.leftOut[index], seen);
  };
  return new Map(
    rows.map((candidate, index) => [
      candidate.id,
      mixed(alpha, theta.spreads, term("informativeness", index), term("elicitation", index)),
    ]),
  );
}

function shrunken(model: TermModel, prior: number, seen: readonly Observed[]): number {
  const precision = 1 / Math.max(model.noise, Number.EPSILON);
  let weight = 1 / model.surprise;
  let total = prior * weight;
  for (const { value } of seen) {
    if (!Number.isFinite(value)) continue;
    weight += precision;
    total += precision * value;
  }
  return total / weight;
}

function mean(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? 0 : finite.reduce((sum, value) => sum + value, 0) / finite.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
