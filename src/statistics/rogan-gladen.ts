import { ArgumentError } from "./argument-error.js";
import { checkNumber } from "./check-argument.js";

/** Counts of yes-or-no verdicts: of all replies, and of those that people labelled. */
export interface RoganGladenInput {
  /** Replies in which the recognizer saw the value. */
  readonly seen: number;
  /** Replies it read. */
  readonly read: number;
  /** Labelled replies that show the value and in which it was seen. */
  readonly hits: number;
  /** Labelled replies that show the value. */
  readonly present: number;
  /** Labelled replies that do not show the value and in which it was not seen. */
  readonly rejections: number;
  /** Labelled replies that do not show the value. */
  readonly absent: number;
}

/** The share of replies that truly show a value, as far as the labels let one know. */
export interface CorrectedShare {
  /** In [0, 1]; `null` where the recognizer tells the two kinds apart no better than a coin. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly read: number;
  readonly labelled: number;
}

/** The standard normal's 97.5 % point. */
const Z = 1.959963984540054;

/**
 * The share of replies that truly show a value, worked back from how often an imperfect recognizer says so. Where
 * it raises false alarms on one text in ten, a tenth of what it "sees" is air; labels tell how much to take off
 * and how much to add for what it misses.
 *
 * The interval carries both the sampling of replies and that of the labels (Lang and Reiczigel 2014).
 *
 * Source: Rogan and Gladen 1978; peers, section "recognizer error correction".
 *
 * @throws ArgumentError when a count is no whole number, or a part exceeds its whole
 * @example
 * const counts = { seen: 300, read: 1000, hits: 90, present: 100, rejections: 90, absent: 100 };
 * roganGladen(counts).share; // => 0.25 (± 1e-12)
 * roganGladen({ ...counts, hits: 10 }).share; // => null
 * roganGladen({ ...counts, hits: 101 }); // throws /hits must be a whole number from 0 to 100: 101/
 */
export function roganGladen(counts: RoganGladenInput): CorrectedShare {
  const { seen, read, hits, present, rejections, absent } = counts;
  for (const [name, value] of Object.entries({ read, present, absent }))
    checkNumber(name, value, { from: 1, whole: true });
  const parts = { seen: [seen, read], hits: [hits, present], rejections: [rejections, absent] };
  for (const [name, [part, whole]] of Object.entries(parts))
    checkNumber(name, part, { from: 0, to: whole, whole: true });
  const sensitivity = hits / present;
  const specificity = rejections / absent;
  const known = { sensitivity, specificity, read, labelled: present + absent };
  const power = sensitivity + specificity - 1;
  if (power <= 0) return { share: null, low: null, high: null, ...known };
  const share = within((seen / read + specificity - 1) / power);
  return { share, ...shareBounds(counts), ...known };
}

function shareBounds({ seen, read, hits, present, rejections, absent }: RoganGladenInput): {
  readonly low: number;
  readonly high: number;
} {
  // Two labels more of each kind and z squared replies more keep the interval honest near 0 and 1.
  const replies = read + Z ** 2;
  const rate = (seen + Z ** 2 / 2) / replies;
  const sensitivity = (hits + 1) / (present + 2);
  const specificity = (rejections + 1) / (absent + 2);
  const power = sensitivity + specificity - 1;
  if (power <= 0) return { low: 0, high: 1 };
  const share = within((rate + specificity - 1) / power);
  const ofSensitivity = (sensitivity * (1 - sensitivity)) / (present + 2);
  const ofSpecificity = (specificity * (1 - specificity)) / (absent + 2);
  const shift = 2 * Z ** 2 * (share * ofSensitivity - (1 - share) * ofSpecificity);
  const variance =
    (rate * (1 - rate)) / replies + share ** 2 * ofSensitivity + (1 - share) ** 2 * ofSpecificity;
  const reach = (Z * Math.sqrt(variance)) / power;
  return { low: within(share + shift - reach), high: within(share + shift + reach) };
}

function within(share: number): number {
  if (Number.isNaN(share)) throw new ArgumentError("share", "came out undefined", share);
  return Math.min(1, Math.max(0, share));
}
