import jstat from "jstat";
import { checkNumber } from "../check-argument.js";

/**
 * A 95 % interval around Cronbach's alpha: 1 - alpha, over its true value, follows an F distribution where items and examinees
 * are drawn from many. With few examinees it is wide, and says so.
 *
 * @param alpha      at most 1
 * @param examinees  2 or more
 * @param items      2 or more
 * @returns low may be far below 0
 * @throws ArgumentError outside those ranges
 *
 * Source: Feldt 1965.
 *
 * @example
 * feldtInterval(0.8, 41, 10); // => { low: 0.697, high: 0.88 } (± 0.01)
 * feldtInterval(1, 5, 5); // => { low: 1, high: 1 }
 * feldtInterval(2, 5, 5); // throws /alpha must be a finite number from/
 */
export function feldtInterval(
  alpha: number,
  examinees: number,
  items: number,
): { readonly low: number; readonly high: number } {
  checkNumber("alpha", alpha, { from: -1e9, to: 1 });
  checkNumber("examinees", examinees, { from: 2, to: 1e6, whole: true });
  checkNumber("items", items, { from: 2, to: 1e6, whole: true });
  const rows = examinees - 1;
  const rest = rows * (items - 1);
  const at = (probability: number) => 1 - (1 - alpha) * jstat.centralF.inv(probability, rows, rest);
  return { low: at(0.975), high: at(0.025) };
}
