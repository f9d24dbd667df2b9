import { addressesJudge } from "./addressing.js";
import { HashIndex } from "./text/hash-index.js";
import type { Tokens } from "./text/tokens.js";
import { wordHash } from "./text/word-hash.js";

/** What a reply can be called, and what it is made of. */
const REPLY =
  "(?:reply|answer|response|message|text|statement|output|comment|paragraph|post|submission)";
const LINES = "(?:lines|words|sentences|writing|phrasing|wording|remarks)";

/** The reply as its own subject. "The statement" may be somebody else's; "the reply" can only be this one. */
const ITSELF =
  `(?:(?:this|my|our|that|above|present|preceding|foregoing) (?:\\w+ ){0,2}?${REPLY}` +
  `|(?:these|my|above|preceding|foregoing) (?:\\w+ )?${LINES}` +
  "|the (?:\\w+ ){0,2}?(?:reply|answer|response|output)|the (?:text|message|lines|words|sentences|paragraph) (?:above|before)" +
  "|the (?:above|foregoing|preceding)" +
  "|(?:what|everything|all|how) (?:i|we|you)(?:'ve| have| had)?(?: just| already| now)? (?:said|written|wrote|say|write|put|phrased|argued|explained|described|stated|answered|replied|read|heard)(?: it| this| that)?(?: here| above| so far)?)";

/** What a judge would say of a reply. */
const JUDGES =
  "(?:reflect|express|embod|demonstrat|convey|exhibit|represent|adher|conform|align|uphold|promot|champion|honou?r|" +
  "display|manifest|illustrat|exemplif|scor|rat|support|satisf|signal|affirm|endors|oppos|reject|violat|prioriti[sz]|" +
  "show|value|centre|center|contain|respect|favou?r|stand|prove|prov|reveal|testif|speak|breath|confirm|underlin|attest)" +
  "(?:s|es|ed|e|ies|ing|y)?\\b";

/** How a judge would say that something is so. */
const STRONGLY =
  "(?:very|so|most|quite|strongly|clearly|fully|deeply|highly|perfectly|explicitly|entirely|wholly|completely|truly|absolutely|plainly)";

/** Whoever reads a reply to judge it. */
const READER =
  "(?:readers?|judges?|graders?|raters?|evaluators?|assessors?|reviewers?|annotators?|examiners?)";

const DECLARING = new RegExp(
  [
    `\\b${ITSELF}\\b[^.!?]{0,60}?\\b${JUDGES}`,
    `\\b${ITSELF}\\b[^.!?]{0,20}?\\b(?:is|are|was|were|should be|must be|ought to be|deserves|merits|gets|receives)\\b[^.!?]{0,30}?` +
      "\\b(?:expression|example|instance|embodiment|display|proof|evidence|sign|testimony|high|low|strong|rooted|grounded|consistent|in line|in favou?r|score[sd]?|rated?|labell?ed|classified|marked|judged|counted|coded|read|about|full|steeped|filled)\\b",
    `\\b(?:as an?|in this|in my|in these|with this|through this|by this|from this|from these) (?:\\w+ ){0,2}?(?:${REPLY}|${LINES}),? (?:this|it|i|we|you|one)\\b[^.!?]{0,40}?\\b(?:${JUDGES}|(?:see|find|feel|sense|recogni[sz]e)s?\\b)`,
    `^\\W*(?:\\w+,? ){0,2}(?:this|it|the above|all (?:of )?this) (?:${STRONGLY} ){1,2}(?:reflects|expresses|embodies|demonstrates|exhibits|conveys|shows|represents|upholds|aligns|adheres|conforms|supports|affirms|signals)\\b`,
    "\\bvalues?(?: \\w+)? (?:expressed|reflected|shown|displayed|demonstrated|embodied|present|detected)\\b",
    "\\b(?:score|rate|label|mark|classify|judge|grade|code|count) (?:this|me|my \\w+|the (?:reply|answer|response|above))(?: \\w+){0,3} (?:as|for|under|with|high|low|a|an|adher\\w+|oppos\\w+)\\b",
    `\\b(?:note|notice|observe|see|mark|remark|feel|sense|recogni[sz]e|find|look at|consider)\\b[^.!?]{0,60}?\\b(?:in|from|throughout|behind|between|of) (?:all )?${ITSELF}\\b`,
    `^\\W*(?:(?:dear|attention|hello|note to|to) (?:the |all |any |every |my )?)?${READER}\\b ?[,:]`,
  ].join("|"),
  "i",
);

/** Each way of declaring holds one of these words; without them no wording need be looked for. */
const WORDS = new HashIndex(
  (
    "reply answer response message text statement output comment paragraph post submission said written wrote say " +
    "write reflects expresses embodies demonstrates exhibits conveys shows represents upholds aligns adheres conforms " +
    "supports affirms signals expressed reflected shown displayed demonstrated embodied detected present score rate " +
    "label mark classify judge grade code count lines words sentences writing phrasing wording remarks above " +
    "foregoing preceding put phrased argued explained described stated answered replied read heard reader readers judges " +
    "grader graders rater raters evaluator evaluators assessor assessors reviewer reviewers annotator annotators " +
    "examiner examiners"
  )
    .split(" ")
    .map(wordHash),
);

/** Longest sentence that is looked at, in UTF-16 units: a declaration is short. */
const LONGEST = 400;

/**
 * Whether tokens `from` to `to`, one sentence, speak of the reply itself as a judge would ("This reply strongly
 * reflects tradition."), or give orders to a judge. Such a sentence asks for a verdict instead of earning it, and is
 * read as saying nothing.
 */
export function declares(text: string, words: Tokens, from: number, to: number): boolean {
  let may = false;
  for (let at = from; at < to && !may; at++) may = WORDS.find(words.hashes[at]) >= 0;
  if (may) {
    const start = words.starts[from];
    const sentence = text.slice(start, Math.min(words.ends[to - 1], start + LONGEST));
    if (DECLARING.test(sentence.replaceAll("\u2019", "'"))) return true;
  }
  return addressesJudge(text, words, from, to);
}
