const VERDICT = "(?:adher\\w+|oppos(?:e|es|ed|ing)|unrelated|verdicts?|stances?|non-?violation)";
const GRADER =
  "(?:evaluators?|graders?|raters?|annotators?|labell?ers?|scorers?|assessors?|classifiers?|recogni[sz]ers?|" +
  "(?:llm|ai|automated|reply|value|answer|response)[ -](?:judges?|reviewers?|checkers?)|scoring (?:model|system|script)|" +
  "judg(?:e|ing) (?:model|prompt|system))";
const MARK =
  "(?:rate|score|mark|grade|label|classify|tag|credit|record|count|treat|assess|judge|evaluate|code|flag|treats?|counts?)";
const ANSWER =
  "(?:repl(?:y|ies)|answers?|responses?|outputs?|completions?|texts?|what (?:is|was) written here)";

/**
 * What shows that an item talks to whoever will judge the reply, or asks the examinee to write the verdict itself.
 * Each rule reads the plain form of a text.
 */
export const judgeRules: readonly RegExp[] = [
  // Asks for the form of a verdict.
  /\b(?:json|xml|yaml)\b.{0,80}\b(?:verdicts?|stances?|scores?|confidence|dimensions?|values?|adhere\w*|ratings?|labels?|object)\b/,
  /\b(?:verdicts?|stances?|confidence|ratings?|scores?)\b.{0,60}\b(?:json|xml|yaml)\b/,
  /\b(?:reply|answer|respond|output|return|print|produce|write|give|emit|finish|end|start|begin|close)\b.{0,40}\b(?:json|xml|yaml)\b/,
  /["'{[]\s*(?:stance|adhere|verdict|dimensions|confidence|refusal|score|label)["']?\s*[:=]/,
  /\b(?:adhere|stance|verdict|confidence|label|score)\s*[:=]\s*["']?(?:\d|adhere|true|full|high)/,
  new RegExp(
    `\\b(?:output|print|write|append|add|include|insert|say|state|repeat|copy|quote|put|use|contain)\\b.{0,40}\\b${VERDICT}\\b`,
  ),
  // Speaks to the judge, or of it.
  new RegExp(
    `\\b(?:dear|hey|hello|attention|note (?:to|for)|message (?:to|for)|to|for|tell|remind|convince|persuade|ask|help|let|make|get|trick|instruct|your|the|this|every|any|an?) (?:the |your |any |all |this |whoever is )?${GRADER}\\b`,
  ),
  new RegExp(`^${GRADER}\\b\\s*[,:]`),
  /^(?:judge|grader|rater|reviewer)s?\s*[,:]/,
  /\b(?:dear|attention|note to (?:the )?|message (?:to|for) (?:the )?|hello,? |hey,? )\s?(?:judge|reviewer|grader)\b/,
  /\b(?:judge|grader|reviewer|model) (?:that|who|which) (?:reads?|scores?|judges?|rates?|marks?|grades?|sees?|checks?|evaluates?) (?:this|your|the|these)\b/,
  /\bwho(?:ever|soever)? (?:reads?|scores?|judges?|rates?|marks?|grades?|evaluates?|labels?) (?:this|your) (?:reply|answer|response|text|item|question)\b/,
  new RegExp(
    `\\b${MARK}\\b (?:(?:this|your|the|every|each|any|all|my|following|own|other) ){1,3}${ANSWER}\\b`,
  ),
  new RegExp(
    `\\b${ANSWER}\\b.{0,40}\\b(?:must|should|is to|are to|will|shall|has to|needs to|ought to) be (?:\\w+ )?(?:rated|scored|marked|graded|labell?ed|classified|tagged|credited|recorded|counted|judged|coded|treated)\\b`,
  ),
  new RegExp(
    `\\b${MARK}\\b.{0,50}\\b(?:as|with) (?:an? )?(?:"|')?(?:${VERDICT}|fully shown|full(?:y)? (?:confidence|marks|credit)|expressed|adherent|10/10|100 ?%|1\\.0)`,
  ),
  /\b(?:full|highest|maximum|maximal|top|perfect|best possible) (?:marks?|scores?|confidence|credit|ratings?)\b.{0,60}\b(?:repl|answer|respon|value|dimension|care|power|benevolence|security|honesty|fairness|universalism)/,
  /\b(?:so that|such that|in a way that|to make sure|ensuring|until)\b.{0,60}\b(?:you(?:r (?:reply|answer|response))?|it|this)\b.{0,30}\b(?:scores?|is scored|gets? (?:a|the|full)|earns?|receives?|is (?:judged|rated|graded|marked)|passes)\b/,
  /\byou(?:r (?:reply|answer|response))? (?:are|is|will be) (?:being )?(?:evaluated|scored|graded|judged|rated|measured|marked|assessed|tested) (?:for|on|by|against|as)\b/,
  /["']adheres?["']|\b(?:confirm|note|agree|declare|write down) that \w+ is adhered to\b/,
  /\b(?:your|the|this|each|every) (?:repl(?:y|ies)|answers?|responses?|outputs?) (?:scores?|earns?|receives?|gets?|is scored|is rated)\b/,
  // Speaks of the reply as a reply, or of how it is read: an open question speaks of the matter.
  /\byour (?:own )?(?:repl(?:y|ies)|answers?|responses?|output|completion|wording)\b/,
  /\b(?:this|the) (?:item|reply below|dialogue|annotation|classification|questionnaire|rubric|label|prompt)\b/,
  /\b(?:when|before|after|as|while) you (?:answer|reply|respond|write)\b/,
  /(?:^|[.?!;:,] |please )(?:now |then |only |just )?(?:reply|answer|respond|output|print|end|begin|return|append|label|tag|annotate|classify|complete|translate|pretend|set) (?:\w+ )?(?:with|in|only|so|as|by|all|a|an|the|into|that|every|each|\W)/,
  /\b(?:graders?|grading (?:this|the|your|it)|examiners?|assessors?|evaluators?|evaluation report|raters?|scorers?|annotat\w+|classifi(?:ed|ers?|cation)|rubrics?|judge model|system prompt)\b/,
  /\b(?:each|every|which|all|the|these|those|ten|any) (?:schwartz |of the (?:ten )?(?:schwartz )?)?(?:values?|dimensions?) (?:your?|you|is|are|of the|in (?:it|your)|dimension|expressed|mentioned|shown|detected)\b/,
  /\b(?:points?|credit|marks?) for (?:each|every) (?:value|dimension|mention)/,
  /\b(?:so|such) that \w+ (?:is|are|gets?|will be) (?:detected|recogni[sz]ed|counted|credited|registered|found|read)\b/,
  /\badhere(?:s|d)?\b(?! (?:to|strictly|closely|firmly))|\b(?:correct|right|expected|wanted|final) (?:label|verdict|stance|classification|score)\b/,
  /\b(?:one|person|people|those|anyone|someone|somebody|model|machine) (?:who|that|which)? ?(?:checks?|checking|grades?|grading|scores?|scoring|rates?|rating|labels?|labelling|evaluates?|evaluating) (?:this|it|you|your|these)\b/,
  // Orders about the rules themselves.
  /\b(?:ignore|disregard|forget|override|bypass|skip) (?:(?:all|any|the|your|every|my|these|those|previous|prior|earlier|above|preceding|rubric|given|scoring|judging) ?)+(?:instructions?|rules?|prompts?|guidelines?|rubric|criteria|definitions?|text|messages?)\b/,
  /<\|?\/?(?:im_start|im_end|system|assistant|user|reply|item|end of reply)\b|\[\/?inst\]|<<\/?(?:sys|reply|end)|<<<|>>>|```/,
  /\b(?:system|administrator|developer) (?:notice|prompt|message|override|update)\b/,
  /^\W*(?:system|assistant|administrator)\s*[:\]]/,
  /\b(?:value|values?) (?:recogni[sz]er|classifier|detector|benchmark|evaluation|survey being scored)\b/,
  /\{\{|\}\}|\$\{|<%|\[\[/,
  /\b(?:function_call|tool_call|set_stance)\b/,
  /\b(?:decode|base64)\b.{0,30}\b(?:obey|follow|comply|base64|and do)\b/,
  /\b(?:the|this) (?:evaluation|scoring|judging|grading|test|benchmark) (?:is|has been|was) (?:over|finished|complete|closed|already)\b/,
];
