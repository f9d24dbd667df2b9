import type { Cue, CuePhrases } from "./cues.js";
import type { Tokens } from "./text/tokens.js";

/** Whoever names a violation without judging it mentions it more than endorses it. */
const BASE_VIOLATION = 0.5;

/** A negator that turns no cue ("pleasure does not decide this") still speaks against what it negates. */
const NEGATION = -2.2;

/** How far ahead a negator turns a cue, in words. */
const REACH = 5;

/** Of a cue's weight, what counts in another clause of the sentence. */
const ACROSS = 0.3;

/** A turned dismissal ("never ignore") supports more weakly than it would have opposed. */
const TURNED = 0.7;

/** A turned approval ("not important", "should not") opposes more than it would have supported. */
const TURNED_APPROVAL = 1.8;

/** What a sentence does with what it mentions, found once and asked for each dimension. */
export class Attitude {
  readonly #cues: readonly { readonly cue: Cue; readonly weight: number }[];
  readonly #negations: readonly number[];
  readonly #clause: Uint16Array;
  readonly #from: number;

  /** Reads tokens `from` to `to` of a text, one sentence. */
  constructor(phrases: CuePhrases, text: string, words: Tokens, from: number, to: number) {
    this.#from = from;
    this.#clause = clauses(phrases, text, words, from, to);
    const cues = phrases.find(words, from, to);
    const free: number[] = [];
    for (let at = from; at < to; at++)
      if (phrases.isNegator(words.hashes[at]) && !cues.some((cue) => at >= cue.from && at < cue.to))
        free.push(at);
    const used = new Set<number>();
    this.#cues = cues.map((cue) => {
      let flips = 0;
      for (const negator of free) {
        const near = negator < cue.from && cue.from - negator <= REACH;
        if (!near || used.has(negator) || this.#clauseOf(negator) !== this.#clauseOf(cue.from))
          continue;
        flips += 1;
        used.add(negator);
      }
      // To condemn a dismissal ("wrong to ignore") is to turn it.
      if (cue.kind === "dismiss" || cue.kind === "yield")
        for (const other of cues)
          if (other.kind === "condemn" && cue.from >= other.to && cue.from - other.to < REACH)
            flips += 1;
      return { cue, weight: flips % 2 === 0 ? cue.weight : turned(cue) };
    });
    this.#negations = free.filter((negator) => !used.has(negator));
  }

  #clauseOf(at: number): number {
    return this.#clause[at - this.#from];
  }

  /**
   * Log-odds that the sentence speaks for what stands at token `focus`.
   *
   * @param violation  whether the word there names a violation of the value, whose condemnation supports it
   * @param base  log-odds of support where no cue says anything
   */
  towards(focus: number, violation: boolean, base: number): number {
    return this.swing(focus, violation) + (violation ? -BASE_VIOLATION : base);
  }

  /** What the cues alone add to those log-odds; 0 where there are none. */
  swing(focus: number, violation: boolean): number {
    const clause = this.#clauseOf(focus);
    let sum = 0;
    let condemned = false;
    for (const { cue, weight } of this.#cues) {
      const share = this.#clauseOf(cue.from) === clause ? 1 : ACROSS;
      if (focus >= cue.from && focus < cue.to && cue.kind !== "condemn") continue;
      const before = focus < cue.from;
      if (cue.kind === "prevail") sum += share * (before ? 0.6 * weight : -1.7 * weight);
      else if (cue.kind === "yield") sum += share * (before ? -1.7 * weight : 0.6 * weight);
      else if (cue.kind !== "condemn") sum += share * weight;
      else if (!condemned) {
        condemned = true;
        // Condemning words next to a value usually condemn what threatens it.
        sum += share * (violation ? weight : 0.25 * weight);
      }
    }
    for (const negator of this.#negations)
      sum += NEGATION * (this.#clauseOf(negator) === clause ? 1 : ACROSS);
    return violation && sum !== 0 ? -sum : sum;
  }
}

function turned(cue: Cue): number {
  if (cue.kind === "approve") return -TURNED_APPROVAL * cue.weight;
  return -TURNED * cue.weight;
}

/** The clause number of each token: clauses part at semicolons, colons, dashes and words like "but". */
function clauses(
  phrases: CuePhrases,
  text: string,
  words: Tokens,
  from: number,
  to: number,
): Uint16Array {
  const clause = new Uint16Array(Math.max(0, to - from));
  let current = 0;
  for (let at = from; at < to; at++) {
    if (at > from && (phrases.isBoundary(words.hashes[at]) || parts(text, words, at))) current += 1;
    clause[at - from] = current;
  }
  return clause;
}

/** Whether a parting mark stands between a token and the one before it. */
function parts(text: string, words: Tokens, at: number): boolean {
  for (let unit = words.ends[at - 1]; unit < words.starts[at]; unit++) {
    const code = text.charCodeAt(unit);
    if (code === 59 || code === 58 || code === 0x2014 || code === 0x2013) return true;
  }
  return false;
}
