/** The logarithms of a rate and of what is left of it. */
export interface LogRate {
  /** ln x, 0 or below. */
  readonly logX: number;
  /** ln (1 - x), 0 or below. */
  readonly logRest: number;
}

/**
 * A rate told by its log-odds ln (x / (1 - x)), which holds rates nearer to 0 and 1 than a double
 * can.
 *
 * @param odds  any number; -Infinity is the rate 0, Infinity the rate 1
 * @example
 * logRate(0).logX; // => -0.693147180560 (± 1e-12)
 * logRate(-2000).logX; // => -2000
 * logRate(Infinity); // => { logX: -0, logRest: -Infinity }
 */
export function logRate(odds: number): LogRate {
  const rest = Math.log1p(Math.exp(-Math.abs(odds)));
  return { logX: Math.min(-0, odds) - rest, logRest: Math.min(-0, -odds) - rest };
}
