import { declares } from "./declaring.js";
import type { CutReply } from "./reply-reader.js";
import type { SentenceReading } from "./system-reader.js";
import { isRemark } from "./text/remarks.js";

/** A remark that is itself about a value more likely than this stands on its own. */
const OWN_TOPIC = 0.3;

/**
 * Reads the sentences of a reply one by one; a remark that names no matter of its own ("It is overrated.") is read once
 * more together with the sentence before it, whose matter it judges. A declaration is no remark.
 *
 * @param read  reads the words of the sentences from `first` to `last` as one
 */
export function readSentences(
  text: string,
  cut: CutReply,
  read: (first: number, last: number) => SentenceReading,
): readonly SentenceReading[] {
  const readings = cut.parts.map((_, at) => read(at, at));
  for (let at = 1; at < readings.length; at++) {
    const [from, to] = [cut.firsts[at], cut.firsts[at + 1]];
    if (!isRemark(cut.words, from, to) || declares(text, cut.words, from, to)) continue;
    if (readings[at].presence.some((one) => one > OWN_TOPIC)) continue;
    readings[at - 1] = withRemark(readings[at - 1], read(at - 1, at));
  }
  return readings;
}

/** Each dimension as the sentence alone or the pair says it, whichever finds more of it; the pair knows the side. */
function withRemark(alone: SentenceReading, pair: SentenceReading): SentenceReading {
  const presence = alone.presence.map((one, at) => Math.max(one, pair.presence[at]));
  return { presence, opposed: pair.opposed };
}
