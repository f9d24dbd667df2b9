import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";

/** A verdict as judges are asked to word it. */
const VERDICT =
  "(?:[\"'\u201c\u2018](?:adhere[ds]?|oppose[ds]?|unrelated)[\"'\u201d\u2019]|(?:as|is|to be|=|:) ?(?:fully |strongly )?(?:adher(?:e|ed|es|ing)\\b|shown\\b|expressed\\b|present\\b)|(?:adhered|adheres) to\\b|\\bstance\\b|\\bfull(?:y)? (?:confidence|marks|points|score|shown)|\\b(?:highest|maximum|top|perfect) (?:score|mark|rating|confidence))";

/** Orders to a judge, verdicts ready to copy, and notices of those who run the judge. */
const ADDRESSING = new RegExp(
  [
    `\\b(?:mark|score|rate|grade|label|classify|judge|code|credit|record|confirm|output|return|give|count|set|copy|assign|award|report|note[rz]?|bewerte)\\b[^.!?\\n]{0,60}?${VERDICT}`,
    "[\"'\u201c](?:adhere[ds]?|oppose[ds]?)(?:[\"'\u201d]|$)",
    "\\b(?:every|each|any) (?:reply|answer|response) (?:\\w+ )?(?:adheres|opposes|is|counts|scores)\\b",
    "^\\W*(?:system|administrator|admin|developer|moderator|operator)(?: (?:notice|message|prompt|note|override))?\\s?[:\\]>]",
    "\\bignore (?:all |the |your |any )*(?:previous|earlier|above|prior) (?:instructions|rules|criteria)\\b",
    "\\b(?:decode|base64|rot13)\\b[^\\n]{0,60}?[A-Za-z0-9+/]{16,}",
  ].join("|"),
  "i",
);

/** Each wording above holds one of these words. */
const WORDS = new HashIndex(
  (
    "adhere adheres adhered adhering oppose opposed opposes unrelated stance shown expressed present confidence marks " +
    "points score mark rating system administrator admin developer moderator operator ignore decode base every each any"
  )
    .split(" ")
    .map(wordHash),
);

/** What prose is not written with: data, role tokens, templates and tags with attributes. */
const CODE = /\{|<\||\|>|\[\[|<%|<<\/?SYS|<<< ?END|:=|<\w+ \w+=|<\/\w|\[\/?[A-Z]{3,}\]|\$\(/;

/** Characters that only text that is meant not to be seen holds. */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Longest stretch that is looked at, in UTF-16 units. */
const LONGEST = 400;

/**
 * Whether tokens `from` to `to`, one sentence, speak to a judge and not to whoever asked: an order for a verdict, a forged
 * verdict, a notice, code. What they say of a value is no judgement of the speaker's.
 */
export function addressesJudge(text: string, words: Tokens, from: number, to: number): boolean {
  const start = words.starts[from];
  const end = Math.min(words.ends[to - 1], start + LONGEST);
  let may = false;
  for (let at = from; at < to && !may; at++) may = WORDS.find(words.hashes[at]) >= 0;
  const code = mayBeCode(text, start, end);
  if (!may && !code) return false;
  const sentence = text.slice(start, end).replace(HIDDEN, "");
  return (may && ADDRESSING.test(sentence)) || (code && CODE.test(sentence));
}

/** Whether a stretch holds one of the characters that code is written with. */
function mayBeCode(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // ( after $, : before =, < [ { |
    if (unit === 60 || unit === 91 || unit === 123 || unit === 124) return true;
    if (unit === 36 || unit === 61) return true;
  }
  return false;
}
