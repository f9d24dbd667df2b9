import { type Arm, checkArm } from "./arm.js";
import { checkNumber } from "./check-argument.js";

/** Halvings until an interval of length 1 is down to the last digit. */
const HALVINGS = 80;

/** When a round of play is. */
export interface KlUcbOptions {
  /** Plays of all arms so far, 1 or more. */
  readonly t: number;
}

/**
 * KL-UCB: the largest mean that the rewards seen do not yet speak against. For rewards that are 0
 * or 1 no index wastes fewer plays; unlike UCB1 it never promises more than 1.
 *
 * In words: the largest q for which pulls x kl(mean, q) is at most ln t, kl being the divergence of
 * two coins.
 *
 * Source: math 6, `klUcb`; Garivier & Cappé 2011.
 *
 * @param arm  its mean from 0 to 1
 * @returns from the mean to 1; Infinity for an arm never played
 * @throws ArgumentError
 * @example
 * klUcb({ mean: 0.5, pulls: 10 }, { t: 100 }); // => 0.887908761646 (± 1e-10)
 * klUcb({ mean: 1, pulls: 1 }, { t: 2 }); // => 1
 * klUcb({ mean: 0, pulls: 0 }, { t: 1 }); // => Infinity
 */
export function klUcb({ mean, pulls }: Arm, { t }: KlUcbOptions): number {
  checkArm({ mean, pulls }, t);
  if (pulls === 0) return Infinity;
  checkNumber("mean", mean, { from: 0, to: 1 });
  const allowed = Math.log(t) / pulls;
  let low = mean;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (coinDivergence(mean, middle) <= allowed) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * kl(p, q) for q from p to 1, by what q is away from p, so that little is lost where they are
 * near.
 */
function coinDivergence(p: number, q: number): number {
  const away = q - p;
  // Below this p ln p is 0 to the last digit, and away / p would overflow.
  const gain = p < 1e-300 ? 0 : -p * Math.log1p(away / p);
  const loss = p === 1 ? 0 : -(1 - p) * Math.log1p(-away / (1 - p));
  return gain + loss;
}
