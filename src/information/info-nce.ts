import { checkTable } from "../statistics/check-argument.js";

/**
 * A lower bound of mutual information from scores that a learned critic gives to pairs: how much better it scores each
 * reply with its own partner than with the others'.
 *
 * mean_i [L_ii - ln mean_j exp L_ij]. With the exact critic it is the plug-in, and it can never exceed ln S, however
 * much information there is.
 *
 * Source: van den Oord et al. 2018; math 2.3.
 *
 * @param scores  S by S: row i holds the scores of reply i with each partner, its own on the diagonal
 * @returns nats, at most ln S; below 0 for a critic that prefers wrong partners
 * @throws ArgumentError when the table is not square or a score is not finite
 * @example
 * infoNce([[2, 0], [0, 2]]); // => 0.566219169517 (± 1e-12)
 * infoNce([[0, 0], [0, 0]]); // => 0
 */
export function infoNce(scores: readonly (readonly number[])[]): number {
  const count = Array.isArray(scores) ? scores.length : 0;
  checkTable("scores", scores, { columns: count });
  return (
    scores.reduce((total, row, i) => {
      const largest = Math.max(...row);
      const mean = row.reduce((sum, score) => sum + Math.exp(score - largest), 0) / count;
      return total + (row[i] - largest - Math.log(mean));
    }, 0) / count
  );
}
