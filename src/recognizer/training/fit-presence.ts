import { minimise } from "./l2-logistic.js";

/** One text with its parts' scores by dimension, and what it is about (-1: nothing). */
export interface PresenceRow {
  readonly parts: Readonly<Record<string, readonly number[]>>;
  readonly about: number;
  readonly weight: number;
}

/** The penalties: a weight far from 0, and an offset far from the others, must earn it. */
const WEIGHT_STRENGTH = 10;
const OFFSET_STRENGTH = 1;

/** What is fitted: a weight for each part, an offset for each dimension. */
export interface PresenceFit {
  readonly parts: Readonly<Record<string, number>>;
  readonly offsets: readonly number[];
}

/**
 * Fits the competition of a system's dimensions with each other and with "none": a softmax whose log-odds
 * are the weighted parts plus an offset, with an L2 penalty. A part that would count less than its least
 * is held there and the others are fitted again.
 *
 * @param least  by part; 0 where none is named
 */
export function fitPresence(
  rows: readonly PresenceRow[],
  dimensions: number,
  least: Readonly<Record<string, number>>,
): PresenceFit {
  const held: Record<string, number> = {};
  for (;;) {
    const fit = fitParts(rows, held, dimensions);
    const low = Object.keys(fit.parts).filter((name) => fit.parts[name] < (least[name] ?? 0));
    if (low.length === 0) return fit;
    for (const name of low) held[name] = least[name] ?? 0;
  }
}

function fitParts(
  rows: readonly PresenceRow[],
  held: Readonly<Record<string, number>>,
  dimensions: number,
): PresenceFit {
  const names = Object.keys(rows[0].parts).filter((name) => !Object.hasOwn(held, name));
  // The last number is the offset that all dimensions share; it is not penalised.
  const common = names.length + dimensions;
  const inputs = rows.map(({ parts }) => names.map((name) => parts[name]));
  const given = rows.map(({ parts }) =>
    Array.from({ length: dimensions }, (_, dim) =>
      Object.entries(held).reduce((sum, [name, weight]) => sum + weight * parts[name][dim], 0),
    ),
  );
  const odds = new Float64Array(dimensions);
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let at = 0; at < common; at++) {
      const strength = at < names.length ? WEIGHT_STRENGTH : OFFSET_STRENGTH;
      loss += weights[at] ** 2 / (2 * strength);
      gradient[at] = weights[at] / strength;
    }
    gradient[common] = 0;
    for (const [row, { about, weight }] of rows.entries()) {
      const input = inputs[row];
      let top = 0;
      for (let dim = 0; dim < dimensions; dim++) {
        odds[dim] = given[row][dim] + weights[names.length + dim] + weights[common];
        for (let part = 0; part < names.length; part++)
          odds[dim] += weights[part] * input[part][dim];
        top = Math.max(top, odds[dim]);
      }
      let total = Math.exp(-top);
      for (let dim = 0; dim < dimensions; dim++) total += Math.exp(odds[dim] - top);
      loss += weight * (top + Math.log(total) - (about < 0 ? 0 : odds[about]));
      for (let dim = 0; dim < dimensions; dim++) {
        const pull = weight * (Math.exp(odds[dim] - top) / total - (dim === about ? 1 : 0));
        for (let part = 0; part < names.length; part++) gradient[part] += pull * input[part][dim];
        gradient[names.length + dim] += pull;
        gradient[common] += pull;
      }
    }
    return loss;
  };
  const fitted = minimise(common + 1, objective);
  return {
    parts: { ...held, ...Object.fromEntries(names.map((name, at) => [name, fitted[at]])) },
    offsets: Array.from(
      { length: dimensions },
      (_, dim) => fitted[names.length + dim] + fitted[common],
    ),
  };
}
