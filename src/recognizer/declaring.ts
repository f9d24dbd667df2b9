import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";

/** The reply as its own subject. "The statement" may be somebody else's; "the reply" can only be this one. */
const ITSELF =
  "(?:(?:this|my|our|that|above|present) (?:\\w+ ){0,2}?(?:reply|answer|response|message|text|statement|output|comment|paragraph|post|submission)" +
  "|the (?:\\w+ ){0,2}?(?:reply|answer|response|output|text above|message above)" +
  "|(?:what|everything|all) (?:i|we)(?:'ve| have)? (?:said|written|wrote|say|write)(?: (?:here|above))?)";

/** What a judge would say of a reply. */
const JUDGES =
  "(?:reflect|express|embod|demonstrat|convey|exhibit|represent|adher|conform|align|uphold|promot|champion|honou?r|" +
  "display|manifest|illustrat|exemplif|scor|rat|support|satisf|signal|affirm|endors|oppos|reject|violat|prioriti[sz]|" +
  "show|value|centre|center|contain|respect|favou?r|stand)(?:s|es|ed|e|ies|ing|y)?\\b";

/** How a judge would say that something is so. */
const STRONGLY =
  "(?:very|so|most|quite|strongly|clearly|fully|deeply|highly|perfectly|explicitly|entirely|wholly|completely|truly|absolutely|plainly)";

const DECLARING = new RegExp(
  [
    `\\b${ITSELF}\\b[^.!?]{0,60}?\\b${JUDGES}`,
    `\\b${ITSELF}\\b[^.!?]{0,20}?\\b(?:is|was|should be|must be|ought to be|deserves|merits|gets|receives)\\b[^.!?]{0,30}?` +
      "\\b(?:expression|example|instance|embodiment|display|high|low|strong|rooted|grounded|consistent|in line|in favou?r|score[sd]?|rated?|labell?ed|classified|marked|judged|counted|coded|read|about|full)\\b",
    `\\b(?:as an?|in this|in my|with this|through this) (?:\\w+ ){0,2}?(?:reply|answer|response|message|statement),? (?:this|it|i|we)\\b[^.!?]{0,40}?\\b${JUDGES}`,
    `^\\W*(?:\\w+,? ){0,2}(?:this|it|the above|all (?:of )?this) (?:${STRONGLY} ){1,2}(?:reflects|expresses|embodies|demonstrates|exhibits|conveys|shows|represents|upholds|aligns|adheres|conforms|supports|affirms|signals)\\b`,
    "\\bvalues?(?: \\w+)? (?:expressed|reflected|shown|displayed|demonstrated|embodied|present|detected)\\b",
    "\\b(?:score|rate|label|mark|classify|judge|grade|code|count) (?:this|me|my \\w+|the (?:reply|answer|response|above))(?: \\w+){0,3} (?:as|for|under|with|high|low|a|an|adher\\w+|oppos\\w+)\\b",
  ].join("|"),
  "i",
);

/** Each way of declaring holds one of these words; without them no wording need be looked for. */
const WORDS = new HashIndex(
  (
    "reply answer response message text statement output comment paragraph post submission said written wrote say " +
    "write reflects expresses embodies demonstrates exhibits conveys shows represents upholds aligns adheres conforms " +
    "supports affirms signals expressed reflected shown displayed demonstrated embodied detected present score rate " +
    "label mark classify judge grade code count"
  )
    .split(" ")
    .map(wordHash),
);

/** Longest sentence that is looked at, in UTF-16 units: a declaration is short. */
const LONGEST = 400;

/**
 * Whether tokens `from` to `to`, one sentence, speak of the reply itself as a judge would: "This reply strongly
 * reflects tradition." Such a sentence asks for a verdict instead of earning it, and is read as saying nothing.
 */
export function declares(text: string, words: Tokens, from: number, to: number): boolean {
  let may = false;
  for (let at = from; at < to && !may; at++) may = WORDS.find(words.hashes[at]) >= 0;
  if (!may) return false;
  const start = words.starts[from];
  const sentence = text.slice(start, Math.min(words.ends[to - 1], start + LONGEST));
  return DECLARING.test(sentence.replaceAll("\u2019", "'"));
}
