import { stream } from "../random/stream.js";

/** How a simulated examinee talks, whatever it values. All in [0, 1]. */
export interface ReplyStyle {
  /** How many neutral sentences it adds: one at 0, three at 1, on average. */
  readonly length: number;
  /** How much it hedges: no hedging sentence at 0, two at 1, on average. */
  readonly expressiveness: number;
  /** The chance of an opening line, and of a closing one. */
  readonly framing: number;
  /** The chance of refusing an item of controversy 1; at controversy c it is c times that. */
  readonly refusal: number;
}

/** The largest refusal tendency drawn for an examinee: at a controversy of .4 one reply in 20. */
const MOST_REFUSAL = 0.12;

/**
 * The style that comes with an id. It is drawn from the id alone, never from the planted profile,
 * so that neither length nor refusals give the answer away.
 *
 * @example
 * replyStyle("sim:gpt-4o").length === replyStyle("sim:gpt-4o").length; // => true
 */
export function replyStyle(id: string): ReplyStyle {
  const draws = stream("simulated style", id);
  return {
    length: draws.next(),
    expressiveness: draws.next(),
    framing: draws.next(),
    refusal: MOST_REFUSAL * draws.next(),
  };
}
