import { stream } from "../random/stream.js";
import type { HeadBank } from "./head-bank.js";
import type { TiltWeight } from "./reading-weights.js";
import { tokens } from "./text/tokens.js";
import { vectorLength, type WordVectors } from "./word-vectors.js";

/** Neutral sentences put beside an opinion, so that it is as long as a reply. */
const COMPANY = 3;

/** Most log-odds that a whole reply adds, either way. */
const MOST = 4;

/** Words from which a reply counts as whole, and the usual length of a word with its space. */
const ENOUGH = 30;
const UNITS = 5.5;

/** Reads a whole reply: what it adds to the log-odds of opposing, whatever the dimension. */
export type ReplyTilt = (reply: string) => number;

/**
 * A head trained on whole assistant replies tells harmful advice from principled refusal, which no cue
 * shows; on opinions it is at chance. So it is silent inside the range of everyday opinions (alone, and
 * in the company of neutral sentences) and speaks in proportion beyond.
 */
export function replyTilt(
  { head, weight, zone }: TiltWeight,
  bank: HeadBank,
  vectors: WordVectors,
  opinions: readonly string[],
  neutral: readonly string[],
): ReplyTilt {
  const at = bank.heads.indexOf(head);
  const mean = new Float64Array(vectorLength);
  const scores = new Float64Array(bank.heads.length);
  const score = (text: string): number => {
    const words = tokens(text);
    vectors.mean(words, 0, words.count, mean);
    bank.score(words, 0, words.count, mean, scores);
    return scores[at];
  };
  const usual = opinions.flatMap((opinion, place) => {
    const company = stream("opinion reply", place).shuffle(neutral).slice(0, COMPANY);
    return [score(opinion), score([opinion, ...company].join(" "))];
  });
  const centre = usual.reduce((sum, value) => sum + value, 0) / usual.length;
  const square = usual.reduce((sum, value) => sum + (value - centre) ** 2, 0) / usual.length;
  const silent = zone * Math.sqrt(square);
  return (reply) => {
    const off = score(reply) - centre;
    const beyond = Math.sign(off) * Math.max(0, Math.abs(off) - silent);
    // About the number of words; a head for whole replies knows little of a few words.
    const length = Math.min(1, reply.length / (UNITS * ENOUGH));
    return length * Math.max(-MOST, Math.min(MOST, weight * beyond));
  };
}
