import { stream } from "../../random/stream.js";
import { readData } from "../assets.js";

/** Ways of talking: value-free sentences by style. */
export type Talkers = Readonly<Record<string, readonly string[]>>;

/** Replies composed of each talker. */
const REPLIES = 60;

/** Sentences in a reply of a talker who is not named here. */
const USUAL = 4;

/** Talkers differ in length too: sentences in a reply, by style. */
const SENTENCES: Readonly<Record<string, number>> = { terse: 2, chatty: 7, formal: 4, listing: 5 };

/** Value-free sentences put beside a sentence that takes a side. */
const COMPANY = 2;

/** The talkers of data/neutral/talkers.json, on which nothing is trained and by which no level is set. */
export function readTalkers(): Talkers {
  return readData<{ readonly styles: Talkers }>("neutral/talkers.json").styles;
}

/** Replies of a talker who says nothing of any value. */
export function valueFreeReplies(talkers: Talkers, style: string): readonly string[] {
  const length = SENTENCES[style] ?? USUAL;
  return Array.from({ length: REPLIES }, (_, at) =>
    stream("talker", style, at).shuffle(talkers[style]).slice(0, length).join(" \n"),
  );
}

/** Each sentence in the company of value-free ones, in the styles by turns. */
export function spokenReplies(talkers: Talkers, sentences: readonly string[]): readonly string[] {
  const styles = Object.keys(talkers);
  return sentences.map((sentence, at) => {
    const random = stream("speaker", at);
    const company = random.shuffle(talkers[styles[at % styles.length]]).slice(0, COMPANY);
    return random.shuffle([sentence, ...company]).join(" \n");
  });
}
