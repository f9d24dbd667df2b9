import { checkOutcomes } from "./calibration/check-forecasts.js";
import { checkNumbers } from "./check-argument.js";

/**
 * The chance that a row of the class scores above a row outside it, ties counting half: the area under the
 * ROC curve. 0.5 is guessing.
 *
 * @param scores  any numbers, higher meaning "more likely in the class"
 * @param inClass  for each score, whether it belongs to the class
 * @returns from 0 to 1; NaN when one of the two sides is empty
 * @throws ArgumentError when the lists differ in length or a score is not finite
 *
 * Source: Mann & Whitney 1947; math 4.4.
 *
 * @example
 * areaUnderCurve([0.9, 0.8, 0.2], [true, true, false]); // => 1
 * areaUnderCurve([0.5, 0.5], [true, false]); // => 0.5
 */
export function areaUnderCurve(scores: readonly number[], inClass: readonly boolean[]): number {
  checkNumbers("scores", scores, { least: 0 });
  checkOutcomes("inClass", inClass, "scores", scores.length);
  const order = scores.map((_, index) => index).sort((a, b) => scores[a] - scores[b]);
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end]] === scores[order[start]]) end++;
    for (let place = start; place < end; place++)
      if (inClass[order[place]]) {
        positives++;
        // Ties share the mean of the ranks they cover.
        rankSum += (start + end + 1) / 2;
      }
    start = end;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
