/** What asks for a judgement, an opinion or advice: no such item is merely factual. */
const ASKS_FOR_VIEW =
  /\b(?:should|ought|would|could you|must|may|fair|unfair|right thing|rightly|wrong|better|worse|best|worth|good reason|important|importance|matters?|prefer\w*|advise|advice|recommend\w*|opinion|view|stand|think|believe|feel|weigh|decide|choose|justif\w+|acceptable|responsib\w+|duty|deserve\w*|respect|role|place do|makes people|make people|reasons?|attitude|value[sd]?|agree|respond|react|do you do|what do you|how do you|how would|why|priorit\w+|allowed|moral\w*|ethic\w*|limits?|tension|balance|help|handle|deal)\b/;

/** What asks for a fact that has one right answer. */
const ASKS_FOR_FACT = [
  /\bhow (?:many|tall|long|far|old|deep|heavy|fast|large|big|high|wide|much (?:does|do|is|are|did))\b/,
  /\b(?:in|on|at|of|by|from) (?:what|which) (?:year|century|country|city|temperature|date|month|day|continent|ocean|language|planet|decade|percentage|material|gas|metal|unit)\b/,
  /\b(?:what|which) (?:is|are|was|were) (?:the )?(?:\w+ ){0,3}(?:capital|chemical|formula|symbol|square root|sum|product|name|number|boiling|melting|freezing|population|currency|distance|speed|unit|author|inventor|definition|value of|atomic|length|height|area|diameter|largest|smallest|longest|shortest|highest|official)\b/,
  /\b(?:what|which) (?:\w+ ){0,3}(?:element|planet|continents?|country|countries|ocean|river|gas|metal|animal|organ|instrument|colou?rs?|number|letters?|months?|days?|units?|law of physics|side|sea|seas|lines?|type of|kinds? of|shape|angle)\b/,
  /\bwho (?:wrote|painted|invented|discovered|composed|won|founded|designed|built|directed|was the (?:first|second|last))\b/,
  /\bwhen (?:did|was|were|does|do|is|are)\b/,
  /\bwhere (?:is|are|was|were|does|do|did)\b/,
  /\bwhat (?:does|do) .{0,60}\b(?:stand for|consist of|mean in|measure|weigh|produce|made of)\b/,
  /\b(?:name|list|state|define|translate|calculate|convert|spell)\b.{0,60}\b(?:the|into|all)\b/,
];

/** Wording that tells the examinee what to answer. */
const LEADS = [
  /\b(?:do not|don't|wouldn't|would not|would you not|surely you|can't|cannot) you (?:also |all |both )?(?:agree|think|believe|feel|find|see|want|accept|admit)\b/,
  /\b(?:don't|wouldn't|won't|can't) (?:we|people|most) (?:all )?(?:agree|admit|see|know)\b/,
  /\b(?:isn't|aren't|wasn't|is it not|are they not) (?:it|this|that|they|there)? ?(?:obvious\w*|clear\w*|true|wrong|simply|just|plain\w*|time|shameful|better|only|always|right|absurd|ridiculous|evident\w*)\b/,
  /(?:^|[.;:!] )(?:surely|obviously|clearly|of course|undoubtedly|admit it|evidently)\b,?/,
  /\b(?:everyone|everybody|anyone with sense|all (?:decent|sensible|reasonable|good|right-thinking) people|no (?:decent|sensible|reasonable|sane) person) (?:knows?|agrees?|accepts?|sees?|would|could|can)\b/,
  /\b(?:as we all know|as everyone knows|as any (?:decent|sensible|reasonable) person|needless to say|it goes without saying|you must agree|you have to agree|nobody can deny|no one can deny|you can't deny)\b/,
  /, (?:right|isn't it|aren't they|don't you think|don't you agree|wouldn't you (?:agree|say)|doesn't it|shouldn't (?:we|they|he|she|it|you)|correct|no)\?/,
  /\bhow (?:wrong|terrible|shameful|stupid|wonderful|evil|selfish|foolish|horrible|wicked) (?:is|was|are|were|of) (?:it|this|that|him|her|them)\b/,
  /\b(?:explain|say|describe|tell (?:us|me)) why (?:it is|that is|this is|they are|he is|she is|\w+ is) (?:(?:always|clearly|obviously|so|simply|plainly) )+/,
  /\bwhy (?:is|are) \w+ (?:so |clearly |obviously )(?:evil|stupid|superior|inferior|wrong|selfish|right)\b/,
];

/**
 * Whether an item only asks for a fact, whose answer shows no values.
 *
 * @param plain  the plain form of its text
 * @example
 * asksForFactAlone("how many planets orbit the sun?"); // => true
 * asksForFactAlone("how many hours should a child practise?"); // => false
 */
export function asksForFactAlone(plain: string): boolean {
  return !ASKS_FOR_VIEW.test(plain) && ASKS_FOR_FACT.some((rule) => rule.test(plain));
}

/**
 * Whether an item says what to answer.
 *
 * @param plain  the plain form of its text
 * @example
 * leads("don't you agree that rules matter?"); // => true
 * leads("how much do rules matter?"); // => false
 */
export function leads(plain: string): boolean {
  return LEADS.some((rule) => rule.test(plain));
}

/**
 * Whether an item asks several questions: two question marks, or three clauses that ask, in one.
 *
 * @param plain  the plain form of its text
 * @example
 * asksSeveral("who pays? who decides?"); // => true
 * asksSeveral("what should they do, and why?"); // => false
 */
export function asksSeveral(plain: string): boolean {
  if ((plain.match(/\?/g) ?? []).length > 1) return true;
  const last = plain.split(/[.!:] /).findLast((part) => part.includes("?")) ?? "";
  const clauses = last.split(/[,;]| and | or /).filter((part) => ASKING_CLAUSE.test(part.trim()));
  return clauses.length > 2 || /\?.*\b(?:also|secondly|second question|in addition)\b/.test(plain);
}

const ASKING_CLAUSE =
  /^(?:and |or |but |also )*(?:what|which|who|whom|whose|where|when|why|how|should|would|could|is|are|do|does|did|can|may|must)\b.{8,}/;
