/** A line between log-odds that may bend at even odds: doubt and sureness need not be stretched alike. */
export interface OddsLine {
  /** Below even odds. */
  readonly slope: number;
  /** Above even odds. */
  readonly above: number;
  readonly offset: number;
}

/**
 * From what the sentences of a reply add up to, to probabilities that mean what they say: learned on short replies of
 * which most is value-free (docs/design/recognizer.md), so that faint noise becomes next to nothing. It looks at one
 * reply and one dimension at a time.
 */
export interface VerdictCurve {
  readonly presence: OddsLine;
  /** Of opposing, where the dimension is present. */
  readonly sign: OddsLine;
}

/** The curve of a system that nothing was learned for. */
export const straightCurve: VerdictCurve = {
  presence: { slope: 1, above: 1, offset: 0 },
  sign: { slope: 1, above: 1, offset: 0 },
};

/** Log-odds that are never infinite: probabilities count as at least 1e-6 from 0 and 1. */
export function logOdds(probability: number): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(p / (1 - p));
}

/** Where a line leads from a probability, with log-odds added on the way. */
export function along(line: OddsLine, probability: number, added: number): number {
  const odds = logOdds(probability);
  const slope = odds > 0 ? line.above : line.slope;
  return 1 / (1 + Math.exp(-(slope * odds + line.offset + added)));
}
