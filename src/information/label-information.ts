import { sum } from "simple-statistics";
import { ArgumentError } from "../statistics/argument-error.js";
import { binaryEntropy } from "./binary-entropy.js";
import { entropyTerm } from "./entropy.js";
import { checkProfiles, meanProfiles } from "./profile-matrix.js";

/**
 * The information a reply carries about each value, when a reply may show several at once and every value is a coin of
 * its own: for each value the entropy of its mean reading, less the mean entropy of its readings.
 *
 * The mean over values is `pluginPerDimension`, the plug-in elicitation of Eq. 1.
 *
 * Source: math 2.2.
 *
 * @param replies  S rows of K readings in [0, 1], which need not sum to 1
 * @returns nats for each value, from 0 to ln 2
 * @throws ArgumentError when a reading is no probability or lengths differ
 * @example
 * informationPerLabel([[1, 0, 1], [0, 1, 1]]); // => [0.69314718056, 0.69314718056, 0] (± 1e-12)
 */
export function informationPerLabel(replies: readonly (readonly number[])[]): number[] {
  checkProfiles("replies", replies);
  const [mean] = meanProfiles([replies]);
  return mean.map((p, k) => {
    const within = replies.reduce((all, reply) => all + binaryEntropy(reply[k]), 0);
    return Math.max(0, binaryEntropy(p) - within / replies.length);
  });
}

/**
 * `informationPerLabel` summed over values. At least the information about all values together, since several can tell
 * the same story.
 *
 * Source: math 2.2.
 *
 * @param replies  S rows of K readings in [0, 1]
 * @returns nats, from 0 to K ln 2
 * @throws ArgumentError when a reading is no probability or lengths differ
 * @example
 * informationOfLabels([[1, 0, 1], [0, 1, 1]]); // => 1.38629436112 (± 1e-11)
 */
export function informationOfLabels(replies: readonly (readonly number[])[]): number {
  return sum(informationPerLabel(replies));
}

/** Beyond this many values the 2^K patterns no longer fit a wait. */
const MOST_LABELS = 20;

/**
 * The information a reply carries about all values together, the values being independent once the reply is given: every
 * pattern of shown and not shown is enumerated, so that two values which always come together count once.
 *
 * The cost doubles with every value: at most 20.
 *
 * Source: math 2.2.
 *
 * @param replies  S rows of K readings in [0, 1]
 * @returns nats, from 0 to the smaller of ln S and K ln 2
 * @throws ArgumentError when a reading is no probability, lengths differ, or there are more than 20 values
 * @example
 * jointLabelInformation([[1, 0, 1], [0, 1, 1]]); // => 0.69314718056 (± 1e-12)
 */
export function jointLabelInformation(replies: readonly (readonly number[])[]): number {
  const labels = checkProfiles("replies", replies);
  if (labels > MOST_LABELS)
    throw new ArgumentError("replies", `must have at most ${MOST_LABELS} values`, replies);
  const count = replies.length;
  const mixed = new Array<number>(2 ** labels).fill(0);
  for (const reply of replies) {
    const patterns = patternsOf(reply);
    for (let at = 0; at < mixed.length; at++) mixed[at] += patterns[at] / count;
  }
  const within = replies.flatMap((reply) => reply.map((p) => -binaryEntropy(p) / count));
  return Math.max(0, sum(mixed.map(entropyTerm)) + sum(within));
}

/** The probability of each pattern of values shown, when they are independent coins. */
function patternsOf(reply: readonly number[]): Float64Array {
  const patterns = new Float64Array(2 ** reply.length);
  patterns[0] = 1;
  let known = 1;
  for (const p of reply) {
    for (let at = 0; at < known; at++) {
      patterns[known + at] = patterns[at] * p;
      patterns[at] *= 1 - p;
    }
    known *= 2;
  }
  return patterns;
}
