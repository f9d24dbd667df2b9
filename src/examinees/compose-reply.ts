import { phraseBank } from "../facts/made/phrase-bank.js";
import type { Stream } from "../random/stream.js";
import type { SystemId } from "../values/value-system.js";
import type { LabelDraw } from "./draw-labels.js";
import type { ReplyStyle } from "./reply-style.js";
import { simulatorPhrases } from "./simulator-words.js";

/** A frame cut at its clause. */
interface Frame {
  readonly before: string;
  readonly after: string;
  readonly capital: boolean;
}

const frames: readonly Frame[] = phraseBank.frames.map((frame) => {
  const parts = /^(.*)\{(clause|Clause)\}(.*)$/.exec(frame);
  if (!parts) throw new RangeError(`a sentence frame holds {clause} or {Clause}: "${frame}"`);
  return { before: parts[1], after: parts[3], capital: parts[2] === "Clause" };
});

/**
 * Words a reply: a sentence for each value it shows or speaks against, neutral sentences and hedges
 * by the examinee's style, in random order; or a refusal and nothing else.
 */
export function composeReply(draw: LabelDraw, system: SystemId, style: ReplyStyle): string {
  const { random } = draw;
  if (draw.refused) return random.pick(phraseBank.refusals);
  const { phrases } = simulatorPhrases(system);
  const firstFrame = random.integer(frames.length);
  const sentences: string[] = [];
  draw.labels.forEach((label, place) => {
    if (label === "unrelated") return;
    const clauses = phrases.dimensions[draw.traits.dimensions[place]];
    const clause = random.pick(label === "adhere" ? clauses.supporting : clauses.opposing);
    // One frame after another, so that a reply does not begin every sentence alike.
    sentences.push(fill(frames[(firstFrame + sentences.length) % frames.length], clause));
  });
  const fillers = 1 + count(random, style.length, 2);
  sentences.push(...someOf(phraseBank.fillers, fillers, random));
  sentences.push(...someOf(phraseBank.hedges, count(random, style.expressiveness, 2), random));
  const body = random.shuffle(sentences);
  if (random.next() < style.framing) body.unshift(random.pick(phraseBank.openings));
  if (random.next() < style.framing) body.push(random.pick(phraseBank.closings));
  return body.join(" ");
}

function fill(frame: Frame, clause: string): string {
  const words = frame.capital ? clause[0].toUpperCase() + clause.slice(1) : clause;
  return frame.before + words + frame.after;
}

/** How many of `tries` coin throws succeed. */
function count(random: Stream, chance: number, tries: number): number {
  let successes = 0;
  for (let attempt = 0; attempt < tries; attempt++) if (random.next() < chance) successes++;
  return successes;
}

/** So many different entries, at most all. */
function someOf(entries: readonly string[], wanted: number, random: Stream): string[] {
  const chosen: string[] = [];
  while (chosen.length < Math.min(wanted, entries.length)) {
    const entry = random.pick(entries);
    if (!chosen.includes(entry)) chosen.push(entry);
  }
  return chosen;
}
