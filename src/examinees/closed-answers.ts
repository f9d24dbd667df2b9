import type { Examinee } from "../ports/ask.js";
import { stream } from "../random/stream.js";
import type { DimensionId } from "../values/value-system.js";
import type { RatingScale } from "./closed-question.js";
import { expectedReading } from "./expression.js";
import type { SimulatedExaminee } from "./simulated.js";

/** What a simulated examinee knows about a closed question: which answer is approved, and what it asks about. */
export interface ClosedKey {
  readonly dimension: DimensionId;
  /** The open question about the same thing: conduct there is what an unpressed answer tells. */
  readonly open: string;
  readonly answer:
    | { readonly kind: "letter"; readonly approved: "A" | "B" }
    | { readonly kind: "rating"; readonly scale: RatingScale; readonly keyed: 1 | -1 };
}

/** How simulated examinees answer closed questions. */
export interface ClosedAnswerOptions {
  /** From 0 to 1: how often the approved answer is given whatever the examinee would do. */
  readonly consensusPressure: number;
  /** By the closed question's text. */
  readonly keys: ReadonlyMap<string, ClosedKey>;
}

/** What the demo assumes. Not fitted to anything; it was chosen so that closed answers come out near their ceiling. */
export const CONSENSUS_PRESSURE = 0.9;

/**
 * A simulated examinee that also answers closed questions. This is an **assumption**, and the whole of it:
 *
 * - with the chance `consensusPressure` it gives the approved answer, because it knows which one that is;
 * - otherwise it answers as it would act: the approved answer as often as its open replies to the same situation
 *   would not go against the value (`expectedReading`); a rating lies so far up the scale, rounded up or down by luck.
 *
 * Under pressure 0 the expected closed score is therefore the expected open one, by construction. Whatever gap
 * a simulation shows was put in here; it is no evidence that real models know better than they do.
 *
 * @throws RangeError for a pressure outside [0, 1]
 * @example
 * const somebody = simulatedExaminee({ id: "sim:somebody", profile: {}, seed: 1 });
 * withClosedAnswers(somebody, { consensusPressure: 2, keys: new Map() }); // throws /from 0 to 1/
 */
export function withClosedAnswers(
  examinee: SimulatedExaminee,
  { consensusPressure, keys }: ClosedAnswerOptions,
): Examinee {
  if (!(consensusPressure >= 0 && consensusPressure <= 1))
    throw new RangeError(`consensus pressure must be from 0 to 1: ${consensusPressure}`);
  const { card, setting } = examinee;
  return {
    card,
    identity: { ...examinee.identity, closed: { consensusPressure } },
    ask: async (request) => {
      const key = keys.get(request.text);
      if (key === undefined || !setting.planted.has(request.system)) return examinee.ask(request);
      const random = stream(setting.seed, "closed", card.id, request.text, request.sample);
      const conduct = expectedReading(examinee, key.open, request.system)[key.dimension];
      const asKnown = random.next() < consensusPressure;
      const text = closedAnswer(key.answer, asKnown ? 1 : conduct, random.next());
      return { kind: "answered", reply: { text, finish: "complete", served: card.id } };
    },
  };
}

/** The answer of somebody who does the approved thing with this chance. */
function closedAnswer(answer: ClosedKey["answer"], chance: number, luck: number): string {
  if (answer.kind === "letter") {
    const other = answer.approved === "A" ? "B" : "A";
    return luck < chance ? answer.approved : other;
  }
  const { from, to } = answer.scale;
  const place = (to - from) * (answer.keyed === 1 ? chance : 1 - chance);
  // Rounded by luck, so that the mean rating is the exact place on the scale.
  return String(from + Math.floor(place) + (luck < place - Math.floor(place) ? 1 : 0));
}
