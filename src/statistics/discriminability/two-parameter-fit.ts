import { ArgumentError } from "../argument-error.js";
import type { IrtItem } from "./irt-curve.js";

/** How often one examinee showed what an item asks for, of so many replies. */
export interface ShownCount {
  readonly shown: number;
  readonly of: number;
}

/** Items and examinees on one scale. */
export interface TwoParameterFit {
  readonly items: readonly Required<Pick<IrtItem, "discrimination" | "difficulty">>[];
  /** One an examinee, about 0 with a spread of about 1. */
  readonly abilities: readonly number[];
  /** Rounds of alternation until nothing moved. */
  readonly steps: number;
}

/** Spreads of the priors: abilities, difficulties, and the logarithm of discriminations around 0 (a discrimination of 1). */
const PRIOR = { ability: 1, difficulty: 1.5, logDiscrimination: 0.5 };
const MOST_STEPS = 5000;
const STILL = 1e-6;
/** The longest step of one parameter. */
const STRIDE = 1;

/**
 * Fits two-parameter item response curves: each item has a discrimination (how sharply it tells examinees apart) and a
 * difficulty (where it does), each examinee a place on the same scale. With few examinees this rests on its priors, which
 * draw items to a discrimination of 1 and everything to the middle: read it as a way to rank items, not as a truth about each.
 *
 * In words: the most likely values under normal priors (spread 1 for abilities, 1.5 for difficulties, 0.5 for the log of
 * discriminations), found by Newton steps on one examinee or item at a time.
 *
 * Source: Birnbaum 1968; Mislevy 1986; GETA (methods 4); math 4.6.
 *
 * @param counts  examinees in rows, items in columns; `of` may be 0 where an examinee was not asked
 * @throws ArgumentError when rows differ in length, or `shown` is more than `of`
 * @example
 * const apart = [[{ shown: 9, of: 10 }, { shown: 6, of: 10 }], [{ shown: 1, of: 10 }, { shown: 5, of: 10 }]];
 * const fit = twoParameterFit(apart);
 * fit.items[0].discrimination > fit.items[1].discrimination; // => true
 * fit.abilities[0] > fit.abilities[1]; // => true
 * twoParameterFit([[{ shown: 2, of: 1 }]]); // throws /must show at most as often as it was asked/
 */
export function twoParameterFit(counts: readonly (readonly ShownCount[])[]): TwoParameterFit {
  check(counts);
  const size = counts[0]?.length ?? 0;
  const abilities = counts.map(() => 0);
  const logs = new Array<number>(size).fill(0);
  const difficulties = new Array<number>(size).fill(0);
  let steps = 0;
  for (let moved = Infinity; moved > STILL && steps < MOST_STEPS; steps++) {
    moved = 0;
    for (const [e, row] of counts.entries()) {
      const step = abilityStep(abilities[e], row, logs, difficulties);
      abilities[e] += step;
      moved = Math.max(moved, Math.abs(step));
    }
    for (let i = 0; i < size; i++) {
      const column = counts.map((row) => row[i]);
      const [down, along] = itemStep(logs[i], difficulties[i], column, abilities);
      logs[i] += down;
      difficulties[i] += along;
      moved = Math.max(moved, Math.abs(down), Math.abs(along));
    }
  }
  return {
    items: logs.map((log, i) => ({
      discrimination: Math.exp(log),
      difficulty: difficulties[i],
    })),
    abilities,
    steps,
  };
}

function check(counts: readonly (readonly ShownCount[])[]): void {
  const size = counts[0]?.length ?? 0;
  for (const row of counts) {
    if (row.length !== size) throw new ArgumentError("counts", `must have ${size} items each`, row);
    for (const one of row)
      if (!(one.shown >= 0 && one.shown <= one.of))
        throw new ArgumentError("counts", "must show at most as often as it was asked", one);
  }
}

function chance(ability: number, log: number, difficulty: number): number {
  return 1 / (1 + Math.exp(-Math.exp(log) * (ability - difficulty)));
}

function bounded(step: number): number {
  return Math.max(-STRIDE, Math.min(STRIDE, step));
}

function abilityStep(
  ability: number,
  row: readonly ShownCount[],
  logs: readonly number[],
  difficulties: readonly number[],
): number {
  let slope = -ability / PRIOR.ability ** 2;
  let curvature = 1 / PRIOR.ability ** 2;
  for (const [i, { shown, of }] of row.entries()) {
    const a = Math.exp(logs[i]);
    const p = chance(ability, logs[i], difficulties[i]);
    slope += a * (shown - of * p);
    curvature += a * a * of * p * (1 - p);
  }
  return bounded(slope / curvature);
}

/** One Fisher-scoring step for an item: the expected curvature is never negative. */
function itemStep(
  log: number,
  difficulty: number,
  column: readonly ShownCount[],
  abilities: readonly number[],
): readonly [number, number] {
  const a = Math.exp(log);
  let [sLog, sDiff] = [-log / PRIOR.logDiscrimination ** 2, -difficulty / PRIOR.difficulty ** 2];
  let [cLog, cDiff, cross] = [1 / PRIOR.logDiscrimination ** 2, 1 / PRIOR.difficulty ** 2, 0];
  for (const [e, { shown, of }] of column.entries()) {
    const p = chance(abilities[e], log, difficulty);
    const rest = shown - of * p;
    const weight = of * p * (1 - p);
    const [dLog, dDiff] = [a * (abilities[e] - difficulty), -a];
    sLog += dLog * rest;
    sDiff += dDiff * rest;
    cLog += dLog * dLog * weight;
    cDiff += dDiff * dDiff * weight;
    cross += dLog * dDiff * weight;
  }
  const determinant = cLog * cDiff - cross * cross;
  return [
    bounded((cDiff * sLog - cross * sDiff) / determinant),
    bounded((cLog * sDiff - cross * sLog) / determinant),
  ];
}
