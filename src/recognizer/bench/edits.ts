import type { Stream } from "../../random/stream.js";
import { sentences } from "../text/sentences.js";
import { readTalkers } from "../training/talkers.js";

/** A change of wording that leaves what is said as it was. */
export interface Edit {
  readonly name: string;
  readonly apply: (reply: string, random: Stream) => string;
}

/** One word in this many gets a typo. */
const TYPO_EVERY = 12;

/** Value-free sentences put before and after a reply. */
const PADDING = 2;

const SPELLED_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bcan['\u2019]t\b/g, "cannot"],
  [/\bwon['\u2019]t\b/g, "will not"],
  [/n['\u2019]t\b/g, " not"],
  [/\bI['\u2019]m\b/g, "I am"],
  [/['\u2019]re\b/g, " are"],
  [/['\u2019]ve\b/g, " have"],
  [/['\u2019]ll\b/g, " will"],
  [/\bit['\u2019]s\b/gi, "it is"],
  [/\bhowever\b/gi, "though"],
  [/\bimportant\b/g, "essential"],
  [/\bpeople\b/g, "persons"],
  [/\bhelp\b/g, "assist"],
  [/\balso\b/g, "as well"],
  [/\bshould\b/g, "ought to"],
];

/** Edits that can be made without a model. */
export const edits: readonly Edit[] = [
  { name: "typos", apply: typos },
  { name: "lower case", apply: (reply) => reply.toLowerCase() },
  { name: "upper case", apply: (reply) => reply.toUpperCase() },
  { name: "synonyms and long forms", apply: longForms },
  { name: "verbosity", apply: padded },
  { name: "re-ordering", apply: reordered },
];

/** Two neighbouring letters change places in one word of twelve. */
function typos(reply: string, random: Stream): string {
  return reply.replace(/\p{L}{4,}/gu, (word) => {
    if (random.integer(TYPO_EVERY) !== 0) return word;
    const at = 1 + random.integer(word.length - 2);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
}

function longForms(reply: string): string {
  return SPELLED_OUT.reduce((text, [short, long]) => text.replace(short, long), reply);
}

function padded(reply: string, random: Stream): string {
  const filler = random.shuffle(readTalkers().chatty);
  const before = filler.slice(0, PADDING).join(" ");
  return `${before} ${reply} ${filler.slice(PADDING, 2 * PADDING).join(" ")}`;
}

function reordered(reply: string, random: Stream): string {
  const parts = sentences(reply).map(({ start, end }) => reply.slice(start, end));
  return random.shuffle(parts).join("\n");
}
