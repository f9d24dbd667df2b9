import type { Divergence } from "./divergence.js";
import { informativeness } from "./informativeness.js";
import type { Posteriors } from "./profile-matrix.js";

/** How replies are dealt out anew, and how often. */
export interface PermutationOptions {
  /** Each deal is an order of all replies. */
  readonly random: { shuffle<T>(entries: readonly T[]): T[] };
  /** 39 unless told: the fewest with which p can be .025. */
  readonly deals?: number;
}

const DEALS = 39;

/**
 * How often chance alone would set the examinees so far apart on one item: the replies are pooled and dealt out anew, and
 * p is the share of deals (the true one among them) whose D is no smaller. Of items on which nobody differs, one in
 * twenty has a p of .05 or less, so a round reports how many of its items do beside how many would by chance.
 *
 * Source: math 1.5; Phipson & Smyth 2010.
 *
 * @param posteriors  by examinee, by sample, by dimension; examinees without any are left out
 * @returns above 0, at most 1; 1 with fewer than two examinees, or one reply each
 * @example
 * const gap = { id: "gap", maximum: () => 1, of: (rows) => Math.abs(rows[0][0] - rows[1][0]) };
 * const apart = [[[1], [1], [1], [1], [1]], [[0], [0], [0], [0], [0]]];
 * permutationP(apart, gap, { random: { shuffle: (all) => [...all.slice(1, 8), all[0], ...all.slice(8)] } }); // => 0.025
 * permutationP([[[1]], [[1]]], gap, { random: { shuffle: (order) => [...order] } }); // => 1
 */
export function permutationP(
  posteriors: Posteriors,
  divergence: Divergence,
  { random, deals = DEALS }: PermutationOptions,
): number {
  const answering = posteriors.filter((samples) => samples.length > 0);
  if (answering.length < 2 || answering.every((samples) => samples.length < 2)) return 1;
  const observed = informativeness(divergence, answering, null);
  const pool = answering.flat();
  let reached = 1;
  for (let deal = 0; deal < deals; deal++) {
    const order = random.shuffle(pool);
    let dealt = 0;
    const hands = answering.map((samples) => samples.map(() => order[dealt++]));
    // Sums taken in another order may differ in their last digits.
    if (informativeness(divergence, hands, null) >= observed - 1e-12) reached++;
  }
  return reached / (deals + 1);
}
