import type { SignBlend } from "../system-blend.js";
import { minimise } from "./l2-logistic.js";

/** What is known of the sign of one authored sentence, and the sign itself. */
export interface SignRow {
  readonly cues: number;
  readonly stance: number;
  readonly support: boolean;
}

/** Cues are rare in authored sentences, and sure where they are plain: they count at least this much. */
const LEAST_CUES = 0.4;

/** The penalty: 1 / (2 C) on the squared weights. */
const STRENGTH = 10;

/** Fits how cues and the stance heads are weighed against each other, by logistic regression. */
export function fitSign(rows: readonly SignRow[]): SignBlend {
  const free = fitWeights(rows, null);
  return free.cues < LEAST_CUES ? fitWeights(rows, LEAST_CUES) : free;
}

/** @param held  the weight of the cues, where it is given */
function fitWeights(rows: readonly SignRow[], held: number | null): SignBlend {
  const fitted = minimise(3, (weights, gradient) => {
    const own = held ?? weights[0];
    let loss = (weights[0] ** 2 + weights[1] ** 2) / (2 * STRENGTH);
    gradient[0] = weights[0] / STRENGTH;
    gradient[1] = weights[1] / STRENGTH;
    gradient[2] = 0;
    for (const { cues, stance, support } of rows) {
      const side = support ? 1 : -1;
      const margin = side * (own * cues + weights[1] * stance + weights[2]);
      loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      const pull = -side / (1 + Math.exp(margin));
      if (held === null) gradient[0] += pull * cues;
      gradient[1] += pull * stance;
      gradient[2] += pull;
    }
    return loss;
  });
  const decimals = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    cues: decimals(held ?? fitted[0]),
    stance: decimals(fitted[1]),
    bias: decimals(fitted[2]),
  };
}
