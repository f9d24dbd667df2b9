import { stream } from "../../random/stream.js";
import type { AuthoredRow } from "./authored-rows.js";

/** A short reply put together from sentences whose sides are known. */
export interface MiniReply {
  readonly text: string;
  /** The authored sentences in it: none in half of the replies. */
  readonly said: readonly AuthoredRow[];
}

/** Value-free sentences in a reply, at least and at most. */
const FEWEST = 3;
const MOST = 5;

/** Shares of replies with no authored sentence, and with one; the others have two. */
const NONE = 0.5;
const ONE = 0.3;

/**
 * Replies as open answers are: most of what they say carries no value. Three to five value-free sentences, with no,
 * one or two authored sentences among them.
 */
export function miniReplies(
  name: string,
  rows: readonly AuthoredRow[],
  filler: readonly string[],
  count: number,
): readonly MiniReply[] {
  return Array.from({ length: count }, (_, at) => {
    const random = stream("mini reply", name, at);
    const drawn = random.next();
    const authored = drawn < NONE ? 0 : drawn < NONE + ONE ? 1 : 2;
    const said = Array.from({ length: authored }, () => rows[random.integer(rows.length)]);
    const around = FEWEST + random.integer(MOST - FEWEST + 1);
    const company = random.shuffle(filler).slice(0, around);
    const parts = random.shuffle([...said.map(({ text }) => text), ...company]);
    return { text: parts.join(" "), said };
  });
}
