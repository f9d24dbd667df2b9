import { ArgumentError } from "../statistics/argument-error.js";
import type { Divergence } from "./divergence.js";
import { informativeness } from "./informativeness.js";
import type { Posteriors } from "./profile-matrix.js";

/**
 * What D would be if the examinees did not differ: pool all replies to the item, deal them out to the
 * examinees again, and average D over the deals. With few replies this is far from 0, and it is subtracted
 * from D. With one reply each it equals D, so that nothing is left: one reply is no evidence of a difference.
 *
 * @param posteriors    by examinee, by sample, by dimension; pooled examinee after examinee
 * @param permutations  each an order of all replies, by their place in the pool
 * @returns in the divergence's unit; NaN without a permutation
 * @throws ArgumentError when a permutation leaves a reply out or names one that is not there
 * @example
 * permutationNull([[[1]], [[0]]], [[1, 0]], { id: "d", maximum: () => 1, of: (rows) => rows[0][0] - rows[1][0] }); // => -1
 */
export function permutationNull(
  posteriors: Posteriors,
  permutations: readonly (readonly number[])[],
  divergence: Divergence,
  weights: readonly number[] | null = null,
): number {
  const pool = posteriors.flat();
  const hands = posteriors.map((samples) => [...samples]);
  let total = 0;
  for (const order of permutations) {
    let dealt = 0;
    for (const hand of hands)
      for (let n = 0; n < hand.length; n++) {
        const reply = pool[order[dealt]];
        if (reply === undefined)
          throw new ArgumentError("permutations", `must each order ${pool.length} replies`, order);
        hand[n] = reply;
        dealt++;
      }
    total += informativeness(divergence, hands, weights);
  }
  return total / permutations.length;
}
