import type { Stream } from "../random/stream.js";
import type { BetaBelief } from "./beta-posterior.js";
import { checkBeliefs } from "./probability-best.js";

/** The arm that chance chose, and what it drew for each. */
export interface ThompsonChoice {
  /** From 0. */
  readonly arm: number;
  /** One rate an arm, drawn from what is believed of it. */
  readonly draws: readonly number[];
}

/**
 * Thompson sampling: draw a rate for every arm from what is believed of it and play the arm with
 * the largest draw, so that each arm is played as often as it is likely to be the best.
 *
 * Source: math 6; Thompson 1933.
 *
 * @param beliefs  one an arm, from `betaPosterior`; alpha and beta from 1e-6 to 1e6
 * @param random   consumed
 * @throws ArgumentError
 * @example
 * thompson([{ alpha: 9000, beta: 1000 }, { alpha: 1000, beta: 9000 }], stream(1, "thompson")).arm; // => 0
 * thompson([], stream(1, "thompson")); // throws /beliefs must hold at least 1 arm/
 */
export function thompson(beliefs: readonly BetaBelief[], random: Stream): ThompsonChoice {
  checkBeliefs(beliefs);
  const draws = beliefs.map(({ alpha, beta }) => {
    // A Beta number is what one Gamma number has of the sum of two.
    const lead = logGammaDraw(beta, random) - logGammaDraw(alpha, random);
    return 1 / (1 + Math.exp(lead));
  });
  return { arm: draws.indexOf(Math.max(...draws)), draws };
}

/**
 * The logarithm of a Gamma number (Marsaglia & Tsang 2000); small shapes are drawn one higher and
 * brought down.
 */
function logGammaDraw(shape: number, random: Stream): number {
  if (shape < 1) return logGammaDraw(shape + 1, random) + Math.log(1 - random.next()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.normal();
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    const accepted = 0.5 * normal ** 2 + d * (1 - cube + Math.log(cube));
    if (Math.log(1 - random.next()) < accepted) return Math.log(d * cube);
  }
}
