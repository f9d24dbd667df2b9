import { checkNumber, checkNumbers } from "../check-argument.js";
import { checkRating, type Rating, usualDrift, usualLuck } from "./rating.js";

/** What a Weng-Lin comparison assumes. */
export interface WengLinOptions {
  /** Standard deviation of one performance, above 0 (25/6). */
  readonly luck?: number;
  /** How far strengths drift between comparisons, from 0 (25/300). */
  readonly drift?: number;
}

/** The variance never shrinks by more than to this share in one comparison. */
const LEAST_SHARE = 1e-4;

/**
 * Weng-Lin ratings (Plackett-Luce model) after one comparison of any number of examinees: the
 * product's ratings where results come one by one. The winner is thought of as drawn first, in
 * proportion to strength, then the runner-up among the rest, and so on; means and deviations move
 * by one step of Bayes' rule.
 *
 * @param ratings  before the comparison
 * @param ranks    each one's place, smaller is better, equal numbers are ties
 * @param options  `luck` and `drift`
 * @returns the ratings after it, in the same order; a single examinee only drifts
 * @throws ArgumentError when a rating is none, or the ranks are not as many
 *
 * Source: Weng & Lin 2011, algorithm 4; math 4.5.
 *
 * @example
 * const start = { mean: 25, deviation: 25 / 3 };
 * wengLin([start, start], [1, 2])[0]; // => { mean: 27.6353894931, deviation: 8.06590141354 } (± 1e-9)
 * wengLin([start, start, start], [1, 2, 3])[2]; // => { mean: 21.4136891491, deviation: 8.0582242228 } (± 1e-9)
 * wengLin([start, start], [1, 1])[0].mean; // => 25
 */
export function wengLin(
  ratings: readonly Rating[],
  ranks: readonly number[],
  { luck = usualLuck, drift = usualDrift }: WengLinOptions = {},
): readonly Rating[] {
  checkNumbers("ranks", ranks, { count: ratings.length });
  ratings.forEach((rating, at) => {
    checkRating(`ratings[${at}]`, rating);
  });
  checkNumber("luck", luck, { from: 1e-6, to: 1e50 });
  checkNumber("drift", drift, { from: 0, to: 1e50 });
  const deviations = ratings.map(({ deviation }) => Math.hypot(deviation, drift));
  const unsure = Math.hypot(...deviations, luck * Math.sqrt(ratings.length));
  const strengths = ratings.map(({ mean }) => mean / unsure);
  const draws = drawsOf(strengths, ranks);
  return ratings.map(({ mean }, own) => {
    const share = deviations[own] / unsure;
    let [shift, shrink] = [0, 0];
    for (const { from, ties, logTotal } of draws) {
      if (ranks[from] > ranks[own]) continue;
      // The chance of being drawn at this place.
      const chance = Math.exp(strengths[own] - logTotal);
      shift += (Number(from === own) - chance) / ties;
      shrink += (chance * (1 - chance)) / ties;
    }
    return {
      mean: mean + share * deviations[own] * shift,
      deviation:
        deviations[own] * Math.sqrt(Math.max(LEAST_SHARE, 1 - share * share * share * shrink)),
    };
  });
}

/**
 * For each one: how many share its rank, and the logarithm of the summed strength of those not
 * placed better.
 */
function drawsOf(strengths: readonly number[], ranks: readonly number[]) {
  return ranks.map((rank, from) => {
    const left = strengths.filter((_, at) => ranks[at] >= rank);
    const most = Math.max(...left);
    const total = left.reduce((sum, strength) => sum + Math.exp(strength - most), 0);
    const ties = ranks.filter((other) => other === rank).length;
    return { from, ties, logTotal: most + Math.log(total) };
  });
}
