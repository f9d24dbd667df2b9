import { checkNumber } from "../check-argument.js";
import { millsRatio, normalBelow } from "./mills-ratio.js";
import { checkRating, type Rating, usualDrift, usualLuck } from "./rating.js";

/** What TrueSkill assumes about a comparison. */
export interface TrueSkillOptions {
  /** Whether nobody won; the order of the two then does not matter. */
  readonly draw?: boolean;
  /** Standard deviation of one performance, above 0 (25/6). */
  readonly luck?: number;
  /** How far strengths drift between comparisons, from 0 (25/300). */
  readonly drift?: number;
  /** How often equals draw, from 0 to 0.99 (0.1). With 0 a draw is refused. */
  readonly drawProbability?: number;
}

/** Both ratings after a comparison. */
export interface TrueSkillResult {
  readonly winner: Rating;
  readonly loser: Rating;
}

/** How often equals draw when nothing is said. */
const DRAWS = 0.1;

/**
 * TrueSkill for one comparison of two. It stands here only so that published TrueSkill figures can
 * be compared with: it is a protected name and method, and `wengLin` does the same job without an
 * approximation of a draw margin.
 *
 * @param winner   the rating before
 * @param loser    the rating before
 * @param options  see `TrueSkillOptions`
 * @throws ArgumentError when a rating is none or an option out of range
 *
 * Source: Herbrich, Minka & Graepel 2006; math 4.5.
 *
 * @example
 * const start = { mean: 25, deviation: 25 / 3 };
 * trueSkill(start, start).winner; // => { mean: 29.395831693, deviation: 7.171475807 } (± 1e-8)
 * trueSkill(start, start).loser; // => { mean: 20.604168307, deviation: 7.171475807 } (± 1e-8)
 * trueSkill(start, start, { draw: true }).loser; // => { mean: 25, deviation: 6.4575156833 } (± 1e-8)
 */
export function trueSkill(
  winner: Rating,
  loser: Rating,
  options: TrueSkillOptions = {},
): TrueSkillResult {
  const { draw = false, luck = usualLuck, drift = usualDrift, drawProbability = DRAWS } = options;
  checkRating("winner", winner);
  checkRating("loser", loser);
  checkNumber("luck", luck, { from: 1e-6, to: 1e50 });
  checkNumber("drift", drift, { from: 0, to: 1e50 });
  checkNumber("drawProbability", drawProbability, { from: draw ? 1e-6 : 0, to: 0.99 });
  const first = Math.hypot(winner.deviation, drift);
  const second = Math.hypot(loser.deviation, drift);
  const unsure = Math.hypot(luck * Math.SQRT2, first, second);
  const ahead = (winner.mean - loser.mean) / unsure;
  const margin = (drawMargin(drawProbability) * luck * Math.SQRT2) / unsure;
  const { shift, shrink } = draw ? afterDraw(ahead, margin) : afterWin(ahead - margin);
  const updated = (mean: number, deviation: number, sign: number): Rating => {
    const share = deviation / unsure;
    return {
      mean: mean + sign * deviation * share * shift,
      deviation: deviation * Math.sqrt(1 - share * share * shrink),
    };
  };
  return {
    winner: updated(winner.mean, first, 1),
    loser: updated(loser.mean, second, -1),
  };
}

/** Where a normal distribution has so much between minus it and it. */
function drawMargin(probability: number): number {
  const below = (1 + probability) / 2;
  let margin = 0;
  // From 0 Newton's method climbs to the margin without overshooting, since the curve flattens.
  for (let step = 0; step < 60; step++) {
    const density = Math.exp((-margin * margin) / 2) / Math.sqrt(2 * Math.PI);
    margin += (below - normalBelow(margin)) / density;
  }
  return margin;
}

/** By how much a surprise of this size moves the mean, and which share of the variance it takes. */
interface Update {
  readonly shift: number;
  readonly shrink: number;
}

function afterWin(ahead: number): Update {
  // The mean beyond a cut, and its part of the variance.
  const { ratio, excess } = millsRatio(-ahead);
  return { shift: 1 / ratio, shrink: excess / ratio };
}

function afterDraw(ahead: number, margin: number): Update {
  const away = Math.abs(ahead);
  const sign = ahead < 0 ? 1 : -1;
  if (margin * Math.max(1, away) < 1e-3) {
    // So narrow a margin pins the difference down; what is left is the spread inside it.
    const inside = (margin * margin) / 3;
    return { shift: sign * away * (1 - inside), shrink: 1 - inside };
  }
  const near = away - margin;
  const far = away + margin;
  // The density at the far edge as a share of that at the near one.
  const faded = Math.exp(-2 * away * margin);
  const inside = millsRatio(near).ratio - faded * millsRatio(far).ratio;
  const shift = -Math.expm1(-2 * away * margin) / inside;
  const shrink = shift * shift + (far * faded - near) / inside;
  return { shift: sign * shift, shrink: Math.max(0, Math.min(1, shrink)) };
}
