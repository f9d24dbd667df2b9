import type { LogisticLoss } from "../minimise-convex.js";
import type { PairResult } from "./is-comparable.js";

/**
 * Minus the log-likelihood of win, tie and loss in every pair under Davidson's model, for the
 * solver: what `bradleyTerry` makes smallest. Without ties it is the plain Bradley-Terry model.
 *
 * @param pairs     what happened
 * @param free      how many strengths are free; the last one is held at 0
 * @param withTies  whether the logarithm of the odds of a tie stands behind the strengths
 * @example
 * const pairs = [{ first: 1, second: 0, won: 1, lost: 3, tied: 0 }];
 * davidsonLoss(pairs, 1, false).slopesAt([0]); // => { slopes: [-1], curvature: [[1]] }
 */
export function davidsonLoss(
  pairs: readonly PairResult[],
  free: number,
  withTies: boolean,
): LogisticLoss {
  const size = free + Number(withTies);
  const met = pairs.filter(({ won, lost, tied }) => won + lost + tied > 0);
  return {
    slopesAt(parameters) {
      const slopes = new Array<number>(size).fill(0);
      const curvature = slopes.map(() => new Array<number>(size).fill(0));
      for (const pair of met) {
        const strength = (one: number) => (one < free ? parameters[one] : 0);
        const half = (strength(pair.first) - strength(pair.second)) / 2;
        const chances = chancesOf(half, withTies ? parameters[free] : -Infinity);
        addPair(pair, chances, free, { slopes, curvature });
      }
      return { slopes, curvature };
    },
    reach: (step) => {
      const most = Math.max(0, ...step.slice(0, free));
      const least = Math.min(0, ...step.slice(0, free));
      return most - least + (withTies ? Math.abs(step[free]) : 0);
    },
  };
}

interface Chances {
  readonly win: number;
  readonly loss: number;
  readonly tie: number;
}

function chancesOf(half: number, tie: number): Chances {
  const most = Math.max(half, -half, tie);
  const [a, b, c] = [Math.exp(half - most), Math.exp(-half - most), Math.exp(tie - most)];
  const all = a + b + c;
  return { win: a / all, loss: b / all, tie: c / all };
}

/** Adds what one pair contributes to the slopes and the curvature. */
function addPair(
  { first, second, won, lost, tied }: PairResult,
  { win, loss, tie }: Chances,
  free: number,
  to: { readonly slopes: number[]; readonly curvature: number[][] },
): void {
  const { slopes, curvature } = to;
  const met = won + lost + tied;
  // Each outcome times the chances of the others: nothing cancels where one of them is nearly sure.
  const pull = (won * (2 * loss + tie) - lost * (2 * win + tie) - tied * (win - loss)) / 2;
  const bend = (met * ((win + loss) * tie + 4 * win * loss)) / 4;
  const joint = (-met * (win - loss) * tie) / 2;
  const sides = [
    { at: first, sign: 1 },
    { at: second, sign: -1 },
  ].filter(({ at }) => at < free);
  for (const { at, sign } of sides) {
    slopes[at] -= sign * pull;
    for (const other of sides) curvature[at][other.at] += sign * other.sign * bend;
    if (slopes.length > free) {
      curvature[at][free] += sign * joint;
      curvature[free][at] += sign * joint;
    }
  }
  if (slopes.length > free) {
    slopes[free] -= tied * (win + loss) - (won + lost) * tie;
    curvature[free][free] += met * tie * (win + loss);
  }
}
