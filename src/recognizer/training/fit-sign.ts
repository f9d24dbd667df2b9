import type { SignBlend } from "../system-blend.js";
import { minimise } from "./l2-logistic.js";

/** What is known of the sign of one authored sentence, and the sign itself. */
export interface SignRow {
  readonly cues: number;
  readonly stance: number;
  readonly alarm: number;
  readonly support: boolean;
}

/**
 * Cues are rare in authored sentences, and sure where they are plain; alarm heads know real replies, which authored
 * sentences are not: both count at least this much.
 */
const LEAST = { cues: 0.2, alarm: 0.5 };

/** The penalty: 1 / (2 C) on the squared weights. */
const STRENGTH = 10;

/** Fits how cues, stance heads and alarm heads are weighed against each other, by logistic regression. */
export function fitSign(rows: readonly SignRow[]): SignBlend {
  const alarmed = rows.some(({ alarm }) => alarm !== 0);
  const held: { cues?: number; alarm?: number } = alarmed ? {} : { alarm: 0 };
  for (;;) {
    const fit = fitWeights(rows, held);
    const low = (["cues", "alarm"] as const).filter(
      (name) => held[name] === undefined && fit[name] < LEAST[name],
    );
    if (low.length === 0) return fit;
    for (const name of low) held[name] = LEAST[name];
  }
}

/** @param held  weights that are given */
function fitWeights(
  rows: readonly SignRow[],
  held: { readonly cues?: number; readonly alarm?: number },
): SignBlend {
  const fitted = minimise(4, (weights, gradient) => {
    const cue = held.cues ?? weights[0];
    const alert = held.alarm ?? weights[2];
    let loss = 0;
    for (let at = 0; at < 3; at++) {
      loss += weights[at] ** 2 / (2 * STRENGTH);
      gradient[at] = weights[at] / STRENGTH;
    }
    gradient[3] = 0;
    for (const { cues, stance, alarm, support } of rows) {
      const side = support ? 1 : -1;
      const margin = side * (cue * cues + weights[1] * stance - alert * alarm + weights[3]);
      loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      const pull = -side / (1 + Math.exp(margin));
      if (held.cues === undefined) gradient[0] += pull * cues;
      gradient[1] += pull * stance;
      if (held.alarm === undefined) gradient[2] -= pull * alarm;
      gradient[3] += pull;
    }
    return loss;
  });
  const decimals = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    cues: decimals(held.cues ?? fitted[0]),
    stance: decimals(fitted[1]),
    alarm: decimals(held.alarm ?? fitted[2]),
    bias: decimals(fitted[3]),
  };
}
