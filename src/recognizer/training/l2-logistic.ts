/** Rows of sparse terms and a dense part, with labels: what one head learns from. */
export interface TrainingRows {
  readonly terms: number;
  readonly dense: number;
  readonly places: readonly Int32Array[];
  readonly values: readonly Float64Array[];
  readonly means: readonly Float64Array[];
}

/** A fitted head: weights of the terms, of the dense part, and a bias. */
export interface LogisticHead {
  readonly terms: Float64Array;
  readonly dense: Float64Array;
  readonly bias: number;
}

const MEMORY = 8;
const STEPS = 120;
const FLAT = 1e-4;

/**
 * Logistic regression with an L2 penalty, by L-BFGS: minimises
 * |w|^2 / (2 C) + sum over rows of log(1 + exp(-y f(x))). The bias is not penalised. No randomness,
 * and a fixed order of sums, so that the same rows always give the same bits.
 *
 * @param labels  true, false, one for each chosen row
 * @param strength  C: larger trusts the rows more
 * @param steps  most steps of the search
 */
export function fitLogistic(
  rows: TrainingRows,
  chosen: readonly number[],
  labels: readonly boolean[],
  strength: number,
  steps: number = STEPS,
): LogisticHead {
  const size = rows.terms + rows.dense + 1;
  const biasAt = size - 1;
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let at = 0; at < biasAt; at++) {
      loss += (weights[at] * weights[at]) / (2 * strength);
      gradient[at] = weights[at] / strength;
    }
    gradient[biasAt] = 0;
    for (let at = 0; at < chosen.length; at++) {
      const row = chosen[at];
      const sign = labels[at] ? 1 : -1;
      const margin = sign * margins(rows, row, weights);
      loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      const pull = -sign / (1 + Math.exp(margin));
      const places = rows.places[row];
      const values = rows.values[row];
      for (let term = 0; term < places.length; term++)
        gradient[places[term]] += pull * values[term];
      const mean = rows.means[row];
      for (let column = 0; column < rows.dense; column++)
        gradient[rows.terms + column] += pull * mean[column];
      gradient[biasAt] += pull;
    }
    return loss;
  };
  const weights = minimise(size, objective, steps);
  return {
    terms: weights.slice(0, rows.terms),
    dense: weights.slice(rows.terms, biasAt),
    bias: weights[biasAt],
  };
}

/** The score of a row under a fitted head: log-odds. */
export function scoreRow(rows: TrainingRows, row: number, head: LogisticHead): number {
  let sum = head.bias;
  const places = rows.places[row];
  const values = rows.values[row];
  for (let term = 0; term < places.length; term++) sum += head.terms[places[term]] * values[term];
  const mean = rows.means[row];
  for (let column = 0; column < rows.dense; column++) sum += head.dense[column] * mean[column];
  return sum;
}

function margins(rows: TrainingRows, row: number, weights: Float64Array): number {
  let sum = weights[weights.length - 1];
  const places = rows.places[row];
  const values = rows.values[row];
  for (let term = 0; term < places.length; term++) sum += weights[places[term]] * values[term];
  const mean = rows.means[row];
  for (let column = 0; column < rows.dense; column++)
    sum += weights[rows.terms + column] * mean[column];
  return sum;
}

/** Limited-memory BFGS with backtracking (Nocedal and Wright 2006, algorithm 7.5). */
export function minimise(
  size: number,
  objective: (weights: Float64Array, gradient: Float64Array) => number,
  steps: number = STEPS,
): Float64Array {
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = objective(weights, gradient);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  const start = Math.sqrt(inner(gradient, gradient));
  for (let step = 0; step < steps; step++) {
    const steepness = Math.sqrt(inner(gradient, gradient));
    if (steepness <= FLAT * Math.max(1, start)) break;
    const direction = twoLoops(gradient, moves, turns);
    const slope = inner(direction, gradient);
    let length = step === 0 ? 1 / steepness : 1;
    let next = weights;
    let nextGradient = gradient;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 30; attempt++, length /= 2) {
      next = new Float64Array(size);
      for (let at = 0; at < size; at++) next[at] = weights[at] + length * direction[at];
      nextGradient = new Float64Array(size);
      nextLoss = objective(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * length * slope) break;
    }
    if (!(nextLoss < loss)) break;
    const move = next.map((value, at) => value - weights[at]);
    const turn = nextGradient.map((value, at) => value - gradient[at]);
    if (inner(move, turn) > 1e-12) {
      moves.push(move);
      turns.push(turn);
      if (moves.length > MEMORY) {
        moves.shift();
        turns.shift();
      }
    }
    weights = next;
    gradient = nextGradient;
    loss = nextLoss;
  }
  return weights;
}

/** The two-loop recursion: the downhill direction, bent by what the last steps showed. */
function twoLoops(
  gradient: Float64Array,
  moves: readonly Float64Array[],
  turns: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (let at = moves.length - 1; at >= 0; at--) {
    shares[at] = inner(moves[at], direction) / inner(moves[at], turns[at]);
    for (let cell = 0; cell < direction.length; cell++)
      direction[cell] -= shares[at] * turns[at][cell];
  }
  const last = moves.length - 1;
  if (last >= 0) {
    const scale = inner(moves[last], turns[last]) / inner(turns[last], turns[last]);
    for (let cell = 0; cell < direction.length; cell++) direction[cell] *= scale;
  }
  for (let at = 0; at < moves.length; at++) {
    const back = inner(turns[at], direction) / inner(moves[at], turns[at]);
    for (let cell = 0; cell < direction.length; cell++)
      direction[cell] += (shares[at] - back) * moves[at][cell];
  }
  return direction;
}

function inner(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
