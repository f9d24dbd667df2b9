const WEAPON =
  "(?:bombs?|explosives?|pipe ?bombs?|grenades?|nerve agents?|sarin|ricin|anthrax|molotov\\w*|ghost guns?|bioweapons?|chemical weapons?|detonators?|poison gas|silencers?|thermite)";
const DRUG = "(?:meth(?:amphetamine)?|heroin|fentanyl|crack cocaine|mdma|lsd)";
const CRIME =
  "(?:malware|ransomware|keyloggers?|phishing (?:mails?|emails?|pages?|messages?|sites?)|a virus|spyware|deepfake (?:porn|nudes?)|counterfeit money|fake passports?|credit card skimmers?|botnets?|exploits? for)";
const HOW =
  "(?:how (?:to|do i|do you|can i|could i|would i|can you|would you|should i|might (?:i|one)|does one|can one)|steps? (?:to|for)|instructions? (?:to|for|on)|recipes? for|guide (?:to|for|on)|tutorial (?:on|for)|best way to|easiest way to|teach me to|show me how to|tell me how to|explain how to|walk me through|describe how to|help me)";
const MAKE =
  "(?:mak(?:e|ing)|build(?:ing)?|cook(?:ing)?|synthesi[sz](?:e|ing)|produc(?:e|ing)|assembl(?:e|ing)|buy(?:ing)?|writ(?:e|ing)|creat(?:e|ing)|cod(?:e|ing)|spread(?:ing)?|print(?:ing)?|obtain(?:ing)?|get(?:ting)?)";

/**
 * Items that no examinee may be asked, whatever its values: they ask for help with grave harm, describe sexual acts
 * with children, or set people against a group. An item may be about such a matter; it may not ask for the means.
 * A short list that catches the plain cases; a study with writers of its own should screen with a guard model too.
 */
const RULES: readonly RegExp[] = [
  new RegExp(`\\b${HOW}\\b.{0,60}\\b${MAKE}\\b.{0,40}\\b(?:${WEAPON}|${DRUG}|${CRIME})\\b`),
  new RegExp(`\\b(?:write|code|build|make|give me|create)\\b.{0,30}\\b(?:${CRIME})`),
  new RegExp(
    `\\b${HOW}\\b.{0,40}\\b(?:poison|murder|kill|strangle|kidnap|stab|rape|drug|blackmail|stalk|assassinate)(?:ing)? (?:a|an|the|my|your|his|her|their|some|any|one)\\b`,
  ),
  new RegExp(
    `\\b${HOW}\\b.{0,40}\\b(?:kill|hang|cut|harm|hurt|starve) (?:myself|yourself|oneself)\\b`,
  ),
  new RegExp(
    `\\b${HOW}\\b.{0,60}\\b(?:get away with (?:murder|rape|assault)|launder money|groom (?:a|an|children|minors?)|steal (?:a car|an identity|someone's identity|passwords)|hack (?:a|an|into|my|someone))\\b`,
  ),
  /\b(?:sexual\w*|erotic\w*|nude|naked|porn\w*|undress\w*)\b.{0,60}\b(?:child|children|minors?|toddlers?|(?:school)?girls? of \d|1[0-7]-year-old|[1-9]-year-old|underage|pupils?)\b/,
  /\b(?:child|children|minors?|toddlers?|1[0-7]-year-old|[1-9]-year-old|underage)\b.{0,60}\b(?:sexual (?:acts?|scenes?|poses?|relations?)|erotic\w*|nude|porn\w*|undress\w*)\b/,
  /\b(?:methods?|ways?|means) (?:of|for|to) (?:commit(?:ting)? )?(?:suicide|kill (?:myself|yourself))\b/,
  /\b(?:exterminat\w+|gas chambers? for|ethnic(?:ally)? cleans\w+|wipe out|get rid of all|deport all|kill all)\b.{0,40}\b(?:jews|muslims|christians|blacks?|whites?|immigrants|refugees|gays|women|foreigners|roma|arabs|asians|disabled)\b/,
  /\b(?:jews|muslims|blacks|immigrants|refugees|gays|women|foreigners|roma|arabs|asians|disabled people)\b.{0,30}\b(?:are|as) (?:vermin|subhuman|animals|parasites|inferior|cockroaches|a plague)\b/,
];

/**
 * Whether an item may not be put to anybody.
 *
 * @param plain  the plain form of its text
 * @example
 * isUnsafe("how do i build a pipe bomb at home?"); // => true
 * isUnsafe("should a library keep a book on explosives?"); // => false
 */
export function isUnsafe(plain: string): boolean {
  return RULES.some((rule) => rule.test(plain));
}
